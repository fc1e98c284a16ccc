import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nProcess } from '../../runtime/n8nProcess';
import { fillDisk } from './disk';
import type { Place } from './place';

const REST = 5000;
const FULL = 15_000;
/** As far as the time after which a document comes again. */
const AHEAD = 120;

const faults = [
	{ times: 10, status: 503, retryAfter: 1 },
	{ times: 5, delayMs: 4000 },
	{ times: 3, drop: 'afterWrite' as const },
	{ times: 3, drop: 'before' as const },
	{ times: 5, status: 500 },
];

/** Kills a process as a crash does, and starts it anew a little later. */
const crash =
	(pick: (place: Place) => N8nProcess) =>
	async (place: Place): Promise<string> => {
		const victim = pick(place);
		await victim.kill();
		await sleep(REST);
		await place.queue.restart(victim);
		return `${victim.name} was killed and started anew`;
	};

async function fullDisk(place: Place): Promise<string> {
	const makeRoom = await fillDisk(place);
	await sleep(FULL);
	await makeRoom();
	return "the disk of n8n's database was full for a while";
}

const setClock =
	(seconds: number) =>
	async ({ clock }: Place): Promise<string> => {
		await clock.set(seconds);
		return `n8n's clock is ${seconds} s ahead`;
	};

const kinds = [
	crash(({ queue }) => queue.workers[0]),
	crash(({ queue }) => queue.webhooks[0]),
	fullDisk,
	crash(({ queue }) => queue.main),
	setClock(AHEAD),
	crash(({ queue }) => queue.workers[1]),
	crash(({ queue }) => queue.webhooks[1]),
	setClock(0),
];

/**
 * One trouble after the other until the time is over: each kind of process killed, a full disk, a clock that jumps; in between
 * the vendors are slow and fail.
 */
export async function trouble(place: Place, until: number, tell: (line: string) => void): Promise<void> {
	const { emulator } = place;
	for (let round = 0; Date.now() < until; round++) {
		// A document's download counts and is never repeated, so it is spared here; test/triggers has its bad days.
		const match = { path: '/integration/invoice|/api/(confirm|create)' };
		const fault = faults[round % faults.length];
		emulator.faults.add({ match, ...fault });
		tell(`the vendors: ${JSON.stringify(fault)}`);
		await sleep(REST);
		tell(await kinds[round % kinds.length](place));
		await sleep(REST);
	}
	emulator.faults.clear();
}
