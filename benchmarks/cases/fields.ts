import type { WorkflowJson } from '../../runtime/workflow';
import { alternate } from '../alternate';
import type { Case } from '../case';
import { withBlueTape } from '../invoices';
import type { Place } from '../place';
import { medianOf } from '../result';
import { creating } from './create';

const ITEMS = 1000;
/** An expression per cell takes so long that fewer items will do. */
const ITEMS_BY_CELL = 200;

const run = { items: ITEMS, lines: 20, parallelRequests: 50 };

async function perItem(place: Place, workflow: WorkflowJson, items = ITEMS) {
	const { s, ...cpu } = await creating(place, workflow, items);
	return { 'ms/item': (s * 1000) / items, ...cpu };
}

export const fields: Case = {
	name: 'fields',
	title: '1,000 invoices of 20 lines from expressions in the fields',
	async run(place) {
		const { blueTapeApi } = (await place.shared()).credentials;
		const input = withBlueTape(blueTapeApi, run);
		const list = withBlueTape(blueTapeApi, { ...run, fields: 'list' });
		const cells = withBlueTape(blueTapeApi, { ...run, items: ITEMS_BY_CELL, fields: 'cells' });
		const readings = await alternate(place, [
			{ side: 'Input Item', measure: async () => await perItem(place, input) },
			{ side: 'Fields Below', measure: async () => await perItem(place, list) },
			{
				side: 'Fields Below, each cell',
				measure: async () => await perItem(place, cells, ITEMS_BY_CELL),
			},
		]);
		const base = medianOf(readings, 'Input Item', 'ms/item');
		const times = (side: string) => medianOf(readings, side, 'ms/item') / base;
		return {
			readings,
			checks: [
				{ says: 'times the time of Input Item', value: times('Fields Below'), unit: '×', most: 1.5 },
				{
					says: 'the same with one expression per cell',
					value: times('Fields Below, each cell'),
					unit: '×',
				},
			],
			notes: [
				'Fields Below: 13 expressions per invoice, one of them for the list of lines. Each cell: 132, measured with 200 invoices.',
			],
		};
	},
};
