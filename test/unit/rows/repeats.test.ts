import { repeatedLines } from '../../../nodes/BlueTape/rows/repeatedLines';

// What tells two lines apart is a cell of their own; what only counts them does not.

type Line = Parameters<typeof repeatedLines>[0][number]['line'];
const line = (description: string, subTotal = 100): Line => ({
	description,
	quantity: 1,
	unitAmount: subTotal,
	subTotal,
});
const [studs, nails, glue] = ['Studs', 'Nails', 'Glue'].map((name) => line(name));

/** What is said of lines that have the cells of one more column beside them. */
function said(lines: Line[], cells: unknown[] = [], name = 'Column') {
	const rows = lines.map((_, at) => (cells.length ? { [name]: cells[at] } : {}));
	const found = lines.map((one, row) => ({ line: one, unread: {}, row }));
	return repeatedLines(found, rows, { key: 'A', rows: rows.map((_, at) => at) }, [name]).map(
		({ message }) => message,
	);
}
const table = [studs, nails, studs, nails];

describe('a column whose cells count lines', () => {
	it.each<[string, unknown[]]>([
		['from 1', [1, 2, 3, 4]],
		['from 0', [0, 1, 2, 3]],
		['by tens', [10, 20, 30, 40]],
		['as text', ['1', ' 2 ', '3', '4']],
	])('%s, whatever it is called', (_how, cells) => {
		for (const name of ['Column', 'Line No.']) {
			expect(said(table, cells, name)).toEqual([expect.stringContaining('are lines 1-2 once more')]);
		}
	});

	it.each(['Line', 'Line #', 'Pos', 'POSITION', 'Pos. No.', 'Seq', 'Sequence', 'Nr', '#', 'No'])(
		'in other steps as %s',
		(name) => expect(said(table, [5, 10, 15, 20], name)).toHaveLength(1),
	);

	it.each<[string, unknown[], string?]>([
		['in other steps under any name', [5, 10, 15, 20]],
		['from 2', [2, 3, 4, 5]],
		['from 0 by tens', [0, 10, 20, 30]],
		['from 1 by tens', [1, 11, 21, 31]],
		['from 10 by ones', [10, 11, 12, 13]],
		['with a gap', [1, 2, 4, 5]],
		['and one that is empty', [1, 2, '', 4]],
		['and nothing at the end', [1, 2, 3, null]],
		['downwards', [4, 3, 2, 1]],
		['in words', ['one', 'two', 'three', 'four']],
		['in other steps as a number of tickets', [5, 10, 15, 20], 'Ticket No'],
		['in other steps as a part of a longer word', [5, 10, 15, 20], 'Online'],
		['in other steps as what a line is of', [5, 10, 15, 20], 'Line of business'],
	])('is none %s: it tells lines apart', (_how, cells, ...[name]) =>
		expect(said(table, cells, name)).toEqual([]),
	);

	it('does not make copies of lines that stand far from each other', () =>
		expect(said([studs, nails, studs], [1, 2, 3])).toEqual([]));
});

describe('a column that a sheet or a data table gives each row', () => {
	it.each([
		...['row', 'Row Num', 'row_number', 'Rows Number', 'rownum', 'index', 'ID'],
		...['createdAt', 'updatedAt', 'Created Time', 'Last Modified'],
	])('as %s tells none apart', (name) =>
		expect(said([studs, nails, studs], ['a', 'b', 'c'], name)).toEqual([
			expect.stringContaining('Line 3 (row 3) is line 1 once more'),
		]),
	);

	it.each(['Arrow', 'Row Type', 'Grid', 'Idea', 'Lot ID', 'Crow', 'Last Modified By'])('is not %s', (name) =>
		expect(said([studs, nails, studs], ['a', 'b', 'c'], name)).toEqual([]),
	);
});

describe('cells that say the same', () => {
	it.each<[string, unknown[]]>([
		['but for blanks around', ['x', 'y', ' x ']],
		['by being empty in several ways', ['', 'y', undefined]],
		['by being empty, and nothing', [null, 'y', '  ']],
		['as numbers', [7, 8, 7]],
	])('%s tell none apart', (_how, cells) => expect(said([studs, nails, studs], cells)).toHaveLength(1));

	it.each<[string, unknown[]]>([
		['two texts', ['x', 'y', 'z']],
		['nothing and 0', ['', 'y', 0]],
	])('%s do', (_how, cells) => expect(said([studs, nails, studs], cells)).toEqual([]));
});

describe('what is often billed again', () => {
	const again = (name: string) => said([line(name), nails, line(name)]).length;
	it.each([
		...[
			'Labor',
			'Labour',
			'Labor kitchen',
			'Travel',
			'Travel to site',
			'Delivery',
			'Freight',
			'Framing labor',
			'Man hour',
		],
		...[
			'Crane hour',
			'Machine hour',
			'3 hours',
			'2 hrs',
			'Drive time',
			'Trip',
			'Trips',
			'Site visit',
			'Visits',
			'Callout',
			'Call-out',
		],
		...[
			'Call outs',
			'Anfahrt',
			'Fahrtkosten',
			'Arbeitszeit',
			'Montagestunden',
			'Trip charge',
			'Fuel surcharge',
			'Work travel',
		],
		...[
			'Hours, kitchen',
			'Hours; kitchen',
			'Hours: kitchen',
			'Hours (kitchen)',
			'Hours/kitchen',
			'Hours – kitchen',
			'Hours—kitchen',
		],
		...[
			'Hours - kitchen',
			'Hours for kitchen',
			'Hours to date',
			'Hours on site',
			'Hours at site',
			'Hours in kitchen',
			'Trips per day',
		],
		...['Stunden für Bad', 'Stunden am Bau', 'Anfahrt nach Graz', 'Anfahrt vom Lager', 'Anfahrt zum Kunden'],
	])('%s may stand there twice', (name) => expect(again(name)).toBe(0));

	it.each([
		...['Deliveryman boots', 'Laborers gloves', 'Fire door of 2 hours', 'Timer', 'Time clock', 'Tripod'],
		...[
			'Visitor badge',
			'Roundtrip ticket',
			'Overtimes',
			'Hourglass',
			'Stundenglas',
			'Anfahrtsplan',
			'Half hour',
			'Diesel fuel filter',
			'Recall outlet',
		],
		...['Door (2 hours)', 'Goods in hours', 'Hours-meter', 'Hours toner', 'Hours information'],
	])('%s may not', (name) => expect(again(name)).toBe(1));

	it('nor what has no name', () => {
		const nameless = { quantity: 1, unitAmount: 5, subTotal: 5 };
		expect(said([nameless, nails, nameless])).toHaveLength(1);
	});
});

describe('sentences', () => {
	it.each<[string, Line[], string]>([
		[
			'two tables',
			table,
			'Lines 3-4 (rows 3 and 4) are lines 1-2 once more: pasted twice? Remove what is too much',
		],
		[
			'one line',
			[studs, nails, studs],
			'Line 3 (row 3) is line 1 once more: pasted twice? Remove what is too much',
		],
		[
			'a line that stands there several times',
			[studs, nails, studs, studs],
			'Lines 3-4 (rows 3 and 4) are line 1 once more: pasted twice? Remove what is too much',
		],
		[
			'several that are one',
			[studs, studs, nails, studs],
			'Line 4 (row 4) is lines 1-2 once more: pasted twice? Remove what is too much',
		],
		[
			'the longest',
			[studs, nails, glue, studs, nails, line('X'), studs, nails, glue],
			'Lines 7-9 (rows 7, 8 and 9) are lines 1-3 once more: pasted twice? Remove what is too much',
		],
		[
			'each of three',
			[studs, studs, nails, nails, glue, glue],
			'Each of the 3 different lines stands there 2 times: put together with another table? Remove what is too much',
		],
	])('%s', (_what, lines, sentence) => expect(said(lines)).toEqual([sentence]));

	it.each<[string, Line[]]>([
		['no lines', []],
		[
			'work that is done again, but not as often',
			['Labor', 'Delivery', 'Labor', 'Labor', 'Delivery'].map((name) => line(name)),
		],
		['two kinds, as often', [studs, studs, nails, nails]],
		[
			'three kinds without an amount',
			[studs, nails, glue].flatMap(({ description }) => [
				line(String(description), 0),
				line(String(description), 0),
			]),
		],
	])('none of %s', (_what, lines) => expect(said(lines)).toEqual([]));
});
