import * as fc from 'fast-check';
import type { DetectInvoiceResponse } from '../../nodes/BluDelta/detection/types';
import { detection, due, line, totals, vat } from '../detection/build';
import { addDays } from '../../nodes/shared/values/dates';
import { copyOf } from './runs';

/** Cents as the service writes amounts: 82860 is `828.60`. */
export const written = (cents: number): string =>
	`${cents < 0 ? '-' : ''}${(Math.abs(cents) / 100).toFixed(2)}`;

const rates = fc.constantFrom([20], [19, 7], [0, 10, 20], [8], [8.25], [8.875, 0], [8.1, 2.6], [0]);
const net = fc.oneof(
	{ weight: 8, arbitrary: fc.nat(20_000_000) },
	{ weight: 4, arbitrary: fc.nat(20_000) },
	// A discount.
	{ weight: 1, arbitrary: fc.integer({ min: -900, max: 0 }) },
);
/** Days that an invoice may have; a due date is at most five years later. */
const invoiceDays = fc
	.date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
	.map((day) => day.toISOString().slice(0, 10));
const row = fc.record({
	net,
	rate: fc.nat(),
	quantity: fc.constantFrom('1', '3', '7', '12.5', '', '0', '1000'),
	price: fc.constantFrom('', 'the piece', 'the whole'),
});

/** A document whose amounts fit, and what they are in cents. */
export interface Consistent {
	document: DetectInvoiceResponse;
	net: number;
	tax: number;
	/** Percent, of each line. */
	rates: number[];
	/** Whether the printed lines make the net total or the total; gross ones, each with a rounded tax, may not. */
	linesAdd: boolean;
}

/** Invoices with odd amounts that add up: net or gross lines, one to three rates, discounts, quantities of all kinds. */
export const consistent: fc.Arbitrary<Consistent> = fc
	.record({
		rates,
		gross: fc.boolean(),
		// Tax is rounded once for each line, or once for all lines of a rate.
		perLine: fc.boolean(),
		withGroupTax: fc.boolean(),
		rows: fc.array(row, { minLength: 1, maxLength: 10 }),
		days: fc.tuple(invoiceDays, fc.nat(1827)),
		number: fc.stringMatching(/^[A-Z0-9/-]{1,10}$/),
	})
	.map(({ rates: percents, gross, perLine, withGroupTax, rows, days, number }) => {
		const groups = percents.map((rate) => ({ rate, net: 0, tax: 0 }));
		let printed = 0;
		const items = rows.map(({ net: amount, rate, quantity, price }, at) => {
			const group = groups[rate % groups.length];
			const tax = Math.round((amount * group.rate) / 100);
			group.net += amount;
			group.tax += tax;
			const total = gross ? amount + tax : amount;
			printed += total;
			const piece = (total / 100 / (Number(quantity) || 1)).toFixed(4);
			const prices: Record<string, string> = { 'the whole': written(amount), 'the piece': piece };
			return line(`Line ${at}`, quantity, prices[price] ?? '', written(total));
		});
		if (!perLine) for (const group of groups) group.tax = Math.round((group.net * group.rate) / 100);
		const [netTotal, taxTotal] = [
			groups.reduce((sum, one) => sum + one.net, 0),
			groups.reduce((sum, one) => sum + one.tax, 0),
		];
		const [invoiceDate, term] = days;
		const document = detection(
			{
				...totals(written(netTotal), written(taxTotal), written(netTotal + taxTotal)),
				InvoiceDate: invoiceDate,
				InvoiceId: number,
			},
			[
				...groups.map((group) =>
					vat(String(group.rate), written(group.net), withGroupTax ? written(group.tax) : ''),
				),
				due(addDays(invoiceDate, term)!),
			],
			items,
		);
		const ratesOfLines = rows.map(({ rate }) => percents[rate % percents.length]);
		const linesAdd = printed === netTotal || printed === netTotal + taxTotal;
		return { document, net: netTotal, tax: taxTotal, rates: ratesOfLines, linesAdd };
	});

type Path = Array<string | number>;

/** The paths of everything inside. */
function pathsIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
	return [
		path,
		...members.flatMap(([key, member]: [string | number, unknown]) => pathsIn(member, [...path, key])),
	];
}

const at = (tree: unknown, path: Path): any => path.reduce((inner: any, step) => inner[step], tree);

const amounts = fc.integer({ min: -100_000, max: 10_000_000 }).map(written);
const oddAmounts = fc.constantFrom(
	'1.234,50',
	'1,234.50',
	'n/a',
	'NaN',
	'Infinity',
	'1e5',
	'-0.00',
	'0.005',
	'9'.repeat(14),
	'9'.repeat(30),
	' 12.5 ',
	'٣',
);
const oddValues = fc.oneof(
	{ weight: 3, arbitrary: amounts },
	{ weight: 2, arbitrary: oddAmounts },
	fc.constantFrom(
		'',
		' ',
		'2026-02-30',
		'2026-03-31',
		'31.03.2026',
		'30',
		'30 days',
		'EUR',
		'CreditMemo',
		'2026-99-99T99:99:99Z',
	),
	fc.string(),
	fc.jsonValue(),
);

/** What went wrong on the way: a value that is another one, or not there any more. */
const accidents = fc.array(fc.record({ where: fc.nat(), value: fc.option(oddValues) }), {
	minLength: 1,
	maxLength: 8,
});

/** Any tree with a few accidents in it. */
export const damaged = <T extends object>(trees: fc.Arbitrary<T>): fc.Arbitrary<T> =>
	fc.tuple(trees, accidents).map(([tree, all]) => {
		const copy = copyOf(tree);
		for (const { where, value } of all) {
			const paths = pathsIn(copy).slice(1);
			if (!paths.length) break;
			const path = paths[where % paths.length];
			const parent = at(copy, path.slice(0, -1));
			if (value === null) delete parent[path.at(-1)!];
			else parent[path.at(-1)!] = value;
		}
		return copyOf(copy);
	});

/** The document with one of its amounts a few cents off. */
export const nearly = <T extends object>(tree: T): fc.Arbitrary<T> => {
	const places = pathsIn(tree).filter(
		(path) => /^-?\d+\.\d\d$/.test(String(at(tree, path))) && path.at(-1) === 'Value',
	);
	return fc.tuple(fc.nat(), fc.integer({ min: -5, max: 5 })).map(([where, cents]) => {
		const copy = copyOf(tree);
		const path = places[where % places.length];
		const before = Math.round(Number(at(copy, path)) * 100);
		at(copy, path.slice(0, -1)).Value = written(before + cents);
		return copy;
	});
};

const huge = fc.constantFrom<unknown>(1e308, 2 ** 53, '9'.repeat(400), 'x'.repeat(10_000), NaN, Infinity, -0);
const misfortunes = fc.array(
	fc.record({
		kind: fc.constantFrom('replace', 'remove', 'move', 'cycle', 'wrap', 'prototype'),
		where: fc.nat(),
		other: fc.nat(),
		value: fc.oneof(oddValues, huge),
	}),
	{ minLength: 1, maxLength: 6 },
);

/** Any tree with parts of it in the place of others, inside of themselves, wrapped, huge or gone. What comes out need be no JSON. */
export const mangled = <T extends object>(trees: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
	fc.tuple(trees, misfortunes).map(([tree, all]) => {
		const copy = copyOf(tree);
		// Before the first change, for there is no end of paths in a cycle.
		const paths = pathsIn(copy).slice(1);
		// What users gave along is written as JSON, which has no cycles.
		const ours = paths.filter((path) => !/additionalProperties/i.test(path.join()));
		const places = ours.map((path) => ({ parent: at(copy, path.slice(0, -1)), key: path.at(-1)! }));
		for (const { kind, where, other, value } of all) {
			const { parent, key } = places[where % places.length];
			const { parent: from, key: name } = places[other % places.length];
			if (kind === 'replace') parent[key] = value;
			if (kind === 'remove') delete parent[key];
			if (kind === 'move') parent[key] = from[name];
			if (kind === 'cycle') parent[key] = other % 2 ? parent : copy;
			if (kind === 'wrap') parent[key] = other % 2 ? [parent[key]] : { Value: parent[key] };
			if (kind === 'prototype')
				Object.defineProperty(parent, '__proto__', { value, enumerable: true, configurable: true });
		}
		return copy;
	});
