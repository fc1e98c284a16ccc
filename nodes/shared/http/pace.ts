import { sleep } from 'n8n-workflow';
import { Limit } from './limit';
import { wait } from './wait';

/** Pauses end up to a tenth later than asked, so that several runs do not return together. */
const SPREAD = 0.1;
/** A run that has stopped notices it within this time, however long it waits. */
const LOOK_UP_MS = 1000;

/** The pace of all parallel requests of a run: when the service is busy they all pause together, and then keep to its limit. */
export class Pace {
	private readonly limit = new Limit();
	private pausedUntil = 0;
	/** Changes when the row of those that wait is made anew. */
	private row = 0;
	private underWay = 0;
	private mostUnderWay = 1;
	/** Resolves when the latest start has had its turn of the event loop. */
	private latest: Promise<void> = Promise.resolve();

	constructor(
		private readonly now: () => number = Date.now,
		private readonly random: () => number = Math.random,
	) {}

	/**
	 * Resolves with the moment of its start when a request may leave, or at once when `signal` aborts or the run has
	 * `stopped`. It counts as under way until `left` is called.
	 */
	async turn(signal?: AbortSignal, stopped?: () => boolean): Promise<number> {
		await this.oneByOne();
		const ended = () => signal?.aborted === true || stopped?.() === true;
		/** False when the row was made anew before the moment came. */
		const came = async (moment: number): Promise<boolean> => {
			const { row } = this;
			while (this.now() < moment && row === this.row && !ended()) {
				await wait(Math.min(moment - this.now(), LOOK_UP_MS), signal);
			}
			return row === this.row || ended();
		};
		while (!((await came(this.pausedUntil)) && (await came(this.place())))) continue;
		this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWay);
		return this.now();
	}

	/** The service dealt with the request that started at `began`, well or not. */
	served(began: number): void {
		if (this.limit.served(began, this.now())) this.row++;
	}

	/** The service asked the request that started at `began` to wait `ms`. */
	busy(ms: number, began: number): void {
		const now = this.now();
		this.limit.refused(ms, began, now, this.pausedUntil);
		this.pausedUntil = Math.max(this.pausedUntil, now + ms * (1 + this.random() * SPREAD));
		this.row++;
	}

	/** A request is no longer under way, however it ended. */
	left(): void {
		this.underWay--;
	}

	private place(): number {
		return this.limit.place(this.now(), this.mostUnderWay);
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
}
