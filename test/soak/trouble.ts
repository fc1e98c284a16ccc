import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nProcess } from '../../runtime/n8nProcess';
import type { Place } from './place';

const REST = 5000;

/** Kills a process as a crash does, and starts it anew a little later. */
async function crash({ queue }: Place, victim: N8nProcess): Promise<string> {
	await victim.kill();
	await sleep(REST);
	await queue.restart(victim);
	return `${victim.name} was killed and started anew`;
}

const faults = [
	{ times: 10, status: 503, retryAfter: 1 },
	{ times: 5, delayMs: 4000 },
	{ times: 3, drop: 'afterWrite' as const },
	{ times: 3, drop: 'before' as const },
	{ times: 5, status: 500 },
];

/** One trouble after the other until the time is over: each kind of process, and the vendors slow and failing. */
export async function trouble(place: Place, until: number, tell: (line: string) => void): Promise<void> {
	const { queue, emulator } = place;
	const victims = [
		() => queue.workers[0],
		() => queue.webhooks[0],
		() => queue.main,
		() => queue.workers[1],
		() => queue.webhooks[1],
	];
	for (let round = 0; Date.now() < until; round++) {
		// A document's download counts and is never repeated, so it is spared here; test/triggers has its bad days.
		const match = { path: '/integration/invoice|/api/(confirm|create)' };
		const fault = faults[round % faults.length];
		emulator.faults.add({ match, ...fault });
		tell(`the vendors: ${JSON.stringify(fault)}`);
		await sleep(REST);
		tell(await crash(place, victims[round % victims.length]()));
		await sleep(REST);
	}
	emulator.faults.clear();
}
