import type { IExecuteFunctions } from 'n8n-workflow';

const MOST_ITEMS_NAMED = 5;
/** The editor shows each of them in a box above the output. */
const MOST_SHOWN = 20;

/** Remarks on the items of one run, over all of its tries; the same remark on many items is shown once. */
export class Hints {
	private readonly remarks = new Map<string, { type: 'info' | 'warning'; items: Set<number> }>();

	/** A warning is for what the user may have to act on. */
	add(message: string, itemIndex: number, type: 'info' | 'warning' = 'info'): void {
		const known = this.remarks.get(message);
		if (known) known.items.add(itemIndex + 1);
		else this.remarks.set(message, { type, items: new Set([itemIndex + 1]) });
	}

	/** Shows all remarks beside the node's output, warnings first, with the numbers of the items they are about. */
	show(context: IExecuteFunctions, count: number): void {
		const all = [...this.remarks];
		const warnings = all.filter(([, { type }]) => type === 'warning');
		const remarks = [...warnings, ...all.filter(([, { type }]) => type === 'info')];
		for (const [message, { type, items }] of remarks.slice(0, MOST_SHOWN)) {
			const named = [...items].slice(0, MOST_ITEMS_NAMED).join(', ');
			const more = items.size > MOST_ITEMS_NAMED ? ` and ${items.size - MOST_ITEMS_NAMED} more` : '';
			const where = count > 1 ? ` [item ${named}${more}]` : '';
			context.addExecutionHints({ message: message + where, type, location: 'outputPane' });
		}
		const [next, ...others] = remarks.slice(MOST_SHOWN);
		if (next) {
			const message = `${others.length + 1} more remarks are not shown: run fewer items at a time to see them`;
			context.addExecutionHints({ message, type: next[1].type, location: 'outputPane' });
		}
	}
}
