import { cents, shown } from '../../nodes/shared/values/cents';
import { addDays } from '../../nodes/shared/values/dates';
import { decimal } from '../../nodes/shared/values/decimal';
import { amount, date, days, number, oneLine, pick, score, text } from '../../nodes/BluDelta/detection/read';

const never = [undefined, null, '', '  ', {}, [], true, NaN, Infinity];

describe('what is not there stays away', () => {
	it.each(never)('%p', (value) => {
		const readers = [text, oneLine, decimal, number, cents, amount, date, days];
		expect(readers.map((reader) => reader(value))).toEqual(readers.map(() => undefined));
	});
});

describe('money', () => {
	it.each([
		['828.60', 82860],
		['-10.00', -1000],
		[' 7 ', 700],
		['0', 0],
		['-0.00', 0],
		['100.0000', 10000],
		['1234.560000', 123456],
		['7.5', 750],
		['9999999999999.99', 999999999999999],
		[828.6, 82860],
		[0.29, 29],
		[1.15, 115],
		[0.1 + 0.2, 30],
		[1.1 * 3, 330],
		[100.00000001, 10000],
	])('%p is %d cents', (value, expected) => {
		expect(cents(value)).toBe(expected);
		expect(amount(value)).toBe(expected / 100);
	});

	it.each([
		['1.080', 108],
		['1.000', 100],
		['-1.234', -123],
		['1234.000', 123400],
		['100.004', 10000],
		['1.005', 101],
		['1.004999', 100],
		['1.0001', 100],
		['0.00000001', 0],
		[1.005, 101],
		[33.333333333333336, 3333],
	])('%p, of which %d cents could be made, is no amount: nothing is rounded away', (value, rounded) => {
		expect(cents(value)).toBe(rounded);
		expect(amount(value)).toBeUndefined();
	});

	it.each([
		'828,60',
		'1.234,50',
		'1,234.50',
		'1 234',
		'+5',
		'5-',
		'.5',
		'5.',
		'1e3',
		'€ 5',
		'0x10',
		'--1',
		1e21,
	])('%p is refused', (value) => {
		expect(cents(value)).toBeUndefined();
		expect(amount(value)).toBeUndefined();
		expect(number(value)).toBeUndefined();
	});

	it('refuses what would lose a cent as a JSON number', () => {
		expect(cents('10000000000000.00')).toBeUndefined();
		expect(cents('-10000000000000.00')).toBeUndefined();
		expect(number('1000000000000000')).toBeUndefined();
	});

	it('is shown with two decimals', () => {
		expect([82860, -5, 0].map(shown)).toEqual(['828.60', '-0.05', '0.00']);
	});
});

describe('numbers', () => {
	it.each([
		['12.5', 12.5],
		['40.000', 40],
		['-0.0', 0],
		['0.0125', 0.0125],
		['33.33333333333333333333', 33.3333333333333],
		['0.0000001', 1e-7],
		[1e-7, 1e-7],
	])('%p', (value, expected) => {
		expect(number(value)).toBe(expected);
	});
});

describe('dates', () => {
	it.each(['2026-03-31', '2024-02-29', ' 2026-03-31 '])('%p', (day) => {
		expect(date(day)).toBe(day.trim());
	});

	it.each([
		'2026-04-02T00:00:00.000Z',
		'2026-04-02T00:00:00Z',
		'2026-04-02T00:00:00',
		'2026-04-02T00:00',
		'2026-04-02 00:00:00',
		'2026-04-02 00:00:00.000000+00',
		'2026-04-02T00:00:00+02:00',
		'2026-04-02T00:00:00-0500',
		new Date('2026-04-02T00:00:00Z'),
	])('%p is the day that it shows', (midnight) => {
		expect(date(midnight)).toBe('2026-04-02');
	});

	it.each([
		'2026-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-04-31',
		'31.03.2026',
		'2026-3-1',
		'2026-03-31T22:00:00.000Z',
		'2026-03-31T00:00:01Z',
		'2026-03-31T00:00:00.001',
		'2026-03-31T00:30Z',
		'2026-03-31T00:00:00Z or so',
		'2026-02-30T00:00:00Z',
		new Date('2026-03-31T22:00:00Z'),
		new Date(NaN),
	])('%p is refused', (day) => {
		expect(date(day)).toBeUndefined();
	});

	it.each([
		['2026-03-28', 2, '2026-03-30'],
		['2026-12-31', 1, '2027-01-01'],
		['2024-02-28', 1, '2024-02-29'],
		['2026-10-24', 2, '2026-10-26'],
		['9999-12-31', 1, undefined],
		['2026-01-01', 1e12, undefined],
		['soon', 1, undefined],
	])('%s and %d days', (day, more, expected) => {
		expect(addDays(day, more)).toBe(expected);
	});

	it.each([
		['30', 30],
		['30.0', 30],
		[0, 0],
		['30 Tage', undefined],
		['-1', undefined],
		['1.5', undefined],
		['10000', undefined],
	])('%p days', (value, expected) => {
		expect(days(value)).toBe(expected);
	});
});

describe('pick', () => {
	const named = (Value: unknown, Score?: unknown, TypeName = 'InvoiceId') => ({ TypeName, Value, Score });

	it.each([
		['the highest score', [named('a', 0.2), named('b', 0.9), named('c', 0.5)], 'b'],
		['the first of equals', [named('a', 0.5), named('b', 0.5)], 'a'],
		['an empty value never wins', [named('', 0.99), named('  '), named('b', 0.1)], 'b'],
		['another name never wins', [named('x', 1, 'InvoiceDate'), named('b', 0.1)], 'b'],
		['a missing score is that of a person, who is sure', [named('a', 1), named('b'), named('c')], 'b'],
		['odd entries are passed over', [null, 7, 'x', [], named('b', 0.1)], 'b'],
		['nothing', [named('')], undefined],
		['no list', 'InvoiceId', undefined],
	])('%s', (_name, predictions, expected) => {
		expect(pick(predictions, 'InvoiceId')?.Value).toBe(expected);
	});
});

it('a score is a number as it came, without the sign of a zero', () => {
	expect([0.5, -1, -0, NaN, '0.1', '', 'high', null].map(score)).toEqual([
		...[0.5, -1, 0, undefined, 0.1],
		...[undefined, undefined, undefined],
	]);
});
