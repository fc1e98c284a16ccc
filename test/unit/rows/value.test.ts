import { resources } from '../../../nodes/BlueTape/resources';
import { targetsOf } from '../../../nodes/BlueTape/rows/columns';
import { cellReader, isBlank, type Formats } from '../../../nodes/BlueTape/rows/value';

const targets = targetsOf(resources.invoice.operations.create.body!);
const columnOf = (path: string) => ({
	...targets.find((one) => one.path === path)!,
	column: path,
	isChosen: false,
});
const formats: Formats = { dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' };
const read = (path: string, cell: unknown, more: Partial<Formats> = {}) =>
	cellReader({ ...formats, ...more })(cell, columnOf(path));

it.each<[unknown, boolean]>([
	...['', ' ', '\n', null, undefined].map((cell): [unknown, boolean] => [cell, true]),
	...['x', 0, false, {}, []].map((cell): [unknown, boolean] => [cell, false]),
])('%j is blank: %s', (cell, is) => expect(isBlank(cell)).toBe(is));

describe('a moment', () => {
	it.each([
		['2026/11/26 9:30', '09:30:00'],
		['2026/11/26 09:30', '09:30:00'],
		['2026/11/26T9:30', '09:30:00'],
		['2026/11/26  9:30:15', '09:30:15'],
		['2026/11/26 9:30:15.2501', '09:30:15'],
		['2026/11/26 9:30:15.2 PM', '21:30:15'],
		['2026/11/26 9:30 AM', '09:30:00'],
		['2026/11/26 9:30 pm', '21:30:00'],
		['2026/11/26 9:30pm', '21:30:00'],
		['2026/11/26 9:30 p.m.', '21:30:00'],
		['2026/11/26 12:15 am', '00:15:00'],
		['2026/11/26 12:15 pm', '12:15:00'],
		[' 26 Nov 2026 9:30 ', '09:30:00'],
		['2026-11-26T09:30:00Z', '09:30:00'],
		['2026/11/26', '00:00:00'],
		['2026-11-26', '00:00:00'],
	])('%s has the time of day %s', (cell, time) => {
		for (const dateFormat of ['YYYY-MM-DD', 'excel'] as const) {
			expect(read('sourceModifiedDate', cell, { dateFormat }).value).toBe(`2026-11-26T${time}.000Z`);
		}
	});

	it.each([
		[46352, '00:00'],
		[46352.5, '12:00'],
		['46352.25', '06:00'],
		[46352.395833333, '09:30'],
		[46352.99999, '23:59'],
		[46352.00001, '00:00'],
	])('as Excel numbers it, %s has the time of day %s', (cell, time) =>
		expect(read('sourceModifiedDate', cell, { dateFormat: 'excel' }).value).toBe(
			`2026-11-26T${time}:00.000Z`,
		),
	);

	it('without a zone is one of the workflow', () => {
		const timeZone = 'Europe/Vienna';
		const at = (cell: unknown, dateFormat: Formats['dateFormat'] = 'YYYY-MM-DD') =>
			read('sourceModifiedDate', cell, { timeZone, dateFormat }).value;
		expect(at('2026/11/26 9:30')).toBe('2026-11-26T08:30:00.000Z');
		expect(at('2026-11-26T09:30')).toBe('2026-11-26T08:30:00.000Z');
		expect(at('2026-11-26T09:30Z')).toBe('2026-11-26T09:30:00.000Z');
		expect(at(46352.5, 'excel')).toBe('2026-11-26T11:00:00.000Z');
	});

	it('is none where there is no day', () =>
		expect(read('sourceModifiedDate', 'soon 9:30').mistake).toContain('"soon 9:30" is no day'));
});

describe('a quantity of parts of a unit', () => {
	it.each<[unknown, string | undefined, Partial<Formats>?]>([
		['12.5', '12.5'],
		[12.5, '12.5'],
		['-2.5', '-2.5'],
		['0.250', '0.250'],
		['1.25', '1.25'],
		['1.2500', '1.2500'],
		['1234.567', '1234.567'],
		['1.250', undefined],
		['-1.250', undefined],
		['12.250', undefined],
		['123.456', undefined],
		[1.234, undefined],
		['1.250', '1.25', { numberFormat: '1,100.50' }],
		['12.5 ALL', undefined],
		['x', undefined],
	])('%j is %s', (cell, quantity, ...[more]) => {
		const found = read('lines.quantity', cell, more);
		expect(found.quantity).toBe(quantity);
		expect(found.mistake).toBeDefined();
	});

	it('is none where something else is wanted', () =>
		expect(read('lines.unitAmount', '12.5')).toEqual({ value: 12.5 }));
});

it.each<[string, unknown, string]>([
	['lines.quantity', '-', '"-" is taken as 0: if it is 0, write 0'],
	['lines.unitAmount', '–', '"–" is taken as 0: if it is 0, write 0'],
	[
		'lines.quantity',
		'3 CUP',
		`"3 CUP" has a currency, CUP: is it a quantity? Take 'CUP' out, or choose the column for what it is`,
	],
	['lines.unitAmount', '3 CAD', '"3 CAD" is in CAD, and BlueTape takes US dollars'],
	['lines.description', '#REF!', '"#REF!" is what a sheet shows for a formula that failed'],
	[
		'lines.description',
		'D�bel M8',
		'has � in place of letters: the file was read in another encoding than it is written in. Choose the encoding in the node that reads it (for example windows-1252 or latin1)',
	],
])('of %s, %j is doubted', (path, cell, doubt) => expect(read(path, cell)).toMatchObject({ doubt }));

it.each<[string, unknown]>([
	['lines.taxAmount', '-'],
	['lines.unitAmount', '$ -'],
	['lines.quantity', 3],
	['lines.unitAmount', '$3'],
	['lines.description', '3 CAD'],
	['lines.description', '-'],
	['lines.description', 'Dübel M8 größe'],
])('of %s, %j is not', (path, cell) => expect(read(path, cell).doubt).toBeUndefined());

it.each<[string, unknown, string | undefined]>([
	['id', 'TBD', '"TBD" is no Invoice ID'],
	['invoiceNumber', '-', '"-" is no Invoice Number'],
	['quoteRefNumber', 'TBD', undefined],
	['lines.description', 'TBD', undefined],
	['id', 'A-1', undefined],
	['id', true, 'true is no Invoice ID'],
	['lines.unitAmount', { a: 1 }, '{"a":1} is no number like 1100.50 (choose the number format)'],
	['dueDate', undefined, 'nothing is no day like YYYY-MM-DD (choose the date format)'],
])('of %s, %j is a mistake: %s', (path, cell, mistake) => expect(read(path, cell).mistake).toBe(mistake));

it('what was read is kept, by its column, and not for ever', () => {
	const reader = cellReader(formats);
	const [price, amount] = ['lines.unitAmount', 'lines.subTotal'].map(columnOf);
	const first = reader('5', price);
	expect(reader('5', price)).toBe(first);
	expect(reader('5', amount)).not.toBe(first);
	for (let at = 10; at < 1009; at++) reader(String(at), price);
	reader('5', amount);
	expect(reader('10', price)).not.toBe(first);
	expect(reader('5', price)).not.toBe(first);
});
