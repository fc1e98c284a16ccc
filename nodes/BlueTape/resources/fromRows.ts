import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { choice, list, optional, setting, text, withDefault } from '../../shared/field';
import { nameOf } from '../../shared/input/names';
import type { Shape } from '../../shared/table/notes';
import { operation, type Call, type Operation } from '../../shared/table/operation';
import { dayIn } from '../../shared/values/dates';
import { bodiesOf, type Settings } from '../rows/bodies';
import { choicesOf, targetsOf } from '../rows/columns';

const dateFormat = withDefault(
	setting(
		[
			{ name: 'DD.MM.YYYY', value: 'DD.MM.YYYY', description: 'Like 31.03.2026' },
			{ name: 'DD/MM/YYYY', value: 'DD/MM/YYYY', description: 'Like 31/03/2026' },
			{
				name: "Excel's Number",
				value: 'excel',
				description: 'Like 46112, as n8n reads days of an Excel file. Taken from 36526 (the year 2000) on.',
			},
			{ name: 'MM/DD/YYYY', value: 'MM/DD/YYYY', description: 'Like 03/31/2026' },
			{ name: 'YYYY-MM-DD', value: 'YYYY-MM-DD', description: 'Like 2026-03-31' },
		],
		{ upFront: true, default: 'YYYY-MM-DD', description: 'How the table writes days' },
	),
);
const numberFormat = withDefault(
	setting(
		[
			{ name: '1,100.50', value: '1,100.50', description: 'Commas between thousands' },
			{ name: '1.100,50', value: '1.100,50', description: 'A comma before the cents' },
			{
				name: '1100.50',
				value: '1100.50',
				description: 'A point before the cents, nothing between thousands',
			},
		],
		{
			upFront: true,
			default: '1100.50',
			description: 'How the table writes numbers. A dollar sign or % at the edge does not matter.',
		},
	),
);

/** Rows of a table, one a line, as the bodies that Create and Create or Update take as Input Item. Sends nothing. */
export function fromRows(what: 'invoice' | 'quote', body: Shape): Operation {
	const read = async (call: Call): Promise<INodeExecutionData[]> => {
		const rows = call.context.getInputData().map(({ json }) => json);
		const settings = { columns: [], ...(call.settings as unknown as Partial<Settings>) } as Settings;
		const timeZone = call.context.getTimezone();
		const today = dayIn(timeZone, new Date());
		const { made, remarks } = bodiesOf(rows, body, { ...settings, timeZone }, today);
		const doubtful = made.filter(({ review }) => review.length);
		if (doubtful.length) {
			const need = doubtful.length === 1 ? 'needs' : 'need';
			call.hint(
				`${doubtful.length} of ${made.length} ${what}s ${need} review: ${doubtful[0].review[0].message}`,
				'warning',
			);
		}
		// Behind what counts most: the editor shows some remarks only.
		remarks.forEach((remark) => call.hint(remark, 'warning'));
		if (!made.length) call.hint('There is no row with anything in it, so nothing comes out');
		return made.map(({ body: json, derived, review, rows: own }) => ({
			json: { ...(json as IDataObject), derived, review: review as unknown as IDataObject[] },
			pairedItem: own.map((item) => ({ item })),
		}));
	};
	const header = new Set(['lines', ...targetsOf(body).flatMap(({ key, inLine }) => (inLine ? [] : [key]))]);
	return operation({
		name: 'From Rows',
		action: `Turn rows into ${what}s`,
		description: `Turn rows of a table, one a line, into ${what}s`,
		effects: `Sends nothing, though n8n asks for the credential. Behind it put ${what === 'invoice' ? 'Invoice' : 'Quote'}: Create or Update with Body Source Input Item, and branch on review first: what stands there is for a person`,
		route: '',
		settings: {
			groupBy: text({
				default: 'id',
				description: `The column that tells which rows belong to one ${what}: its ID, or its number`,
				placeholder: 'e.g. Invoice Number',
			}),
			dateFormat,
			numberFormat,
			columns: optional(
				list(
					'Column',
					{
						field: choice(choicesOf(body), { description: 'What the column gives' }),
						column: text({ placeholder: 'e.g. Qty', description: 'The name of the column in the table' }),
					},
					{
						upFront: true,
						description: 'Only for columns that are not called as the fields here are',
					},
				),
			),
		},
		together: true,
		execute: read,
		makes: (name) => header.has(nameOf(body, name, 'item')),
		example: {
			id: what === 'invoice' ? 'INV-1001' : 'QUO-1001',
			customerId: 'CUS-1001',
			lines: [
				{
					description: 'Studs',
					quantity: 3,
					unitAmount: 12.99,
					subTotal: 38.97,
					taxAmount: 3.12,
					totalAmount: 42.09,
				},
			],
			totalAmount: 42.09,
			derived: [{ field: 'totalAmount', value: 42.09, how: '38.97 + 3.12' }],
			review: [],
		},
	});
}
