import { resources } from '../../nodes/BlueTape/resources';
import { doubtsOf } from '../../nodes/BlueTape/amounts/amountDoubts';
import type { Body } from '../../nodes/BlueTape/amounts/sums';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';
import { bodiesOf, type Settings } from '../../nodes/BlueTape/rows/bodies';
import { targetsOf } from '../../nodes/BlueTape/rows/columns';
import { Failed } from '../../nodes/shared/failure';
import { parse } from '../../nodes/shared/input/schema';

// What a database or a Code node hands over in a cell, in any column: it is for a person, and other rows are none the worse for it.

const settings: Settings = { groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' };
const shapes = {
	invoice: resources.invoice.operations.create.body!,
	quote: resources.quote.operations.create.body!,
};
const row = (id: string, more: object = {}) => ({
	id,
	...{ invoiceNumber: `7${id}`, quoteNumber: `7${id}`, customerId: 'CUS-1' },
	...{ invoiceDate: '2026-11-26', quoteDate: '2026-11-26', dueDate: '2026-12-26' },
	...{ description: 'Studs', quantity: '3', unitAmount: '12.99', taxRate: '8%' },
	...more,
});
const read = (rows: object[], of: keyof typeof shapes) =>
	bodiesOf(rows as Array<Record<string, unknown>>, shapes[of], settings, '2026-11-27').made;

const ODD: unknown[] = [
	...[['Studs', 'Nails'], [], [null], [{ en: 'Studs' }], { en: 'Studs' }, {}, { value: null }, true, false],
	...[new Date('2026-11-02'), new Date(Number.NaN), Number.NaN, Infinity, -Infinity, 1e300, -1e300, 5e-324],
	...[12345678901234567890, '12345678901234567890', '9'.repeat(400), '1e400', '-', '\u0000', '💰'],
];
const UNUSED = [
	...[
		'Notes',
		'Freight',
		'Paid',
		'Received',
		'Discount',
		'Balance',
		'Price UOM',
		'UOM',
		'Qty Shipped',
		'Tax Code',
	],
	...['Taxable', 'Currency', 'Status', 'Payment Received', 'Payment Date', 'Type', 'Prices include tax'],
	...['List Price', 'Amount (EUR)', 'Row', 'Credit', 'Limit'],
];

describe.each(Object.keys(shapes) as Array<keyof typeof shapes>)('in the rows of a %s', (of) => {
	const [other] = read([row('B')], of);
	const names = targetsOf(shapes[of]).map(({ path, key }) => (Object.hasOwn(row(''), key) ? key : path));

	it.each([...names.filter((name) => name !== 'id'), ...UNUSED])('under %s', (name) => {
		for (const odd of ODD) {
			const rows = [row('A'), row('A', { quantity: 1, [name]: odd }), row('A', { [name]: odd }), row('B')];
			const made = read(rows, of);
			expect(made).toHaveLength(2);
			expect(made[1]).toEqual({ ...other, rows: [3] });
		}
	});

	it('in place of the ID', () => {
		for (const odd of ODD)
			expect(read([row('A', { id: odd }), row('B')], of).at(-1)!.body).toEqual(other.body);
	});
});

it.each<[column: string, odd: unknown, said: string]>([
	['description', ['Studs', 'Nails'], 'must be text'],
	['description', { en: 'Studs' }, 'must be text'],
	['description', 12345678901234567890, 'must be text'],
	['quantity', Number.NaN, 'is no number like 1100.50'],
	['unitAmount', Infinity, 'is no number like 1100.50'],
	['taxRate', Number.NaN, 'is no number like 1100.50'],
	['amountDue', -Infinity, 'is no number like 1100.50'],
	['id', 'INV-undefined', 'what it is made of is missing'],
	['id', 'M\ufffdller', 'a letter could not be read'],
])('%s %j is told, and Create refuses it', (column, odd, said) => {
	const [{ body, review }] = read([row('A', { [column]: odd })], 'invoice');
	expect(review.map(({ message }) => message).join()).toContain(`Row 1, column "${column}"`);
	expect(review.map(({ message }) => message).join()).toContain(said);
	// n8n may hand it on as JSON, which has null for NaN.
	expect(() => parse(shapes.invoice, JSON.parse(JSON.stringify(body)))).toThrow(Failed);
});

describe('Create takes such a value, or says which field is wrong', () => {
	const line = { description: 'Studs', quantity: 3, unitAmount: 12.99, taxRate: 8 };
	const body = {
		...{ id: 'A', invoiceNumber: '7', customerId: 'CUS-1', invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
		lines: [line],
	};
	const tried = (given: object) => {
		try {
			const worked = workOut(parse(shapes.invoice, given) as Body, { amountDue: true });
			return worked.missing.length ? worked.missing : doubtsOf(worked, { isNew: true });
		} catch (error) {
			return error;
		}
	};

	it.each(targetsOf(shapes.invoice))('$path', ({ key, inLine }) => {
		for (const odd of ODD) {
			const said = tried(
				inLine ? { ...body, lines: [{ ...line, [key]: odd }, line] } : { ...body, [key]: odd },
			);
			if (said instanceof Error) expect(said).toBeInstanceOf(Failed);
		}
	});
});

it.each(['dueDate', 'invoiceDate', 'quantity', 'unitAmount', 'taxRate', 'amountDue', 'lines.taxAmount'])(
	'a very long text under %s is told by its beginning',
	(column) => {
		for (const long of [
			`1${' '.repeat(50_000)}1`,
			'1 '.repeat(25_000),
			'9'.repeat(50_000),
			'1/'.repeat(25_000),
		]) {
			const [{ review }, other] = read([row('A', { [column]: long }), row('B')], 'invoice');
			const said = review.map(({ message }) => message).find((one) => one.startsWith('Row 1, '))!;
			expect(said).toContain(`column "${column}": "${long.trim().slice(0, 200)}…" is no`);
			expect(said.length).toBeLessThan(400);
			expect(other.review).toEqual([]);
		}
	},
);
