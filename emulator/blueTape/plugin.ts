import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { z } from 'zod';
import type { Body } from '../shared/bodies';
import type { Service } from '../shared/service';
import { cancellationRoute } from './cancellation';
import { companyRoutes } from './companies';
import { customerRoutes } from './customers';
import { invoiceRoutes } from './invoices';
import { projectRoutes } from './projects';
import { quoteRoutes } from './quotes';
import { Refusal, refuse, refuseBy } from './refusal';
import type { Answer, Route } from './route';
import { simplifiedInvoiceRoutes } from './simplifiedInvoices';
import type { BlueTapeState } from './state';

export const prefix = '/genericBthubService';

/** The 31 endpoints of bluetape.md 3. */
export const routes: Route[] = [
	...companyRoutes,
	...customerRoutes,
	...simplifiedInvoiceRoutes,
	...invoiceRoutes,
	cancellationRoute,
	...quoteRoutes,
	...projectRoutes,
];

/** What the shared pieces must know of BlueTape. */
export const blueTapeService = (state: BlueTapeState): Service => ({
	name: 'BlueTape',
	prefix,
	secretHeaders: {
		'x-bluetape-key': () => state.apiKey,
		'x-integration-accountid': () => state.accountId,
	},
	errorBody: (status, reason) => ({ code: String(status), reason }),
});

/** The vendor's API as a fastify plugin; register it under `prefix`. */
export function blueTape(state: BlueTapeState): FastifyPluginAsync {
	return async (app: FastifyInstance) => {
		app.addHook('preHandler', async (request, reply) => {
			if (request.is404 || authorized(state, request)) return;
			return reply.code(401).send({ code: '401', reason: 'Unauthorized' });
		});
		app.setErrorHandler((error, _request, reply) => {
			if (error instanceof Refusal) {
				const body = error.body(state.settings.errorStyle);
				return reply
					.code(error.statusBy(state.settings.refusalStatus))
					.type(typeof body === 'string' ? 'text/plain' : 'application/json')
					.send(body);
			}
			const { statusCode = 500, message } = error as { statusCode?: number; message: string };
			return reply.code(statusCode).send({ code: String(statusCode), reason: message });
		});
		for (const route of routes) {
			app.route({
				method: route.method,
				url: route.path,
				exposeHeadRoute: false,
				handler: (request, reply) => answer(reply, run(state, route, request)),
			});
		}
		for (const url of new Set(routes.map(({ path }) => path))) refuseOtherVerbs(app, url);
		// A path that does not exist never reaches the service, so nothing of its own form comes back (bluetape.md 1).
		app.setNotFoundHandler((_request, reply) =>
			state.settings.unknownPath === 'text'
				? reply.code(404).type('text/plain').send('Not Found')
				: reply.code(404).send({ code: '404', reason: 'Not Found' }),
		);
	};
}

function refuseOtherVerbs(app: FastifyInstance, url: string): void {
	const allowed = routes.filter(({ path }) => path === url).map(({ method }) => method as string);
	const method: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
		(verb) => !allowed.includes(verb),
	);
	app.route({
		method,
		url,
		exposeHeadRoute: false,
		handler: (_request, reply) =>
			reply.code(405).header('allow', allowed.join(', ')).type('text/plain').send('Method Not Allowed'),
	});
}

function authorized(state: BlueTapeState, { headers }: FastifyRequest): boolean {
	return headers['x-bluetape-key'] === state.apiKey && headers['x-integration-accountid'] === state.accountId;
}

function run(state: BlueTapeState, route: Route, request: FastifyRequest): Answer {
	const { id = '', projectId = '' } = request.params as { id?: string; projectId?: string };
	if (/%2f/i.test(request.url.split('?')[0]) && state.settings.encodedSlashes === 'refused')
		throw refuseBy(404, 'Not Found');
	const query = request.query as Record<string, string>;
	for (const [name, value] of Object.entries(query)) {
		if (!route.query?.includes(name)) throw refuseBy(400, `${name}: unknown query parameter`);
		if (typeof value !== 'string') throw refuseBy(400, `${name}: given more than once`);
	}
	const body = (request.body ?? { kind: 'none' }) as Body;
	const sent = route.accepts === 'upload' ? undefined : readJsonBody(route, body);
	return route.run({ state, id, projectId, query, sent, body });
}

function readJsonBody({ accepts, bodyOptional, invalid }: Route, body: Body): unknown {
	const bad = (reason: string) => (invalid ? refuse(invalid, reason) : refuseBy(400, reason));
	if (body.kind === 'none' && (bodyOptional || !accepts)) return undefined;
	if (!accepts) throw refuseBy(400, 'This call takes no body.');
	if (body.kind === 'none') throw bad('The request has no body.');
	if (body.kind === 'broken') throw bad(`The body is not valid JSON: ${body.error}`);
	if (body.kind !== 'json') throw refuseBy(415, 'Use Content-Type: application/json.');
	const parsed = (accepts as z.ZodTypeAny).safeParse(body.value);
	if (!parsed.success) throw bad(parsed.error.issues.slice(0, 5).map(explain).join('; '));
	return parsed.data;
}

/** One issue as `lines[0].quantity: Expected integer, received float`. */
function explain({ path, message }: z.ZodIssue): string {
	const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
	return `${place.replace(/^\./, '') || 'body'}: ${message}`;
}

function answer(reply: FastifyReply, { status, body, headers = {} }: Answer) {
	reply.code(status).headers(headers);
	if (body === undefined) return reply.send();
	if (Buffer.isBuffer(body)) return reply.type('application/pdf').send(body);
	return reply.type('application/json').send(JSON.stringify(body));
}
