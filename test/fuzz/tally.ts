import Table from 'cli-table3';
import type { Call } from './call';
import type { Answer } from './send';

interface Row {
	calls: number;
	answers: Record<string, number>;
	executions: number;
}

/** Counts calls, answers and executions, by door. */
export class Tally {
	private readonly rows = new Map<string, Row>();

	add({ door }: Call, { statuses }: Answer, executions: number): void {
		const row = this.rows.get(door) ?? { calls: 0, answers: {}, executions: 0 };
		this.rows.set(door, row);
		row.calls++;
		row.executions += executions;
		// Any other 5xx would have failed.
		const named = statuses.map((status) => (status < 500 ? String(status) : `${status} of n8n's own`));
		const names = named.length ? named : ['none'];
		for (const name of names) row.answers[name] = (row.answers[name] ?? 0) + 1;
	}

	/** As a table for a terminal, with the sums in its last row. */
	print(): string {
		const all = [...this.rows.values()];
		const statuses = [...new Set(all.flatMap(({ answers }) => Object.keys(answers)))].sort();
		const table = new Table({
			head: ['Trigger', 'calls', 'executions', ...statuses],
			style: { head: [], border: [] },
		});
		const sum = (count: (row: Row) => number) => all.reduce((total, row) => total + count(row), 0);
		for (const [door, { calls, executions, answers }] of this.rows)
			table.push([door, calls, executions, ...statuses.map((status) => answers[status] ?? 0)]);
		table.push([
			'together',
			sum(({ calls }) => calls),
			sum(({ executions }) => executions),
			...statuses.map((status) => sum(({ answers }) => answers[status] ?? 0)),
		]);
		return table.toString();
	}
}
