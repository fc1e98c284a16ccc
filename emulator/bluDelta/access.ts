import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { Failure, HttpRefusal } from './refusal';
import { on } from './route';
import type { BluDeltaState } from './state';

const refuseBy = (way: '401' | '403' | 'state1', message: string) =>
	way === 'state1'
		? new Failure(message)
		: new HttpRefusal(Number(way), way === '401' ? 'Unauthorized' : 'Forbidden', message);

/** The clients that a key pair opens; `<customer>.<client>` opens one (bludelta.md 2). */
export function openByKeys(state: BluDeltaState, headers: IncomingHttpHeaders): string[] {
	const wrong = () => refuseBy(state.settings.wrongKey, 'Invalid ApiKey or ApiIdentifier.');
	if (headers['x-apikey'] !== state.apiKey) throw wrong();
	const identifier = String(headers['x-apiidentifier'] ?? '');
	if (identifier === '' && state.settings.identifier === 'required') throw wrong();
	if (identifier === '' || identifier === state.apiIdentifier) return ['', ...state.clients];
	const client = state.clients.find((name) => identifier === `${state.apiIdentifier}.${name}`);
	if (client === undefined) throw wrong();
	return [client];
}

/** The clients of an access token, whose time begins anew (bludelta.md 2.1). */
export function openByToken(state: BluDeltaState, headers: IncomingHttpHeaders): string[] {
	const token = state.tokens.get(String(headers['x-accesstoken'] ?? '').toLowerCase());
	const now = state.clock.now();
	if (!token) throw refuseBy(state.settings.expiredToken, 'Invalid access token.');
	if (token.expires <= now) throw refuseBy(state.settings.expiredToken, 'The access token has expired.');
	token.expires = new Date(now.getTime() + token.timeoutSeconds * 1000);
	return token.scope;
}

/** Whether a token would be taken now; does not extend it. */
export function isOpen(state: BluDeltaState, sent: string): boolean {
	const token = state.tokens.get(sent.toLowerCase());
	return token !== undefined && token.expires > state.clock.now();
}

const createAccessToken = z
	.object({
		Name: z.string().optional(),
		Description: z.string().optional(),
		TimeoutSeconds: z.number().int(),
		ApiIdentifiers: z.array(z.string()).optional(),
	})
	.strict();

/** bludelta.md 5.1. A listed name is a client's, or the customer's for what belongs to no client. */
export const accessTokenRoute = on(
	'POST /create/accesstoken',
	{ access: 'keys', accepts: createAccessToken },
	({ state, scope, sent: { TimeoutSeconds, ApiIdentifiers = [] } }) => {
		if (TimeoutSeconds <= 0) throw new Failure('TimeoutSeconds must be greater than 0.');
		const listed = ApiIdentifiers.map((name) => (name === state.apiIdentifier ? '' : name));
		const unknown = ApiIdentifiers.filter((_name, index) => !scope.includes(listed[index]));
		if (unknown.length > 0) throw new Failure(`Unknown ApiIdentifier: ${unknown.join(', ')}`);
		const AccessToken = randomUUID();
		state.tokens.set(AccessToken, {
			scope: listed.length > 0 ? listed : scope,
			timeoutSeconds: TimeoutSeconds,
			expires: new Date(state.clock.now().getTime() + TimeoutSeconds * 1000),
		});
		return { AccessToken };
	},
);
