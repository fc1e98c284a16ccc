/** The right to work on an id. Of `keep` and `release` one is called, once it is known what became of the work. */
export interface Claim {
	/** Had the work of this id failed before? */
	isAgain: boolean;
	/** The work is done: whoever asks for the id from now on comes second. */
	keep: () => void;
	/** Nothing came of it: the id is as good as new. */
	release: () => void;
	/**
	 * The work failed, perhaps after it was given up: whoever asks next gets the claim, for what came meanwhile may have been taken for its
	 * repeat.
	 */
	fail: () => void;
}

/**
 * The ids that were worked on lately in this process, and those whose work failed: at most `capacity` of either, the oldest is
 * forgotten first.
 */
export class Seen {
	private readonly ids = new Map<string, Promise<boolean>>();
	private readonly failed = new Set<string>();

	constructor(private readonly capacity: number) {}

	/**
	 * Claims `id`. Undefined when its work is done already. While somebody else works on it, the answer waits for the
	 * outcome: of two at the same moment the second comes second only if the first was not in vain.
	 */
	async claim(id: string): Promise<Claim | undefined> {
		for (let other = this.ids.get(id); other; other = this.ids.get(id)) {
			if (await other) return undefined;
		}
		let settle!: (kept: boolean) => void;
		const outcome = new Promise<boolean>((resolve) => (settle = resolve));
		this.ids.set(id, outcome);
		const [oldest] = this.ids.keys();
		if (this.ids.size > this.capacity) this.ids.delete(oldest);
		let open = true;
		const end = (kept: boolean) => {
			if (!open) return;
			open = false;
			if (!kept && this.ids.get(id) === outcome) this.ids.delete(id);
			settle(kept);
		};
		const isAgain = this.failed.delete(id);
		const fail = () => {
			end(false);
			this.ids.delete(id);
			this.noteFailed(id);
		};
		return { isAgain, keep: () => end(true), release: () => end(false), fail };
	}

	private noteFailed(id: string): void {
		this.failed.add(id);
		const [oldest] = this.failed;
		if (this.failed.size > this.capacity) this.failed.delete(oldest);
	}
}
