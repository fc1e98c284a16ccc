/** The emulator's own time. It runs on like real time, but from wherever a test or a person has set it. */
export class Clock {
	private offset = 0;

	/** @param real the time that runs underneath; a test may pass one that stands still */
	constructor(private readonly real: () => Date = () => new Date()) {}

	now(): Date {
		return new Date(this.real().getTime() + this.offset);
	}

	/** The calendar day in UTC as `YYYY-MM-DD`. */
	today(): string {
		return this.now().toISOString().slice(0, 10);
	}

	set(moment: Date): void {
		this.offset = moment.getTime() - this.real().getTime();
	}

	advance(milliseconds: number): void {
		this.offset += milliseconds;
	}

	reset(): void {
		this.offset = 0;
	}
}
