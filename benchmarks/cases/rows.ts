import type { WorkflowNode } from '../../runtime/workflow';
import { alternate } from '../alternate';
import type { Case } from '../case';
import { MEASURED, chain, makeItems, node, start } from '../nodes';
import type { Place } from '../place';
import { medianOf } from '../result';
import { runOnce } from '../run';

const INVOICES = 2000;
/** Of each invoice, as spread over the table as an export by product has them. */
const LINES = 5;

/** Rows as Extract From File reads them, all text, in JavaScript for an expression. */
const rows = `Array.from({ length: ${INVOICES * LINES} }, (_, i) => ({
	'Invoice ID': 'BENCH-' + (i % ${INVOICES}), 'Customer ID': 'CUST-101', 'Invoice Number': 'INV/' + (i % ${INVOICES}),
	'Invoice Date': '11/04/2026', 'Due Date': '12/12/2030', Description: 'Gravel, load ' + i,
	Quantity: '4', 'Unit Amount': '1,025.50', 'Tax Rate': '8.25%',
}))`;

/** Seconds of a node that gets the rows and gives `count` items. Throws when it gives others. */
async function taking(place: Place, measured: WorkflowNode, count: number) {
	const workflow = chain('Rows', [start(), ...makeItems(rows), measured]);
	const { execution, milliseconds, cpuMs } = await runOnce(await place.shared(), workflow, [MEASURED]);
	const items = execution.items(MEASURED);
	if (items.length !== count) throw new Error(`${items.length} items came out, not ${count}`);
	return { s: milliseconds / 1000, 'CPU ms/item': cpuMs / (INVOICES * LINES) };
}

export const fromRows: Case = {
	name: 'rows',
	title: '10,000 rows of a table into 2,000 invoices',
	async run(place) {
		const ours = node(MEASURED, 'n8n-nodes-bluetape.blueTape', 1, {
			...{ resource: 'invoice', operation: 'fromRows', groupBy: 'Invoice ID' },
			...{ dateFormat: 'MM/DD/YYYY', numberFormat: '1,100.50', columns: {}, options: {} },
		});
		const nothing = node(MEASURED, 'n8n-nodes-base.noOp', 1, {});
		const readings = await alternate<string>(place, [
			{ side: 'From Rows', measure: async () => await taking(place, ours, INVOICES) },
			{ side: 'No Operation', measure: async () => await taking(place, nothing, INVOICES * LINES) },
		]);
		const more = medianOf(readings, 'From Rows', 's') - medianOf(readings, 'No Operation', 's');
		return {
			readings,
			checks: [
				{
					says: 'more than what n8n takes for a node that does nothing',
					value: more * 1000,
					unit: 'ms',
					most: 700,
				},
			],
		};
	},
};
