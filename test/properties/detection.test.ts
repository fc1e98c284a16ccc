import * as fc from 'fast-check';
import { z } from 'zod';
import { invoiceCreate } from '../../emulator/blueTape/schemas/invoice';
import { readDocument, simplifiedDocument } from '../../nodes/BluDelta/detection/document';
import { details } from '../../nodes/BluDelta/detection/fields';
import { toBlueTapeInvoice, type BlueTapeInvoice } from '../../nodes/BluDelta/detection/invoice';
import type { InvoiceOptions } from '../../nodes/BluDelta/detection/options';
import { partition } from '../../nodes/BluDelta/detection/partition';
import { simplify } from '../../nodes/BluDelta/detection/simplified';
import { largestRemainder, settle } from '../../nodes/BluDelta/detection/spread';
import type { DetectInvoiceResponse, DownloadedDocument } from '../../nodes/BluDelta/detection/types';
import { resources } from '../../nodes/BlueTape/resources';
import { download } from '../detection/build';
import { examples, refused } from '../detection/examples';
import { consistent, damaged, mangled, nearly } from './documents';
import { check, copyOf } from './runs';

const states = fc.constantFrom('Validated', 'Autoprocessed');
const good = fc
	.tuple(consistent, states)
	.map(([{ document }, state]) => download(document, state) as DownloadedDocument);
const documents = fc.oneof(good, good.chain(nearly), damaged(good), damaged(good));
const choices: fc.Arbitrary<InvoiceOptions> = fc.record(
	{
		customerId: fc.constant('CUS-1'),
		tolerance: fc.constantFrom(0, 0.02, 1),
		lines: fc.constantFrom('fromDocument' as const, 'omit' as const),
		itemIds: fc.boolean(),
		minimumScore: fc.constantFrom(0, 0.5, 1),
		expectedCurrency: fc.constantFrom('USD', 'usd', 'EUR'),
		defaultNetDays: fc.constantFrom(0, 30),
		amountDue: fc.constantFrom(0, 1, 250.5, 1e9, '', '12.34'),
		status: fc.constantFrom('Placed', 'open'),
	},
	{ requiredKeys: ['customerId'] },
);

/** Exact cents of an amount of at most two decimals. Throws for any other. */
function cents(amount: number): number {
	const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(amount))!;
	return Number(`${sign}${whole}${part.padEnd(2, '0')}`);
}
const sum = (lines: Array<Record<string, any>>, key: string) =>
	lines.reduce((total, one) => total + cents(one[key] as number), 0);
const fields = (review: Array<{ field: string }>) => review.map(({ field }) => field);

/** What stands in it for something absent, or is no value to JSON: null, empty texts and objects, NaN. */
function hollow(value: unknown, path = ''): string[] {
	if (value === null || value === undefined || value === '' || Object.is(value, -0)) return [path];
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
	if (typeof value !== 'object') return [];
	const members = Object.entries(value);
	// A row of which nothing can be read is still a row.
	if (!members.length && !/\.\d+$/.test(path)) return [path];
	return members.flatMap(([key, member]) => hollow(member, `${path}.${key}`));
}

describe('the invoice', () => {
	const adds = (invoice: BlueTapeInvoice, names: string[], tolerance: number) => {
		const [subTotal, taxAmount, totalAmount] = [invoice.subTotal, invoice.taxAmount, invoice.totalAmount].map(
			cents,
		);
		const off = Math.abs(subTotal + taxAmount - totalAmount);
		if (off > tolerance) expect(names).toContain('totalAmount');
		const { lines } = invoice;
		if (!lines) return;
		expect([sum(lines, 'subTotal'), sum(lines, 'taxAmount')]).toEqual([subTotal, taxAmount]);
		for (const line of lines) {
			// One line for all says what the header says.
			const whole = lines.length === 1 && line.totalAmount === invoice.totalAmount;
			expect(whole || cents(line.subTotal) + cents(line.taxAmount) === cents(line.totalAmount)).toBe(true);
		}
	};

	it('of lines and tax gives the total in exact cents, or review says that it does not', () =>
		check(
			250,
			fc.property(documents, choices, (document, options) => {
				const { invoice, review } = toBlueTapeInvoice(document, options);
				if (invoice) adds(invoice, fields(review), cents(options.tolerance ?? 0.02));
			}),
		));

	it('of a document that adds up has its amounts, and all its lines', () =>
		check(
			150,
			fc.property(consistent, ({ document, net, tax, lines }) => {
				const { invoice, review } = toBlueTapeInvoice(download(document), {
					customerId: 'C',
					expectedCurrency: 'USD',
					tolerance: 0,
				});
				if (net < 0 || tax < 0) return expect([invoice, review.length]).toEqual([undefined, 1]);
				expect([invoice!.subTotal, invoice!.taxAmount, invoice!.totalAmount].map(cents)).toEqual([
					net,
					tax,
					net + tax,
				]);
				expect(invoice!.lines).toHaveLength(lines);
				if (net + tax > 0) expect(fields(review).filter((field) => !field.startsWith('lines'))).toEqual([]);
			}),
		));

	it('has whole quantities whose price gives the line, give or take a cent', () =>
		check(
			150,
			fc.property(documents, (document) => {
				const { invoice } = toBlueTapeInvoice(document, { customerId: 'C', tolerance: 1e9 });
				for (const { quantity, unitAmount, subTotal } of invoice?.lines ?? []) {
					expect(Number.isSafeInteger(quantity) && quantity > 0).toBe(true);
					expect(Math.abs(quantity * cents(unitAmount) - cents(subTotal))).toBeLessThanOrEqual(1);
				}
			}),
		));

	it("is valid for BlueTape's schema, or there is none and review says why", () => {
		const own = z.object(resources.invoice.operations.create.body!).strict();
		let valid = 0;
		check(
			250,
			fc.property(documents, choices, fc.uuid(), (document, options, invoiceId) => {
				const { invoice, review } = toBlueTapeInvoice(document, { ...options, invoiceId });
				if (!invoice) return expect(review).not.toEqual([]);
				valid++;
				expect(own.safeParse(invoice).error?.issues).toBeUndefined();
				expect(invoiceCreate.safeParse(invoice).error?.issues).toBeUndefined();
			}),
		);
		expect(valid).toBeGreaterThan(75);
	});

	it('is made of invoices only, released ones, in the expected currency', () =>
		check(
			250,
			fc.property(documents, choices, (document, options) => {
				const { invoice } = toBlueTapeInvoice(document, options);
				if (!invoice) return;
				const { documentType, invoiceCurrency, stateBeforeRelease = 'validated' } = readDocument(document);
				expect(documentType).toMatch(/^invoice$/i);
				expect(stateBeforeRelease).toMatch(/^(validated|autoprocessed)$/i);
				if (options.expectedCurrency)
					expect(invoiceCurrency?.toUpperCase()).toBe(options.expectedCurrency.toUpperCase());
			}),
		));

	it('of an unsure document has each unsure value told, unless a person has seen it', () =>
		check(
			150,
			fc.property(
				consistent,
				states,
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
				({ document }, state, minimumScore, scores) => {
					const names = [
						'documentType',
						'invoiceNumber',
						'invoiceDate',
						'invoiceCurrency',
						'netTotalAmount',
						'vatTotalAmount',
						'grandTotalAmount',
					] as const;
					const scored = copyOf(document);
					const expected = names.filter((name, at) => {
						scored.InvoiceDetailTypePredictions!.find(
							({ TypeName }) => TypeName === details[name][0],
						)!.Score = scores[at];
						return scores[at] < minimumScore && state !== 'Validated';
					});
					const { review } = toBlueTapeInvoice(download(scored, state), { customerId: 'C', minimumScore });
					const told = review.filter(({ message }) => message.includes('unsure')).map(({ field }) => field);
					expect(told.filter((field) => names.includes(field as never))).toEqual(
						expected.sort((a, b) => told.indexOf(a) - told.indexOf(b)),
					);
				},
			),
		));
});

describe('the reading of a detection result', () => {
	it('never throws, and what is absent is absent: no null, no empty text, no NaN', () =>
		check(
			250,
			fc.property(fc.oneof(documents, fc.anything()), choices, (document, options) => {
				const { invoice, derived, review } = toBlueTapeInvoice(document, options);
				// What users gave along comes back as it was.
				const { additionalProperties: _, ...read } = readDocument(document);
				expect(hollow([...derived, ...review, { ...invoice, ...read }])).toEqual([]);
				if (!invoice) expect(review).not.toEqual([]);
			}),
		));

	const known = fc.constantFrom(...[...examples, ...refused].map(({ document }) => document as object));

	it('of the known documents, mangled, gives plain data in exact cents', () =>
		check(
			500,
			fc.property(mangled(fc.oneof(known, good)), choices, (document, options) => {
				const { invoice, derived, review } = toBlueTapeInvoice(document, options);
				const { additionalProperties: _, ...read } = readDocument(document);
				for (const output of [{ ...invoice }, derived, review, read])
					expect(JSON.parse(JSON.stringify(output))).toEqual(output);
				if (invoice)
					for (const key of ['subTotal', 'taxAmount', 'totalAmount', 'amountDue'] as const)
						cents(invoice[key]);
			}),
		));

	const results = consistent.map(({ document }) => document);
	const anyResult = fc.oneof(results, damaged(results));

	it('goes by names: ids above 2^31, wrong ids and no ids change nothing', () => {
		const ids = fc.constantFrom(0, -1, 2 ** 31, 2 ** 32 + 16, 2 ** 49, 2 ** 53, '1024', undefined);
		const renumbered = (value: unknown, given: unknown[]): unknown =>
			JSON.parse(JSON.stringify(value), function (key, member: unknown) {
				return key === 'Type'
					? given[String((this as { TypeName?: string }).TypeName).length % given.length]
					: member;
			});
		check(
			200,
			fc.property(anyResult, fc.array(ids, { minLength: 1, maxLength: 7 }), (result, given) => {
				expect(simplify(renumbered(result, given) as DetectInvoiceResponse)).toEqual(simplify(result));
			}),
		);
	});

	it('takes the surest of several, in any order, and passes over what it does not know', () =>
		check(
			200,
			fc.property(
				results,
				fc.constantFrom(...Object.values(details).map(([name]) => name)),
				fc.nat(),
				(result, TypeName, roll) => {
					const unsure = { TypeName, Value: 'unsure', Score: 0.001 };
					const known = result.InvoiceDetailTypePredictions!;
					const sure = known.some((one) => one.TypeName === TypeName && one.Value);
					const before = sure ? [unsure] : [];
					const shuffled = [...before, { TypeName: 'Novelty', Value: 'x' }, ...known].sort(
						(a, b) => ((a.TypeName!.length * roll) % 7) - ((b.TypeName!.length * roll) % 7),
					);
					const wider = { ...result, Novelty: { a: [1] }, InvoiceDetailTypePredictions: shuffled };
					expect(simplify(wider)).toEqual(simplify(result));
				},
			),
		));

	it('a detail that was not found is absent, and the others stay as they are', () =>
		check(
			200,
			fc.property(
				results,
				fc.constantFrom(...Object.entries(details).map(([name, [TypeName]]) => ({ name, TypeName }))),
				fc.constantFrom('', ' ', undefined, null),
				(result, { name, TypeName }, nothing) => {
					const without = copyOf(result) as any;
					for (const one of without.InvoiceDetailTypePredictions)
						if (one.TypeName === TypeName) one.Value = nothing;
					const { scores, ...expected } = simplify(result) as Record<string, any>;
					delete expected[name];
					delete scores[name];
					expect(simplify(without)).toEqual({ ...expected, scores });
				},
			),
		));

	it('gives the same invoice when the document took the way through a workflow in between', () =>
		check(
			150,
			fc.property(documents, choices, (document, options) => {
				const item = JSON.parse(JSON.stringify(simplifiedDocument(document)));
				const now = '2026-05-05T05:05:05.000Z';
				expect(toBlueTapeInvoice(item, { ...options, now })).toEqual(
					toBlueTapeInvoice(document, { ...options, now }),
				);
			}),
		));
});

describe('cents that are left over', () => {
	const weights = fc.array(fc.integer({ min: -1e6, max: 1e9 }), { minLength: 1, maxLength: 12 });
	const added = (all: number[]) => all.reduce((total, one) => total + one, 0);

	it('are spread so that the parts add up: each share is cut to whole cents, and the cents go to those that lost most', () =>
		check(
			250,
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (total, all) => {
				const parts = largestRemainder(total, all);
				expect(added(parts)).toBe(total);
				const whole = BigInt(added(all));
				if (whole === 0n) return;
				// What each part has more than its exact share, in fractions of a cent.
				const size = whole < 0n ? -whole : whole;
				const more = parts.map(
					(part, at) => (BigInt(part) * whole - BigInt(total) * BigInt(all[at])) * (size / whole),
				);
				const roundedUp = more.filter((one) => one > 0n);
				const cut = more.filter((one) => one <= 0n);
				for (const one of more) expect(one < size && one > -size).toBe(true);
				for (const one of roundedUp) expect(cut.every((other) => size - one >= -other)).toBe(true);
			}),
		));

	it('or settled on one line', () =>
		check(
			150,
			fc.property(weights, fc.integer({ min: -1e9, max: 1e9 }), (all, total) => {
				const settled = settle(all, total, all);
				expect(added(settled)).toBe(total);
				expect(settled.filter((one, at) => one !== all[at]).length).toBeLessThanOrEqual(1);
			}),
		));

	/** All ways to spread the lines over the groups, one by one. */
	function waysOf(lines: number[], groups: number): number[][] {
		if (!lines.length) return [[]];
		return waysOf(lines.slice(1), groups).flatMap((rest) =>
			Array.from({ length: groups }, (_, group) => [group, ...rest]),
		);
	}

	it('lines belong to the groups that they make up, if there is exactly one way', () =>
		check(
			150,
			fc.property(
				fc.array(fc.integer({ min: -3, max: 12 }).filter(Boolean), { minLength: 1, maxLength: 6 }),
				fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
				fc.constantFrom(0, 0, 0, 1),
				(lines, owner, off) => {
					const targets = [0, 1, 2].map((group) => added(lines.filter((_, at) => owner[at] === group)));
					targets[0] += off;
					const ways = waysOf(lines, 3).filter((way) =>
						targets.every((target, group) => added(lines.filter((_, at) => way[at] === group)) === target),
					);
					expect(partition(lines, targets)).toEqual(ways.length === 1 ? ways[0] : undefined);
				},
			),
		));
});
