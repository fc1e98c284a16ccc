/**
 * A window is that much longer than the wait asked for, for what leaves evenly does not arrive evenly: it costs 2 % of the rate.
 * Each time that this was too little it becomes longer by as much, to a fifth at most.
 */
const SLACK = 0.02;
const MOST_SLACK = 0.2;
/** Fewer rounds of the parallel requests than this, served before a refusal, are no sample to believe a limit by. */
const ROUNDS = 2;
/**
 * A limit is tried after so many waits, and after a minute at the latest. Where it holds, that costs one wait, a fortieth of
 * the time, and the next trial comes after twice as long.
 */
const TRUSTED_WAITS = 40;
const TRUSTED_MS = 60_000;
const MOST_ANSWERS_KEPT = 20_000;

/** As many requests in any `ms` as the service took in so long a time when it refused the next ones. */
interface Wall {
	count: number;
	/** What it had served; when it serves clearly more, there is no such limit. */
	served: number;
	ms: number;
	slack: number;
	/** From this moment on, more is tried. */
	triedAt: number;
}

/** The first request that was refused, and what became of those that were under way with it. */
interface Refusals {
	ms: number;
	served: number;
	refused: number;
	/** When the first one started. */
	began: number;
	/** Served all the same. */
	taken: number;
	/** Those of them that started after it: the service had room for them. An earlier one only takes longer than a refusal. */
	later: number;
	/** So soon after refusals that were too few to tell. */
	again: boolean;
}

/** So many served in one window are more than the wall: a twentieth, and one that an uneven answer time may bring. */
const passing = (served: number): number => Math.floor(served * 1.05) + 2;

/** How many may start in one window. */
const allowed = ({ count, served, triedAt }: Wall, now: number): number =>
	now < triedAt ? count : Math.max(count, passing(served));

/**
 * What refusals teach of a service's limit. A refusal before others that are served is an accident and teaches nothing; a
 * wall that stops all is a limit, kept to until it is passed. Where little was served before, it is first believed to be
 * no lower than one round of the parallel requests per wait. Moments are milliseconds, by one clock.
 */
export class Limit {
	private wall?: Wall;
	private refusals?: Refusals;
	/** When the last refusals began: a request that started before is one of them. */
	private since = -1;
	private doubtful = false;
	private failedTrials = 0;
	/** When requests start, those that wait for it included, as far as they count for the next ones. */
	private starts: number[] = [];
	/** When answers came. */
	private answers: number[] = [];

	/** The request that started at `began` was served at `now`. True when so many were that the wall is none. */
	served(began: number, now: number): boolean {
		if (this.refusals && began <= this.since) {
			this.refusals.taken++;
			if (began > this.refusals.began) this.refusals.later++;
		}
		this.answers.push(now);
		if (this.answers.length > MOST_ANSWERS_KEPT) this.answers.shift();
		const { wall } = this;
		const passed = wall !== undefined && (this.answers.at(-passing(wall.served)) ?? -1) > now - wall.ms;
		if (passed) this.wall = undefined;
		return passed;
	}

	/** The request that started at `began` was asked to wait `ms`, as the last ones were until `pausedUntil`. */
	refused(ms: number, began: number, now: number, pausedUntil: number): void {
		// Those that wait ask for another place.
		this.starts = this.starts.filter((moment) => moment <= now);
		if (began <= this.since) {
			if (this.refusals) this.refusals.refused++;
			return;
		}
		const again = this.doubtful && began <= pausedUntil + ms;
		const served = this.answers.filter((moment) => moment > now - ms).length;
		this.refusals = { ms, served, refused: 1, began, taken: 0, later: 0, again };
		this.since = now;
	}

	/** The moment at which the next request may start; takes its place in the row. `round`: the most requests that were parallel. */
	place(now: number, round: number): number {
		this.learn(now, round);
		if (!this.wall) return now;
		const { ms, slack } = this.wall;
		const window = ms * (1 + slack);
		while (this.starts[0] + window <= now) this.starts.shift();
		const before = this.starts.at(-allowed(this.wall, now)) ?? -Infinity;
		const moment = Math.max(now, before + window);
		this.starts.push(moment);
		return moment;
	}

	/** What the refusals say, once the wait that they asked for is over. */
	private learn(now: number, round: number): void {
		if (!this.refusals) return;
		const { refused, taken, later, ms, again } = this.refusals;
		const served = this.refusals.served + taken;
		this.refusals = undefined;
		const tried = this.wall !== undefined && this.since >= this.wall.triedAt;
		if (tried) this.failedTrials++;
		const triedAt = now + Math.min(TRUSTED_WAITS * ms, TRUSTED_MS) * 2 ** this.failedTrials;
		// Beside a known limit nothing starts later, as the next ones wait for their window.
		if (refused <= (this.wall ? taken : later)) {
			if (tried) this.wall!.triedAt = triedAt;
			else if (this.wall) this.wall.slack = Math.min(this.wall.slack + SLACK, MOST_SLACK);
			return;
		}
		// A service that has served nobody for so long is away: that says nothing of what it can do.
		if (served === 0) return;
		this.doubtful = !(again || tried) && (refused === 1 || served < ROUNDS * round);
		if (this.doubtful && refused === 1) return;
		const count = this.doubtful ? Math.max(round, passing(served)) : served;
		this.wall = { count, served, ms, triedAt, slack: this.wall?.slack ?? SLACK };
	}
}
