import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { Clock } from './clock';
import { badRequest, readControl, readable } from './controlRequest';
import { faultRule, type Faults } from './faults';
import type { Journal } from './journal';
import type { RateLimit } from './rateLimit';

interface Controlled {
	clock: Clock;
	journal: Journal;
	faults: Faults;
	rateLimit: RateLimit;
	reset(options?: { seed?: boolean }): void;
	/** The vendors' states by name. */
	states: Record<string, object>;
}

const time = z
	.object({
		now: z.string().datetime({ offset: true }).optional(),
		advanceDays: z.number().optional(),
		advanceSeconds: z.number().optional(),
		reset: z.boolean().optional(),
	})
	.strict();

/** The control of everything that is no vendor's own, under /emulator. A bad request gets 400 and the reason. */
export function control({
	clock,
	journal,
	faults,
	rateLimit,
	reset,
	states,
}: Controlled): FastifyPluginAsync {
	return async (app) => {
		app.setErrorHandler((error, _request, reply) => badRequest(error, reply));
		const done = { ok: true };
		app.get('/journal', async () => journal.entries);
		app.delete('/journal', async () => (journal.clear(), done));
		app.get('/faults', async () => faults.list());
		app.post('/faults', async (request) => {
			const rules = readControl(z.union([faultRule, z.array(faultRule)]), request);
			faults.add(...(Array.isArray(rules) ? rules : [rules]));
			return faults.list();
		});
		app.delete('/faults', async () => (faults.clear(), done));
		app.post('/rate-limit', async (request) => {
			const { perSecond } = readControl(
				z.object({ perSecond: z.number().int().nonnegative() }).strict(),
				request,
			);
			rateLimit.set(perSecond);
			return { perSecond };
		});
		app.post('/reset', async (request) => {
			reset(readControl(z.object({ seed: z.boolean().optional() }).strict(), request));
			return done;
		});
		app.post('/clock', async (request) => {
			const { now, advanceDays = 0, advanceSeconds = 0, ...rest } = readControl(time, request);
			if (rest.reset) clock.reset();
			if (now) clock.set(new Date(now));
			clock.advance(advanceDays * 86_400_000 + advanceSeconds * 1000);
			return { now: clock.now().toISOString() };
		});
		app.get('/state', async () => ({
			now: clock.now().toISOString(),
			rateLimitPerSecond: rateLimit.limit,
			faults: faults.list(),
			...Object.fromEntries(Object.entries(states).map(([name, state]) => [name, readable(state)])),
		}));
	};
}
