import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { Failed, failureOf } from '../shared/failure';
import { Pace } from '../shared/http/pace';
import { send } from '../shared/http/tries';
import type { Answer } from '../shared/http/request';
import type { Access, Context, Vendor } from '../shared/http/session';
import { clientNames } from './clients';
import { brokeOverToken, isAboutToken, loginPath } from './refusal';
import { answerMember } from './wire/answerMember';

/** The fields of the credential `bluDeltaApi`. */
export interface Credential extends IDataObject {
	baseUrl?: string;
	apiKey?: string;
	apiIdentifier?: string;
	clients?: string;
	timeoutSeconds?: number;
}

const DEFAULT_TIMEOUT_SECONDS = 900;
const MOST_TOKENS = 100;

interface Kept {
	token: Promise<string>;
	/** The token, once it has come. */
	value?: string;
	/** Its time begins anew with each use (bludelta.md 2.1). */
	usedAt: number;
}

/** Tokens by a digest of what they were made of: shared by all runs of this process, never stored. */
const kept = new Map<string, Kept>();

/** Positive whole seconds; n8n stores whatever the field held. */
export const timeoutOf = (given: unknown): number => {
	const seconds = Math.floor(Number(given));
	return seconds > 0 ? seconds : DEFAULT_TIMEOUT_SECONDS;
};

/** The body of a token request (bludelta.md 5.1). */
export const tokenRequest = (clients: string[], timeoutSeconds: number, name = 'n8n', description = '') => ({
	Name: name,
	Description: description,
	TimeoutSeconds: timeoutSeconds,
	ApiIdentifiers: clients,
});

/** The token in an answer to a token request. Throws `Failed` when there is none. */
export function tokenIn({ body }: Answer): string {
	const token = answerMember(body, 'AccessToken');
	if (typeof token === 'string' && token) return token;
	throw new Failed({
		kind: 'credential',
		message: 'BLU DELTA answered the login without an access token',
		advice: 'Check API Key, API Identifier and Base URL in the credential',
	});
}

/** One token for all who work with the same credential: obtained once, renewed when refused or out of its time. */
export function tokenAccess(
	context: Context,
	vendor: Vendor,
	baseUrl: string,
	credential: Credential,
): Access {
	const { apiKey = '', apiIdentifier = '', clients, timeoutSeconds } = credential;
	const seconds = timeoutOf(timeoutSeconds);
	const parts = [baseUrl, apiKey, apiIdentifier, clientNames(clients), seconds];
	const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
	const stored = {
		id: '',
		name: '',
		type: vendor.credential,
		data: credential as ICredentialDataDecryptedObject,
	};

	const logIn = (): Kept => {
		const answer = send(
			{ context, vendor, baseUrl, pace: new Pace(), credential: stored },
			{
				method: 'POST',
				path: loginPath,
				body: tokenRequest(clientNames(clients), seconds),
				withCredential: true,
				repeat: 'yes',
			},
		);
		const entry: Kept = { token: answer.then(tokenIn), usedAt: Date.now() };
		kept.set(key, entry);
		if (kept.size > MOST_TOKENS) kept.delete([...kept.keys()][0]);
		entry.token.then(
			(value) => (entry.value = value),
			() => kept.get(key) === entry && kept.delete(key),
		);
		return entry;
	};
	const isOver = ({ value, usedAt }: Kept) => value !== undefined && Date.now() - usedAt > seconds * 1000;

	const headers = async () => {
		const there = kept.get(key);
		const mine = !there || isOver(there);
		let entry = mine ? logIn() : there;
		const came = await entry.token.then(
			() => true,
			// Another run's login may have ended with that run: then this one logs in itself.
			(error: unknown) => mine || failureOf(error).kind !== 'noAnswer',
		);
		if (!came) entry = kept.get(key) ?? logIn();
		const token = await entry.token;
		entry.usedAt = Date.now();
		return { 'X-AccessToken': token };
	};

	return {
		headers,
		isRefusal: isAboutToken,
		isBroken: brokeOverToken,
		drop: (sent) => {
			if (kept.get(key)?.value === sent['X-AccessToken']) kept.delete(key);
		},
	};
}
