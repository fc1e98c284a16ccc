import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until there is an answer. Throws after `seconds`, naming what was waited for. */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`Waited ${seconds} seconds until ${what}`);
		await sleep(150);
	}
}
