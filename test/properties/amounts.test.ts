import * as fc from 'fast-check';
import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { doubtsOf } from '../../nodes/BlueTape/amounts/amountDoubts';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';
import { check, copyOf } from './runs';

const KEYS = ['subTotal', 'taxAmount', 'totalAmount'] as const;
const has = { amountDue: true };
const days = { invoiceDate: '2026-11-26', dueDate: '2026-12-26' };

/** Lines as people type them: quantity, a price of up to four decimals, and a rate from 1 to 30 of up to four, 0 or none. */
const line: fc.Arbitrary<Line> = fc
	.record({
		quantity: fc.integer({ min: 1, max: 5000 }),
		price: fc.integer({ min: 1, max: 1e9 }),
		decimals: fc.constantFrom(100, 10_000),
		rate: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 10_000, max: 300_000 }))),
	})
	.map(({ quantity, price, decimals, rate }) => ({
		// The price of one thing is money.
		...{ quantity, unitAmount: price / (quantity === 1 ? 100 : decimals) },
		...(rate !== null && { taxRate: rate / 10_000 }),
	}));
const lines = fc.array(line, { minLength: 1, maxLength: 30 });

const cents = (amount: unknown) => Math.round((amount as number) * 100);
const sum = (all: Line[], key: (typeof KEYS)[number]) =>
	all.reduce((total, one) => total + cents(one[key]), 0);

/** Exact cents of two numbers of four decimals each, half a cent up. */
function product(one: number, other: number, divisor: bigint): number {
	const tenThousandths = (value: number) => BigInt(Math.round(value * 10_000));
	const exact = tenThousandths(one) * tenThousandths(other) * 100n;
	const unit = 100_000_000n * divisor;
	return Number((exact * 2n + unit) / (unit * 2n));
}

it('the header is the sum of the lines, and every cent is accounted for', () =>
	check(
		500,
		fc.property(lines, (given) => {
			const { body, missing } = workOut<Body>({ lines: given }, has);
			expect(missing).toEqual([]);
			for (const key of KEYS) expect(cents(body[key])).toBe(sum(body.lines!, key));
			for (const one of [body, ...body.lines!]) {
				expect(cents(one.subTotal) + cents(one.taxAmount)).toBe(cents(one.totalAmount));
			}
			expect(body.amountDue).toBe(body.totalAmount);
		}),
	));

it('each line is its price and its tax to the cent, half a cent up', () =>
	check(
		500,
		fc.property(line, (given) => {
			const [{ subTotal, taxAmount }] = workOut<Body>({ lines: [given] }, has).body.lines!;
			const price = product(given.quantity!, given.unitAmount!, 1n);
			expect(cents(subTotal)).toBe(price);
			expect(cents(taxAmount)).toBe(product(price / 100, given.taxRate ?? 0, 100n));
		}),
	));

it('a tax of the header is spread to the cent over the lines that have none', () =>
	check(
		500,
		fc.property(lines, fc.integer({ min: 0, max: 1e9 }), (given, tax) => {
			const without = given.map(({ taxRate: _, ...one }) => one);
			const { body } = workOut<Body>({ lines: without, taxAmount: tax / 100 }, has);
			expect(sum(body.lines!, 'taxAmount')).toBe(tax);
			expect(body.lines!.every(({ taxAmount }) => taxAmount! >= 0)).toBe(true);
		}),
	));

/** A body of which some amounts are left out that the others tell: all of the header, or what follows from the rates. */
const thinned = fc.tuple(lines, fc.infiniteStream(fc.boolean())).map(([given, coins]) => {
	const { body } = workOut<Body>({ ...days, lines: given }, has);
	const thin = copyOf(body);
	const leaveOut = (amounts: object, keys: readonly string[]) => {
		for (const key of keys) if (coins.next().value) Reflect.deleteProperty(amounts, key);
	};
	thin.lines!.forEach((one, index) => {
		// Without a rate the tax of a line is a part of the header's; it stays.
		if (given[index].taxRate !== undefined) {
			one.taxRate = given[index].taxRate;
			leaveOut(one, ['taxAmount']);
		}
		leaveOut(one, ['subTotal', 'totalAmount']);
	});
	leaveOut(thin, [...KEYS, 'amountDue', 'expirationDate']);
	return { body, thin };
});

it('worked-out and given forms of one invoice give the same body', () =>
	check(
		500,
		fc.property(thinned, ({ body, thin }) => {
			expect(workOut(thin, has).body).toEqual(body);
			expect(workOut(body, has)).toMatchObject({ body, derived: [], missing: [] });
		}),
	));

it('what is worked out raises no doubt, and what is told of it is what is sent', () =>
	check(
		300,
		fc.property(thinned, ({ thin }) => {
			const worked = workOut(thin, has);
			const { body, derived } = worked;
			expect(doubtsOf(worked, { isNew: true })).toEqual([]);
			const at = (field: string) =>
				field
					.split(/[.[\]]+/)
					.filter(Boolean)
					.reduce<any>((inner, step) => inner[step], body);
			for (const { field, value } of derived) expect(at(field)).toBe(value);
		}),
	));

const amount = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 100);
const anyLine = fc.record(
	{
		quantity: fc.nat(1000),
		unitAmount: amount,
		taxRate: fc.integer({ min: 0, max: 100 }),
		subTotal: amount,
		taxAmount: amount,
		totalAmount: amount,
	},
	{ requiredKeys: [] },
);
const anyBody = fc.record(
	{
		lines: fc.array(anyLine, { maxLength: 5 }),
		subTotal: amount,
		taxAmount: amount,
		totalAmount: amount,
		amountDue: amount,
		dueDate: fc.constant('2026-12-26'),
		expirationDate: fc.constant('2027-01-26'),
	},
	{ requiredKeys: [] },
);

it('nothing that was given is ever changed, whatever it is', () =>
	check(
		2000,
		fc.property(anyBody, (given) => {
			const before = copyOf(given);
			const { body, missing } = workOut<Body>(given, has);
			expect(given).toEqual(before);
			const { lines: givenLines = [], ...header } = given;
			expect(body).toMatchObject(header);
			if (missing.length) return;
			givenLines.forEach(({ taxRate: _, ...one }, index) => expect(body.lines![index]).toMatchObject(one));
			for (const one of [body, ...(body.lines ?? [])]) {
				for (const key of KEYS) expect(one[key]).toEqual(expect.any(Number));
			}
		}),
	));

it('one cent off anywhere raises a doubt', () =>
	check(
		500,
		fc.property(
			lines,
			fc.constantFrom(...KEYS),
			fc.constantFrom(1, -1),
			fc.option(fc.nat()),
			(given, key, cent, at) => {
				const { body } = workOut<Body>({ lines: given }, has);
				const place = at === null ? body : body.lines![at % body.lines!.length];
				place[key] = (cents(place[key]) + cent) / 100;
				expect(doubtsOf({ body, rates: [], rests: new Set(), derived: [] }, { isNew: true })).not.toEqual([]);
			},
		),
	));
