import { examples, refused } from './examples';
import { fields, map } from './map';
import workedExample from './worked-example.json';

describe('the worked example of the contract', () => {
	const mapped = () =>
		map(workedExample, {
			expectedCurrency: 'EUR',
			invoiceId: 'doc-1',
			now: '2024-04-18T09:00:00.000Z',
		});

	it('gives this invoice and nothing to look at', () => {
		const { invoice, review } = mapped();
		expect(review).toEqual([]);
		expect(invoice).toEqual({
			id: 'doc-1',
			invoiceNumber: 'RE-2024-0417',
			customerId: 'cust-1',
			invoiceDate: '2024-04-17',
			dueDate: '2024-05-17',
			expirationDate: '2024-05-17',
			subTotal: 696,
			taxAmount: 132.6,
			totalAmount: 828.6,
			amountDue: 828.6,
			sourceModifiedDate: '2024-04-18T09:00:00.000Z',
			lines: [
				{
					description: 'Spanplatte 19 mm',
					quantity: 40,
					unitAmount: 12.5,
					subTotal: 500,
					taxAmount: 100,
					totalAmount: 600,
				},
				{
					description: 'Lieferpauschale',
					quantity: 1,
					unitAmount: 75,
					subTotal: 75,
					taxAmount: 15,
					totalAmount: 90,
				},
				{
					description: 'Lattung 30x50, lfm (12.5 × 4.40)',
					quantity: 1,
					unitAmount: 55,
					subTotal: 55,
					taxAmount: 11,
					totalAmount: 66,
				},
				{
					description: 'Fachbuch Holzbau',
					quantity: 3,
					unitAmount: 22,
					subTotal: 66,
					taxAmount: 6.6,
					totalAmount: 72.6,
				},
			],
		});
	});

	it('tells what was derived', () => {
		expect(mapped().derived).toEqual([
			{ field: 'amountDue', value: 828.6, how: 'the whole total is due', from: 'totalAmount' },
			...[100, 15, 11, 6.6].map((value, at) => ({
				field: `lines[${at}].taxAmount`,
				value,
				how: `at the VAT rate of ${at < 3 ? 20 : 10} %; only one grouping of the lines gives the amounts of the VAT groups`,
				from: 'VatGroup',
			})),
			{
				field: 'lines[2].quantity',
				value: 1,
				how: "1 instead of 12.5 × 4.40, which BlueTape's whole quantities cannot express",
				from: 'Quantity',
			},
			{ field: 'lines[2].unitAmount', value: 55, how: 'the whole line', from: 'subTotal' },
			{
				field: 'expirationDate',
				value: '2024-05-17',
				how: 'documents have no expiration date',
				from: 'dueDate',
			},
			{
				field: 'sourceModifiedDate',
				value: '2024-04-18T09:00:00.000Z',
				how: 'time of this run',
				from: 'nothing',
			},
		]);
	});

	it('has no due date in a v1 download, which drops the groups past 2^32', () => {
		const v1 = {
			...workedExample,
			PredictionGroups: workedExample.PredictionGroups.filter(({ Type }) => Type < 2 ** 31),
		};
		expect(map(v1, { expectedCurrency: 'EUR' })).toEqual({
			derived: [],
			review: [{ field: 'dueDate', message: expect.stringContaining('v2') }],
		});
	});

	it('spreads the tax in proportion when the rates are unknown', () => {
		const { invoice: other } = map(
			{ ...workedExample, PredictionGroups: workedExample.PredictionGroups.slice(2) },
			{ expectedCurrency: 'EUR' },
		);
		expect(other?.lines?.map(({ taxAmount }) => taxAmount)).toEqual([95.26, 14.29, 10.48, 12.57]);
	});
});

describe('invented documents', () => {
	it.each(examples)('$name', ({ document, options, invoice, derived = [], review = [] }) => {
		const mapped = map(document, options);
		expect(mapped.invoice).toEqual(invoice);
		expect(fields(mapped.review)).toEqual([...review].sort());
		const always = ['expirationDate', 'sourceModifiedDate'];
		if (options?.amountDue === undefined) always.push('amountDue');
		const ofLines = fields(mapped.derived).map((field) =>
			field.replace(/\[\d+\](?=\.(taxAmount|subTotal))/, '[]'),
		);
		expect([...new Set(ofLines)].sort()).toEqual([...always, ...derived].sort());
	});

	it.each(examples)('what is told as derived is what the invoice has: $name', ({ document, options }) => {
		const { invoice, derived } = map(document, options);
		const valueAt = (path: string) =>
			path.split(/[[\].]+/).reduce<any>((at, step) => at[step], invoice as unknown);
		for (const { field, value } of derived)
			expect([field, value]).toEqual([field, field === 'lines' ? invoice?.lines?.length : valueAt(field)]);
	});

	it.each(refused)('no invoice: $name', ({ document, options, review = [] }) => {
		const mapped = map(document, options);
		expect(mapped).not.toHaveProperty('invoice');
		expect(fields(mapped.review)).toEqual([...review].sort());
		expect(mapped.derived).toEqual([]);
	});

	it('everything to look at is told in sentences that say what to do', () => {
		const told = [...examples, ...refused].flatMap(({ document, options }) => map(document, options).review);
		expect(told.length).toBeGreaterThan(35);
		for (const { message } of told) {
			expect(message).toMatch(/^[A-Z].*[.] [A-Z].*\.$/);
			expect(message).not.toMatch(/undefined|NaN|null/);
		}
	});
});
