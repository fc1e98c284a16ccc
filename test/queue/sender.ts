import { setTimeout as sleep } from 'node:timers/promises';
import type { Notice } from './shots';

export interface Sent {
	/** What became of each attempt, in order: an HTTP status, `refused` without a connection, `lost` without an answer. */
	answers: Array<number | 'refused' | 'lost'>;
	/** Index of the process that gave the last answer; undefined when none came at all. */
	answeredBy?: number;
}

const mostAttempts = 12;

/**
 * Sends a notice to the first of `urls`, and to the others in turn until one says that it took it (2xx), or that it never
 * will (4xx), as a careful sender behind a load balancer does.
 */
export async function send(
	urls: string[],
	first: number,
	notice: Notice,
	headers: Record<string, string>,
): Promise<Sent> {
	const answers: Sent['answers'] = [];
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const process = (first + attempt) % urls.length;
		const answer = await post(`${urls[process]}/${notice.path}`, notice.body, headers);
		answers.push(answer);
		if (typeof answer === 'number' && answer < 500) return { answers, answeredBy: process };
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
			signal: AbortSignal.timeout(20_000),
		});
		await answer.arrayBuffer();
		return answer.status;
	} catch (error) {
		const { cause } = error as Error & { cause?: NodeJS.ErrnoException };
		return cause?.code === 'ECONNREFUSED' ? 'refused' : 'lost';
	}
}
