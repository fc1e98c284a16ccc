import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import { brokenOff } from './brokenOff';
import { readBody, summary, type Body } from './bodies';
import type { Clock } from './clock';
import { faultBody, type FaultRule, type Faults } from './faults';
import { redact, type Journal, type JournalEntry } from './journal';
import type { RateLimit } from './rateLimit';
import type { Service } from './service';

export interface Traffic {
	clock: Clock;
	journal: Journal;
	faults: Faults;
	rateLimit: RateLimit;
	services: Service[];
	/** Ends delays when the emulator stops. */
	stopping: AbortSignal;
}

interface Passage {
	service?: Service;
	entry: JournalEntry;
	fault?: FaultRule;
	over: boolean;
	/** When the request's headers had come, in ms of the process. */
	arrived: number;
}

/**
 * Everything that happens to a request whichever vendor it is for: its body is read, it is written down, it meets
 * the faults that wait for it, and it counts against the rate limit. Register before the vendors' plugins.
 */
export function watchTraffic(app: FastifyInstance, traffic: Traffic): void {
	const passages = new WeakMap<FastifyRequest, Passage>();
	let underWay = 0;

	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, content: Buffer) =>
		readBody(request.headers['content-type'] ?? '', content),
	);

	const leave = (passage: Passage) => {
		if (passage.over) return;
		passage.over = true;
		underWay--;
	};

	app.addHook('onRequest', async (request, reply) => {
		const path = request.url.split('?')[0];
		if (path === '/' || path.startsWith('/emulator') || path === '/favicon.ico') return;
		const service = traffic.services.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
		underWay++;
		const entry = traffic.journal.add({
			time: traffic.clock.now().toISOString(),
			service: service?.name ?? '',
			method: request.method,
			path,
			query: { ...(request.query as object) },
			headers: redact(request.headers, service?.secretHeaders ?? everySecret(traffic.services, request)),
			concurrent: underWay,
		});
		const passage: Passage = { service, entry, over: false, arrived: performance.now() };
		passages.set(request, passage);
		reply.raw.once('close', () => leave(passage));
	});

	app.addHook('preHandler', async (request, reply) => {
		const passage = passages.get(request);
		if (!passage) return;
		const { entry, service } = passage;
		const body = summary(request.body as Body | undefined);
		entry.body = service?.redactBody?.(body, entry.path) ?? body;
		const errorBody = service?.errorBody ?? ((status: number, reason: string) => ({ status, reason }));

		const fault = traffic.faults.take(entry.method, entry.path);
		passage.fault = fault;
		if (fault?.delayMs && !(await waited(fault.delayMs, passage, traffic.stopping)))
			return hangUp(reply, entry);
		if (fault?.drop === 'before') return hangUp(reply, entry);
		if (fault?.redirectTo) {
			return reply
				.code(fault.status ?? 302)
				.header('location', fault.redirectTo)
				.send('');
		}
		if (fault?.status && !fault.afterWork) {
			if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
			const { type, text } = faultBody(fault, errorBody(fault.status, 'Trouble made by the emulator.'));
			passage.fault = undefined;
			return reply.code(fault.status).type(type).send(text);
		}

		const seconds = traffic.rateLimit.take();
		if (seconds > 0) {
			reply.code(429).header('retry-after', String(seconds)).type('application/json');
			return reply.send(JSON.stringify(errorBody(429, 'Too many requests.')));
		}
	});

	app.addHook('onSend', async (request, reply, payload) => {
		const passage = passages.get(request);
		if (!passage) return payload;
		const { fault, entry, service } = passage;
		let answer = payload;
		if (fault?.afterWork && fault.status) reply.code(fault.status);
		if (fault?.drop !== 'afterWrite' && (fault?.body !== undefined || fault?.afterWork)) {
			const ordinary = service?.errorBody(reply.statusCode, 'Trouble made by the emulator.');
			const { type, text } = faultBody(fault, ordinary);
			if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
			reply.type(type).removeHeader('content-length');
			answer = text;
		}
		const breakOff = fault?.breakOffAfter;
		entry.status = fault?.drop === 'afterWrite' || breakOff !== undefined ? 'dropped' : reply.statusCode;
		leave(passage);
		if (breakOff !== undefined) return brokenOff(reply, String(answer), breakOff);
		if (entry.status === 'dropped') reply.raw.destroy();
		return answer;
	});

	function hangUp(reply: FastifyReply, entry: JournalEntry) {
		entry.status = 'dropped';
		reply.hijack();
		reply.raw.destroy();
		return reply;
	}
}

/** On a path of no vendor, a secret of any vendor is still kept out of the journal. */
function everySecret(services: Service[], request: FastifyRequest): Service['secretHeaders'] {
	const all = services.flatMap(({ secretHeaders }) => Object.entries(secretHeaders));
	return Object.fromEntries(all.filter(([name]) => name in request.headers));
}

/** Waits until so long after the request arrived. False when `signal` aborts first. */
async function waited(milliseconds: number, { arrived }: Passage, signal: AbortSignal): Promise<boolean> {
	const left = Math.max(0, Math.ceil(arrived + milliseconds - performance.now()));
	return await wait(left, true, { signal }).catch(() => false);
}
