import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { plainNotices, tastes } from '../properties/notices';
import { writings, written, type Writing } from '../properties/noticeWritings';
import { check } from '../properties/runs';
import { bodies } from './bodies';
import { described, readable, TWO_NOTICES, verdictOf, type Call, type Verdict } from './call';
import { doors } from './doors';
import { isOfN8n } from './n8nFaults';
import { send, type Answer } from './send';
import { Tally } from './tally';
import { twists } from './twists';
import { openWorld, type World } from './world';

type Genuine = typeof plainNotices extends fc.Arbitrary<infer Notice> ? Notice : never;
type Taste = () => number;

let world: World;
const tally = new Tally();
beforeAll(async () => {
	world = await openWorld();
}, 900_000);
afterAll(async () => {
	process.stderr.write(`${tally.print()}\n`);
	await world?.close();
});

let judged = 0;
/** Every thousand calls a line; one that never comes tells of a failure whose smallest call is being looked for. */
function tellProgress(more: number): void {
	judged += more;
	if (Math.floor(judged / 1000) > Math.floor((judged - more) / 1000)) {
		process.stderr.write(`${judged} calls …\n`);
	}
}

const calls = fc
	.tuple(fc.constantFrom(...doors), bodies, twists)
	.map(([door, { event, json, twist }, odd]) =>
		readable({ door, event, json, twists: [...(twist ? [twist] : []), ...odd] }),
	);

/** What may come of a call, by its twists and the door's settings. */
function expected({ door, event, twists }: Call): Verdict {
	if (door === 'callers from elsewhere') return 'never';
	if (door === 'payments only' && event === 'quote.approval') return 'never';
	// n8n reads the body itself there, as UTF-8, and as the type that it is called, if it is called one.
	if (door === 'an expression' && twists.some(({ story }) => ['UTF-16', 'a form'].includes(story)))
		return 'perhaps';
	if (door !== 'no caller check') return verdictOf(twists);
	// Without a check any secret will do, unless it is too large for a header.
	return verdictOf(twists.map((twist) => (twist.secret ? { ...twist, verdict: 'perhaps' } : twist)));
}

/** Throws when the answer or what came of the call is not what was expected. */
function judge({ call, id, answer, started }: Awaited<ReturnType<typeof make>>): void {
	const runs = world.runs(id);
	const verdict = expected(call);
	tally.add(call, answer, runs);
	const said = { call: described(call), ...answer, text: answer.text.slice(0, 500), runs };
	const bad = isOfN8n(call) ? [] : answer.statuses.filter((status) => status >= 500);
	expect({ ...said, bad }).toEqual({ ...said, bad: [] });
	expect(answer.text).not.toContain(world.secret);
	if (verdict === 'never') expect(said).toEqual({ ...said, runs: 0 });
	if (verdict === 'starts') expect({ ...said, runs: runs > 0 }).toEqual({ ...said, runs: true });
	if (isUnheard(call)) expect(runs).toBeLessThanOrEqual(holdsTwo(call) ? 2 : 1);
	else expect(said).toEqual({ ...said, runs: started });
}

/** The caller has gone, so nobody knows what it was answered. */
const isUnheard = ({ twists }: Call) =>
	twists.some(({ sending }) => sending === 'unheard' || (typeof sending === 'object' && sending.ends));

const holdsTwo = ({ twists }: Call) => twists.some(({ story }) => story === TWO_NOTICES);

/** How many notices an answer says to have started. Of several in one body it says so of each, and once of all. */
const startedBy = (text: string): number =>
	text.replaceAll('"started":true,"notices"', '').match(/"started":true/g)?.length ?? 0;

async function make(call: Call): Promise<{ call: Call; id: string; answer: Answer; started: number }> {
	const id = randomUUID();
	const answer = await send(world, call, id);
	return { call, id, answer, started: startedBy(answer.text) };
}

it('no call gets a 5xx or no answer at all, and each notice that is taken runs once and nothing else does', async () => {
	await check(
		20,
		fc.asyncProperty(fc.array(calls, { minLength: 1, maxLength: 30, size: 'max' }), async (batch) => {
			const made = await Promise.all(batch.map(make));
			await world.settled();
			made.forEach(judge);
			tellProgress(made.length);
		}),
	);
});

/** One genuine notice, in a writing of its own, and what the trigger answered. */
async function deliver(
	door: 'plain' | 'deduplicate',
	{ event, body }: Genuine,
	writing: Writing,
	taste: Taste,
) {
	const id = randomUUID();
	const named = { ...body, [event === 'quote.approval' ? 'quoteId' : 'invoiceId']: id };
	const { bytes, contentType } = written(event, named, writing, taste);
	const path = writing.left.length % 2 ? 'quote/approval' : 'invoice/payment';
	const answer = await fetch(`${world.url}${world.paths[door]}/${path}`, {
		method: 'POST',
		headers: { 'content-type': contentType, 'x-bluetape-key': world.secret },
		body: bytes as unknown as string,
	});
	return { id, status: answer.status, text: await answer.text(), writing, event };
}

it('no genuine notice is refused, in whatever writing, and each is delivered once', async () => {
	let delivered = 0;
	const batch = fc.array(fc.tuple(plainNotices, writings, tastes), { minLength: 50, maxLength: 50 });
	await check(
		10,
		fc.asyncProperty(batch, async (notices) => {
			const limit = pLimit(10);
			const answers = await Promise.all(
				notices.map(async ([notice, writing, taste], at) =>
					limit(async () => await deliver(at % 2 ? 'plain' : 'deduplicate', notice, writing, taste)),
				),
			);
			await world.settled();
			const said = answers.map((answer) => ({ ...answer, runs: world.runs(answer.id) }));
			expect(said.filter(({ status, runs }) => status !== 200 || runs !== 1)).toEqual([]);
			delivered += said.length;
			tellProgress(said.length);
		}),
	);
	process.stderr.write(`${delivered} genuine notices in other writing: all were delivered, each once\n`);
});

it('n8n is alive after all that, and its log does not hold the secret', async () => {
	const well: Call = {
		door: 'plain',
		event: 'invoice.payment',
		json: '{"invoiceId":"THE-ID","amount":1,"fee":0,"paymentMethod":"card","status":"Paid"}',
		twists: [],
	};
	const { id, answer } = await make(well);
	expect(answer.statuses).toEqual([200]);
	await world.settled();
	expect(world.runs(id)).toBe(1);
	const log = await world.log();
	expect(log).toContain('refused a call with 401');
	expect(log).not.toContain(world.secret);
});
