import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Body } from '../shared/bodies';
import type { Service } from '../shared/service';
import { accessTokenRoute, isOpen, openByKeys, openByToken } from './access';
import { containerRoutes } from './containers';
import { countRoute } from './count';
import { settle } from './lifecycle';
import { queueRoutes } from './queue';
import { Failure, htmlError, HttpRefusal, responseStatus, TooLarge } from './refusal';
import { resourceRoute } from './resources';
import type { Route } from './route';
import type { BluDeltaState } from './state';

export const prefix = '/api';

/** The 8 endpoints of bludelta.md 4. */
export const routes: Route[] = [
	accessTokenRoute,
	...containerRoutes,
	...queueRoutes,
	resourceRoute,
	countRoute,
];

/** What the shared pieces must know of BLU DELTA. */
export const bluDeltaService = (state: BluDeltaState): Service => ({
	name: 'BLU DELTA',
	prefix,
	secretHeaders: {
		'x-apikey': () => state.apiKey,
		'x-accesstoken': (sent) => (isOpen(state, sent) ? sent : ''),
	},
	errorBody: (status, reason) => responseStatus(String(status), reason),
});

/** The vendor's Web API as a fastify plugin; register it under `prefix`. */
export function bluDelta(state: BluDeltaState): FastifyPluginAsync {
	return async (app) => {
		app.setErrorHandler((error, _request, reply) => refuse(state, reply, error as Error));
		for (const route of routes) {
			app.route({
				method: route.method,
				url: route.path,
				exposeHeadRoute: false,
				handler: async (request, reply) => await answer(state, route, request, reply),
			});
		}
		app.setNotFoundHandler((request, reply) =>
			reply.code(404).type('text/plain').send(`Handler for Request not found:\n\n${request.method}`),
		);
	};
}

function refuse({ settings }: BluDeltaState, reply: FastifyReply, error: Error) {
	const failed = (Message: string) => ({ State: settings.failedState, Message });
	if (error instanceof Failure) return reply.send(failed(error.message));
	if (error instanceof TooLarge || (error as { statusCode?: number }).statusCode === 413) {
		const title = 'Request Entity Too Large';
		if (settings.tooLarge === 'state1') return reply.send(failed(title));
		return reply.code(413).type('text/html').send(htmlError(413, title));
	}
	const { status, errorCode } = error instanceof HttpRefusal ? error : { status: 500, errorCode: error.name };
	reply.code(status);
	if (settings.errorBody === 'html') return reply.type('text/html').send(htmlError(status, errorCode));
	return reply.send(
		settings.errorBody === 'envelope' ? failed(error.message) : responseStatus(errorCode, error.message),
	);
}

async function answer(state: BluDeltaState, route: Route, request: FastifyRequest, reply: FastifyReply) {
	await state.seeding;
	const body = (request.body ?? { kind: 'none' }) as Body;
	if (body.kind === 'json' && body.size > state.settings.requestLimit) throw new TooLarge();
	const scope = open(state, route, request);
	settle(state);
	const result = await route.run({ state, scope, query: readQuery(route, request), sent: read(route, body) });
	return reply.type('application/json').send(written(state, { ...envelope(state), ...result }));
}

const guid = /"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g;
const moment = /"(\d{4}-\d\d-\d\dT[\d:.]+)Z"/g;

/** An answer as text, its ids and moments in the writing that is set (bludelta.md 3). */
function written({ settings }: BluDeltaState, answer: object): string {
	const text = JSON.stringify(answer);
	const dated = settings.moments === 'offset' ? text.replace(moment, '"$1+00:00"') : text;
	return settings.guids === 'upper' ? dated.replace(guid, (id) => id.toUpperCase()) : dated;
}

const envelope = ({ settings: { emptyMessage } }: BluDeltaState) => ({
	State: 0,
	...(emptyMessage === 'omitted' ? {} : { Message: emptyMessage === 'null' ? null : '' }),
});

function open(state: BluDeltaState, { access }: Route, { headers }: FastifyRequest): string[] {
	const byToken = access === 'token' || (access === 'either' && headers['x-accesstoken'] !== undefined);
	return byToken ? openByToken(state, headers) : openByKeys(state, headers);
}

function readQuery({ query: names = [] }: Route, { query }: FastifyRequest): Record<string, string> {
	const entries = Object.entries(query as Record<string, unknown>).map(([sent, value]) => {
		const name = names.find((one) => one.toLowerCase() === sent.toLowerCase());
		if (name === undefined || typeof value !== 'string')
			throw new HttpRefusal(400, 'RequestBindingException', `${sent}: unknown or given twice`);
		return [name, value];
	});
	return Object.fromEntries(entries) as Record<string, string>;
}

function read({ accepts }: Route, body: Body): unknown {
	if (!accepts) return undefined;
	const bad = (reason: string) => new HttpRefusal(400, 'SerializationException', reason);
	if (body.kind === 'none') throw bad('The request has no body.');
	if (body.kind === 'broken') throw bad(`The body is not valid JSON: ${body.error}`);
	if (body.kind !== 'json') throw bad('Use Content-Type: application/json.');
	const parsed = accepts.safeParse(body.value);
	if (!parsed.success) throw bad(parsed.error.issues.slice(0, 5).map(explain).join('; '));
	return parsed.data;
}

const explain = ({ path, message }: z.ZodIssue) => `${path.join('.') || 'body'}: ${message}`;
