import { createHash } from 'node:crypto';
import { setImmediate as tick } from 'node:timers/promises';
import type { ICheckProcessedContextData, ICheckProcessedOptions, IDeduplicationOutput } from 'n8n-workflow';

type Values = string[];

/**
 * n8n's table `processed_data` and the way n8n uses it (deduplication-helper.js of n8n 2.41): one row per node, read, changed and
 * written back without a lock; a second insert of the same row fails.
 */
export class SeenTable {
	readonly rows = new Map<string, Values>();
	/** While set, every access fails with it. */
	broken?: Error;
	calls = 0;

	async checkProcessedAndRecord(
		items: Values,
		_scope: string,
		{ workflow, node }: ICheckProcessedContextData,
		{ maxEntries = Infinity }: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		this.calls++;
		if (this.broken) throw this.broken;
		const key = `${workflow.id} n:${node!.id}`;
		const found = this.rows.get(key)?.slice();
		await tick();
		const values = found ?? [];
		const output: IDeduplicationOutput = { new: [], processed: [] };
		for (const item of items) {
			const hash = createHash('md5').update(item).digest('base64');
			(values.includes(hash) ? output.processed : output.new).push(item);
			if (!values.includes(hash)) values.push(hash);
		}
		values.splice(0, values.length - maxEntries);
		await tick();
		if (!found && this.rows.has(key)) throw new Error('UNIQUE constraint failed: processed_data.context');
		this.rows.set(key, values);
		return output;
	}
}
