import type { Body, Line } from '../../../nodes/BlueTape/amounts/sums';
import { isKnownRate, known } from '../../../nodes/BlueTape/rows/knownAmounts';

// What a body has anyway, and what it does not have: a column that repeats it costs nothing when it is left out.

const studs: Line = {
	description: 'Studs',
	quantity: 3,
	unitAmount: 100,
	subTotal: 270,
	taxAmount: 27,
	totalAmount: 297,
};
const fee: Line = {
	description: 'Permit fee',
	quantity: 1,
	unitAmount: 10,
	subTotal: 10,
	taxAmount: 1,
	totalAmount: 11,
};
const sold = (): Body => ({
	lines: [{ ...studs }, { ...fee }],
	...{ subTotal: 280, taxAmount: 28, totalAmount: 308, amountDue: 208 },
});
type Wanted = Parameters<typeof known>[1];
const amounts = (wanted: Wanted, body: Body = sold()) =>
	[...known(body, wanted)].filter((amount) => amount !== undefined).sort((one, other) => one - other);

it.each<[string, Wanted, number[]]>([
	['tax of all and of lines, and the sums', 'tax', [100, 2700, 2800, 28000, 30800]],
	['what was paid, discounts, and lines that are called so', 'extra', [0, 1000, 1100, 3000, 10000]],
	[
		'sums, prices of all, what is due and what was paid',
		'sum',
		[1000, 1100, 10000, 20800, 27000, 28000, 29700, 30000, 30800, 31000],
	],
	['prices of one, after a discount, with tax', 'price', [1000, 1100, 9000, 9900, 10000, 10900]],
])('%s', (_what, wanted, all) => expect(amounts(wanted)).toEqual(all));

it.each<[string, Wanted, Body, number[]]>([
	['a header alone', 'sum', { subTotal: 100, totalAmount: 110 }, [0, 10000, 11000]],
	['a header alone', 'extra', { totalAmount: 110, amountDue: 10 }, [0, 10000]],
	['a header alone', 'tax', { taxAmount: 10 }, [1000]],
	['a header alone', 'price', { totalAmount: 110 }, []],
	['nothing', 'sum', {}, [0]],
	['all that is due', 'extra', { totalAmount: 110 }, [0]],
	['a line that is not read', 'price', { lines: [{ ...studs, quantity: 'x' as unknown as number }] }, []],
	['a line of no quantity', 'price', { lines: [{ unitAmount: 5, quantity: 0, subTotal: 0 }] }, [500]],
	['a line without tax', 'price', { lines: [{ unitAmount: 5, quantity: 2, subTotal: 8 }] }, [400, 500]],
	[
		'what came back',
		'extra',
		{ lines: [{ description: 'Freight', unitAmount: -5, quantity: 1, subTotal: -5, totalAmount: -5 }] },
		[0, 500],
	],
])('of %s: %s', (_what, wanted, body, all) => expect(amounts(wanted, body)).toEqual(all));

it.each<[number, 'tax' | 'extra', boolean]>([
	[10, 'tax', true],
	[9, 'tax', false],
	[0, 'tax', false],
	[Number.NaN, 'tax', false],
	[Infinity, 'extra', false],
	[10, 'extra', true],
	[9, 'extra', false],
	[0, 'extra', false],
])('%d %% is a rate of its %s: %s', (rate, kind, is) => {
	const body = sold();
	expect(isKnownRate(rate, body, kind)).toBe(is);
	// What was found is kept.
	expect(isKnownRate(rate, body, kind)).toBe(is);
});

it.each<[string, Body, number, boolean]>([
	['one line of two', { lines: [{ ...studs }, { ...fee, taxAmount: 0 }] }, 10, true],
	['the header', { subTotal: 200, taxAmount: 20, lines: [{ ...studs, taxAmount: undefined }] }, 10, true],
	['a header without lines', { subTotal: 200, taxAmount: 20 }, 10, true],
	['a header without lines, of another one', { subTotal: 200, taxAmount: 20 }, 11, false],
	['no tax', { subTotal: 200, taxAmount: 0 }, 0, false],
	['tax on nothing', { taxAmount: 20 }, 10, false],
])('the rate is that of %s', (_what, body, rate, is) => expect(isKnownRate(rate, body, 'tax')).toBe(is));

it('no discount has a rate where there is no line', () =>
	expect(isKnownRate(10, { subTotal: 100 }, 'extra')).toBe(false));
