/** Lets through so many requests within any one second. It keeps real time, since clients wait in real time. */
export class RateLimit {
	private recent: number[] = [];

	/** @param perSecond 0 means no limit */
	constructor(
		private perSecond = 0,
		private readonly milliseconds: () => number = () => performance.now(),
	) {}

	get limit(): number {
		return this.perSecond;
	}

	set(perSecond: number): void {
		this.perSecond = perSecond;
		this.recent = [];
	}

	/** Counts one request. Returns 0 when it may pass, else the whole seconds to wait. */
	take(): number {
		if (this.perSecond <= 0) return 0;
		const now = this.milliseconds();
		this.recent = this.recent.filter((moment) => now - moment < 1000);
		if (this.recent.length >= this.perSecond) return 1;
		this.recent.push(now);
		return 0;
	}
}
