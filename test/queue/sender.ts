import { setTimeout as sleep } from 'node:timers/promises';
import type { Notice } from './shots';

export interface Sent {
	/** What became of each attempt, in order: an HTTP status, `refused` without a connection, `lost` without an answer. */
	answers: Array<number | 'refused' | 'lost'>;
	/** Index of the process that gave the last answer; undefined when none came at all. */
	answeredBy?: number;
}

const mostAttempts = 12;

/** Longer than n8n needs to notice that a worker is gone. */
const patienceMs = 60_000;

/**
 * Sends a notice to one of `urls` until somebody says that it took it (2xx), or that it never will (4xx): to the same process
 * again while that answers, to the next one when it does not, as a load balancer with sticky sessions does.
 */
export async function send(
	urls: string[],
	first: number,
	notice: Notice,
	headers: Record<string, string>,
): Promise<Sent> {
	const answers: Sent['answers'] = [];
	let process = first;
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const answer = await post(`${urls[process]}/${notice.path}`, notice.body, headers);
		answers.push(answer);
		if (typeof answer === 'number' && answer < 500) return { answers, answeredBy: process };
		if (typeof answer !== 'number') process = (process + 1) % urls.length;
		await sleep(250);
	}
	return { answers };
}

async function post(url: string, body: unknown, headers: Record<string, string>) {
	try {
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(patienceMs),
		});
		await answer.arrayBuffer();
		return answer.status;
	} catch (error) {
		const { cause } = error as Error & { cause?: NodeJS.ErrnoException };
		return cause?.code === 'ECONNREFUSED' ? 'refused' : 'lost';
	}
}
