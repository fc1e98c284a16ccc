import { resources } from '../../nodes/BlueTape/resources';
import { bodiesOf, type Settings } from '../../nodes/BlueTape/rows/bodies';
import { columnsOf, targetsOf } from '../../nodes/BlueTape/rows/columns';
import { otherFormats } from '../../nodes/BlueTape/rows/otherFormat';

// A table whose cells show that it is written in another format than the chosen one: what both read, each as another value, is for a person.

const shape = resources.invoice.operations.create.body!;
const settings: Settings = { groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1,100.50' };
const row = (id: string, more: object = {}) => ({
	...{ id, invoiceNumber: `7${id}`, customerId: 'CUS-1', invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
	...{ description: 'Studs', quantity: 1, unitAmount: 10, taxRate: 0, ...more },
});
const reviews = (rows: object[], chosen: Partial<Settings> = {}) =>
	bodiesOf(rows as Array<Record<string, unknown>>, shape, { ...settings, ...chosen }, '2026-11-27').made.map(
		({ review }) => review.map(({ field, message }) => `${field}: ${message}`),
	);

/** What is told of each price, one an invoice. */
const prices = (numberFormat: Settings['numberFormat'], ...cells: unknown[]) =>
	reviews(
		cells.map((unitAmount, at) => row(`A${at}`, { unitAmount })),
		{ numberFormat },
	).map((said) => said.join());
/** What is told of each due date, one an invoice. */
const days = (dateFormat: Settings['dateFormat'], ...cells: unknown[]) =>
	reviews(
		cells.map((dueDate, at) => row(`A${at}`, { dueDate })),
		{ dateFormat },
	).map((said) => said.join());

it('a number that is another one in the format of another cell is told, in any row and column', () => {
	const [first, second, third, fourth] = reviews([
		row('G-1', { quantity: '1,250', unitAmount: '28' }),
		row('G-2', { unitAmount: '28,40' }),
		row('G-3', { unitAmount: '1,100' }),
		row('G-4', { quantity: '1250', unitAmount: '28' }),
	]);
	const other =
		'in 1.100,50, which "28,40" in row 2, column "unitAmount" is written in: choose the Number Format';
	expect(first).toEqual([
		`lines[0].quantity: Row 1, column "quantity": "1,250" is 1250 in the chosen format and 1.25 ${other}, or correct that one`,
	]);
	expect(second.join()).toContain('"28,40" is no number like 1,100.50 (choose the number format)');
	expect(third).toHaveLength(1);
	expect(third[0]).toContain(`"1,100" is 1100 in the chosen format and 1.1 ${other}`);
	expect(fourth).toEqual([]);
});

it.each<[chosen: Settings['numberFormat'], proof: string, cell: string, said: string]>([
	['1.100,50', '28.40', '1,100', 'is 1.1 in the chosen format and 1100 in 1,100.50'],
	['1.100,50', '28.40', '1.100', 'is 1100 in the chosen format and 1.1 in 1100.50'],
	['1.100,50', '1,250.00', '1,100', 'is 1.1 in the chosen format and 1100 in 1,100.50'],
	['1,100.50', '€ 28,40', ' $1,100 ', 'is 1100 in the chosen format and 1.1 in 1.100,50'],
	['1,100.50', '-1.250,00', '1,100-', 'is -1100 in the chosen format and -1.1 in 1.100,50'],
])('like %s, with %s, %s is told', (chosen, proof, cell, said) => {
	expect(prices(chosen, proof, cell)[1]).toContain(said);
	expect(prices(chosen, cell, proof)[0]).toContain(said.replace('row 1', 'row 2'));
});

it.each<[chosen: Settings['numberFormat'], ...cells: unknown[]]>([
	['1100.50', '1.25', '28.40', '1100'],
	['1,100.50', '1,250', '28.40', '1,100.50'],
	['1.100,50', '1.250', '28,40', '1.100,50'],
	['1.100,50', "1'250", '28,40', 1.25],
])('like %s, a table that nothing speaks against is silent', (chosen, ...cells) => {
	// A price of three decimals is another matter.
	expect(prices(chosen, ...cells).join('')).toBe('');
});

it('what is no number in any format, more than one, or the same in both, shows and is nothing', () => {
	const unsure = ['12 pcs', '1,2,3', 'x28,40', `1${' '.repeat(50)}1,5`, '28,40 kg', '26,11,2026'];
	expect(prices('1,100.50', ...unsure, '1,100').at(-1)).toBe('');
	// 1,250 is 1250 or 1.25.
	expect(prices('1100.50', '1,250', '1.5').at(-1)).toBe('');
	expect(prices('1,100.50', '28,40', '1100', '12,-', "1'100", 1100).slice(1).join('')).toBe('');
});

it('a part of a unit is told though it becomes one unit', () => {
	const said = reviews([row('A', { quantity: '12,500' }), row('B', { unitAmount: '28.40' })], {
		numberFormat: '1.100,50',
	});
	expect(said[0]).toHaveLength(1);
	expect(said[0][0]).toContain('"12,500" is 12.5 in the chosen format and 12500 in 1,100.50');
});

it('a rate is told and shows it, and what is not used is not asked', () => {
	const rate = row('B', { taxRate: '8,25 %' });
	expect(reviews([row('A', { unitAmount: '1,100' }), rate])[0].join()).toContain('"8,25 %" in row 2');
	expect(reviews([row('A', { unitAmount: '1,100' }), row('B', { Colour: '28,40' })])).toEqual([[], []]);
});

it.each<[chosen: Settings['dateFormat'], proof: string, cell: string, said: string]>([
	[
		'MM/DD/YYYY',
		'25/11/2026',
		'12/01/2027',
		'is 2027-12-01 in the chosen format and 2027-01-12 in DD/MM/YYYY',
	],
	[
		'DD/MM/YYYY',
		'11/25/2026',
		'01/12/2026',
		'is 2026-12-01 in the chosen format and 2026-01-12 in MM/DD/YYYY',
	],
	[
		'DD.MM.YYYY',
		'11-25-2026',
		'1-12-2026',
		'is 2026-12-01 in the chosen format and 2026-01-12 in MM/DD/YYYY',
	],
	[
		'MM/DD/YYYY',
		'25/11/2026 10:30',
		'12/01/2026 9:05 PM',
		'is 2026-12-01 in the chosen format and 2026-01-12',
	],
])('like %s, with %s, %s is told', (chosen, proof, cell, said) => {
	const [, told] = days(chosen, proof, cell);
	expect(told).toContain(`dueDate: Row 2, column "dueDate": "${cell}" ${said}`);
	expect(told).toContain(`which "${proof}" in row 1, column "dueDate" is written in: choose the Date Format`);
});

it('what is one day in either order is not told, and another separator shows nothing', () => {
	expect(
		days('MM/DD/YYYY', '25/11/2026', '12/12/2026', '11/28/2026', '2026-12-01', '1 Dec 2026').slice(1),
	).toEqual(['', '', '', '']);
	expect(days('MM/DD/YYYY', '25.11.2026', '12/01/2026')[1]).toBe('');
	expect(days('MM/DD/YYYY', '11/28/2026', '12/01/2026').join('')).toBe('');
	// Nobody writes the month before a day with points.
	expect(days('DD/MM/YYYY', '11.25.2026', '01.12.2026')[1]).toBe('');
	// No day in either order.
	expect(days('MM/DD/YYYY', '31/31/2026', '30/02/2026', '12/01/2026')[2]).toBe('');
});

it('ten thousand rows are looked through in no time', () => {
	const rows = Array.from({ length: 10_000 }, (_, at) => row(`A${at}`, { unitAmount: `${at % 900},100` }));
	const { columns } = columnsOf(Object.keys(rows[0]), targetsOf(shape), []);
	const price = columns.find(({ key }) => key === 'unitAmount')!;
	const start = performance.now();
	const doubted = otherFormats([...rows, row('B', { unitAmount: '28,40' })], columns, settings);
	expect(rows.filter(({ unitAmount }) => doubted(unitAmount, price))).toHaveLength(10_000);
	expect(performance.now() - start).toBeLessThan(5_000);
});
