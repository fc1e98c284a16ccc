import { sleep } from 'n8n-workflow';
import { wait } from './wait';

const SLOWER_WHEN_BUSY = 1.1;
const FASTER_PER_ANSWER = 0.9998;
const SHORTEST_LOOK_BACK_MS = 100;
const MOST_ANSWERS_KEPT = 10_000;

/**
 * The pace of all parallel requests of a run. When the service is busy they all pause together, and go on no faster than
 * it served them before; every good answer brings the pace up a little, until it is busy again.
 */
export class Pace {
	private pausedUntil = 0;
	/** Milliseconds between two starts; 0 until the service was busy for the first time. */
	private interval = 0;
	private next = 0;
	/** When the latest good answers came, until the pace is known. */
	private answers: number[] = [];
	/** Resolves when the latest start has had its turn of the event loop. */
	private latest: Promise<void> = Promise.resolve();

	constructor(private readonly now: () => number = Date.now) {}

	/** The moment at which the next request may start: takes its place in the row. */
	private place(): number {
		const moment = Math.max(this.now(), this.pausedUntil, this.next);
		this.next = moment + this.interval;
		return moment;
	}

	/**
	 * Lets one request out in a turn of the event loop. Otherwise those that wait for it go out together, are answered
	 * together, and then wait for each other again, while the machine idles in between.
	 */
	private async oneByOne(): Promise<void> {
		const before = this.latest;
		this.latest = before.then(async () => await sleep(0));
		await before;
	}

	/** Resolves when a request may start, or `signal` aborts. */
	async turn(signal?: AbortSignal): Promise<void> {
		await this.oneByOne();
		let moment: number;
		do {
			moment = this.place();
			const left = moment - this.now();
			if (left > 0) await wait(left, signal);
			// The service may have become busy while this request waited; then it stands in a new row.
		} while (moment < this.pausedUntil && !signal?.aborted);
	}

	/** A request was answered well. */
	served(): void {
		this.interval *= FASTER_PER_ANSWER;
		if (this.interval > 0) return;
		this.answers.push(this.now());
		if (this.answers.length > MOST_ANSWERS_KEPT) this.answers = this.answers.slice(-MOST_ANSWERS_KEPT / 2);
	}

	/** The service asked to wait `ms`. Requests that were under way at the same time teach nothing new. */
	busy(ms: number): void {
		const now = this.now();
		if (now >= this.pausedUntil) {
			// The first time: as many as it served in a time as long as the one it asks for.
			const time = Math.max(ms, SHORTEST_LOOK_BACK_MS);
			const served = this.answers.filter((moment) => moment > now - time).length;
			this.interval ||= time / Math.max(1, served);
			this.interval *= SLOWER_WHEN_BUSY;
			this.answers = [];
		}
		this.pausedUntil = Math.max(this.pausedUntil, now + ms);
		this.next = Math.max(this.next, this.pausedUntil);
	}
}
