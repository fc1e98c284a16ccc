import { Failed, tried } from '../failure';
import type { Call } from '../table/operation';
import { isPassing } from './failedItem';
import { recordOf, Turns } from './records';

/**
 * Lets the writes to one record go out in input order, over the tries of a run too: while an earlier one waits to be tried again, the
 * later ones wait with it. Sent before it, they would be replaced by the older value.
 */
export class InOrder {
	private readonly turns = new Turns();
	/** By record: the item that the next try sends first. */
	private readonly waiting = new Map<string, number>();

	/** `triesLeft`: will the node be run again for what failed? */
	constructor(private readonly triesLeft: boolean) {}

	async send<T>(call: Call, work: () => Promise<T>): Promise<T> {
		const record = recordOf(call);
		return await this.turns.after(record, async () => {
			const first = record === undefined ? undefined : this.waiting.get(record);
			if (first !== undefined) {
				const message = `Not sent yet: item ${first + 1} writes the same record ("${record}") before it, and is tried again first`;
				throw new Failed({ kind: 'unavailable', message });
			}
			const { value, failure } = await tried(work());
			if (!failure) return value;
			if (record !== undefined && this.triesLeft && isPassing(failure))
				this.waiting.set(record, call.itemIndex);
			throw new Failed(failure);
		});
	}
}
