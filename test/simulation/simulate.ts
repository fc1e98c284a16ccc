import { runSchedule, type Outcome } from './schedule';

export interface Counts {
	schedules: number;
	documents: number;
	handedOver: number;
	told: number;
	lockedByN8n: number;
	events: Record<string, number>;
	/** The schedules that broke a promise, at most ten. */
	broken: Outcome[];
	brokenCount: number;
}

const TOLD = 1000;

/** Runs schedules one after the other, in fake time: waits cost none. `tell` is told of every thousand. */
export async function simulate(
	schedules: number,
	seed: number,
	tell: (done: number) => void = () => {},
): Promise<Counts> {
	const counts: Counts = {
		...{
			schedules,
			documents: 0,
			handedOver: 0,
			told: 0,
			lockedByN8n: 0,
			events: {},
			broken: [],
			brokenCount: 0,
		},
	};
	const real = { now: Date.now, setTimeout: global.setTimeout, timeout: AbortSignal.timeout };
	let now = 0;
	Date.now = () => now;
	AbortSignal.timeout = () => AbortSignal.abort();
	global.setTimeout = ((work: () => void) => setImmediate(work)) as unknown as typeof setTimeout;
	try {
		for (let at = 0; at < schedules; at++) {
			const outcome = await runSchedule(seed * 1_000_003 + at, (moment) => (now = moment));
			counts.documents += outcome.documents;
			counts.handedOver += outcome.handedOver;
			counts.told += outcome.told;
			counts.lockedByN8n += outcome.lockedByN8n;
			for (const [event, times] of Object.entries(outcome.events)) {
				counts.events[event] = (counts.events[event] ?? 0) + times;
			}
			if ((at + 1) % TOLD === 0) tell(at + 1);
			if (!outcome.broken.length) continue;
			counts.brokenCount++;
			if (counts.broken.length < 10) counts.broken.push(outcome);
		}
	} finally {
		Date.now = real.now;
		AbortSignal.timeout = real.timeout;
		global.setTimeout = real.setTimeout;
	}
	return counts;
}
