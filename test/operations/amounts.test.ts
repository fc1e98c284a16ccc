import type { IDataObject } from 'n8n-workflow';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { prepare } from './world';
import { inDays } from '../engine/days';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

const days = { invoiceDate: inDays(0), dueDate: inDays(30) };
const head = { invoiceNumber: 'I-1', customerId: 'CUS-1', ...days };
const lines = [
	{ description: 'Bolts', quantity: 3, unitAmount: 12.99, taxRate: 8 },
	{ description: 'Gravel', quantity: 10, unitAmount: 4.5, taxRate: '8%' },
];
/** A line as it is sent: the rate is ours. */
const bare = ({ taxRate: _, ...line }: (typeof lines)[number]) => line;
const whole = {
	lines: [
		{ ...bare(lines[0]), subTotal: 38.97, taxAmount: 3.12, totalAmount: 42.09 },
		{ ...bare(lines[1]), subTotal: 45, taxAmount: 3.6, totalAmount: 48.6 },
	],
	...{ subTotal: 83.97, taxAmount: 6.72, totalAmount: 90.69 },
};
const payersInfo = [{ emailAddress: 'ada@example.com' }];
const midnight = (day: string) => `${day}T00:00:00.000Z`;
const simpleDays = { invoiceDate: midnight(days.invoiceDate), dueDate: midnight(days.dueDate) };
const quoteHead = {
	quoteNumber: 'Q-1',
	customerId: 'CUS-1',
	quoteDate: days.invoiceDate,
	dueDate: days.dueDate,
};

/** What is entered for each operation beside the lines, and what the API must get beside what they tell. */
const operations: Array<[resource: string, operation: string, given: IDataObject, sent: IDataObject]> = [
	...['create', 'update', 'upsert'].map((operation): [string, string, IDataObject, IDataObject] => [
		'invoice',
		operation,
		{ ...head, status: 'Placed' },
		{ ...head, status: 'Placed', amountDue: 90.69, expirationDate: days.dueDate },
	]),
	...['createSimplified', 'updateSimplified'].map((operation): [string, string, IDataObject, IDataObject] => [
		'invoice',
		operation,
		{ invoiceNumber: 'I-1', ...days, payersInfo },
		{ invoiceNumber: 'I-1', ...simpleDays, payersInfo, amountDue: 90.69, expirationDate: simpleDays.dueDate },
	]),
	...['create', 'update', 'upsert'].map((operation): [string, string, IDataObject, IDataObject] => [
		'quote',
		operation,
		quoteHead,
		{ ...quoteHead, expirationDate: days.dueDate },
	]),
];

const sent = () => {
	const { sourceModifiedDate: _, id: __, ...body } = stage.emulator.journal.last()?.body as IDataObject;
	return body;
};
const accept = () => stage.emulator.faults.add({ status: 200, body: '{}', times: 9 });

describe('two lines by price, quantity and rate are a whole invoice, from each body source', () => {
	it.each(operations)('%s %s', async (resource, operation, given, expected) => {
		const id = { [`${resource}Id`]: 'X-1' };
		const path = operation.startsWith('update') ? id : {};
		const own = operation.startsWith('update') ? {} : { id: 'X-1' };
		const { payersInfo: payers, ...plain } = given;
		const sources: Array<[IDataObject, IDataObject]> = [
			[
				{ ...plain, ...id, lines: { values: lines }, ...(payers ? { payersInfo: { values: payers } } : {}) },
				{},
			],
			[
				{ bodySource: 'input', ...path },
				{ ...given, ...own, lines },
			],
			[{ bodySource: 'json', ...path, jsonBody: { ...given, ...own, lines } }, {}],
		];
		for (const [parameters, json] of sources) {
			stage.emulator.reset();
			accept();
			const { error, items, hints } = await stage.run(resource, operation, parameters, { items: [{ json }] });
			expect([error, hints]).toEqual([undefined, []]);
			expect(sent()).toEqual({ ...whole, ...expected });
			expect(items[0].json.derived).toContainEqual({
				field: 'totalAmount',
				value: 90.69,
				how: '83.97 + 6.72',
			});
		}
	});
});

it('the emulator takes what was worked out', async () => {
	await prepare(stage.emulator, ['customer']);
	const { items } = await stage.run('invoice', 'create', {
		...head,
		invoiceId: 'I',
		lines: { values: lines },
	});
	expect(items[0].json).toMatchObject({ invoiceId: 'I', details: { totalAmount: 90.69 } });
});

describe('in the editor, without lines', () => {
	const fields = { ...head, invoiceId: 'I', options: { dryRun: true } };
	const body = async (more: IDataObject, operation = 'create') => {
		const { items, error } = await stage.run('invoice', operation, { ...fields, ...more });
		expect(error).toBeUndefined();
		return (items[0].json.request as IDataObject).body as IDataObject;
	};
	const sums = { subTotal: 1000, taxAmount: 100, totalAmount: 1100, amountDue: 1100 };

	it.each(['create', 'update', 'upsert'])('%s: n8n itself asks for total and tax', async (operation) => {
		const run = stage.run('invoice', operation, { ...fields, options: {} });
		await expect(run).rejects.toThrow(
			'- Parameter "Total Amount" is required.\n- Parameter "Tax Amount" is required.',
		);
		expect(stage.requests()).toEqual([]);
	});

	it.each<[string, IDataObject]>([
		['those two are enough', { totalAmount: '1100', taxAmount: '100' }],
		['and may be expressions', { totalAmount: '={{ 1100 }}', taxAmount: '={{ "100.00" }}' }],
		['or two others among what is added', { additionalFields: { subTotal: '1000', taxAmount: '100' } }],
		[
			'or one of each',
			{ taxAmount: '100', additionalFields: { totalAmount: '={{ 1100 }}', taxAmount: '100' } },
		],
	])('%s', async (_name, more) => expect(await body(more)).toMatchObject(sums));

	it('of an update they stand among its own fields', async () =>
		expect(await body({ updateFields: { subTotal: '1000', taxAmount: '100' } }, 'update')).toMatchObject(
			sums,
		));

	it('what was typed there before lines were added does not count', async () => {
		const left = { totalAmount: '7', taxAmount: '7' };
		expect(await body({ ...left, lines: { values: lines } })).toMatchObject(whole);
		const list = { lines: [{ list: JSON.stringify(lines) }] };
		expect(await body({ ...left, lines: list })).toMatchObject(whole);
		const added = { additionalFields: { subTotal: '1000', taxAmount: '100' } };
		expect(await body({ ...left, ...added })).toMatchObject(sums);
	});

	it.each(['quantity', 'unitAmount'])('a line without %s is asked about', async (key) => {
		const run = stage.run('invoice', 'create', {
			...fields,
			lines: { values: [{ ...lines[0], [key]: '' }] },
		});
		await expect(run).rejects.toThrow(/Parameter "(Quantity|Unit Price)" is required/);
	});
});

describe('what is missing or doubtful is refused, and nothing is sent', () => {
	const refused = async (changed: IDataObject, options: IDataObject = {}) => {
		const json = { id: 'I', ...head, ...changed };
		const { error } = await stage.byInput('invoice', 'create', json, { options });
		expect(stage.requests()).toEqual([]);
		return error && [error.message, error.description];
	};
	const sums = { totalAmount: 90.69, taxAmount: 0 };

	it.each<[string, IDataObject, string]>([
		['no amounts', {}, 'There are no amounts: add lines with quantity and unit price, or'],
		['a total alone', { totalAmount: 90.69 }, 'Total Amount alone tells no tax'],
		['a line without price', { lines: [{ quantity: 3 }] }, "'Lines 1 > Unit Price' (unitAmount) is missing"],
	])('%s, whatever is checked', async (_name, changed, sentence) => {
		const said = [expect.stringContaining(sentence), 'Nothing was sent for this item'];
		expect(await refused(changed)).toEqual(said);
		expect(await refused(changed, { checkAmounts: 'off' })).toEqual(said);
	});

	it.each<[string, IDataObject, string]>([
		['too much due', { ...sums, amountDue: 9069 }, 'Amount Due is 9069.00, but Total Amount is 90.69'],
		['nothing due', { ...sums, amountDue: 0 }, 'Amount Due is 0.00, but Total Amount is 90.69'],
		['a price of nothing', { lines: [{ ...lines[0], unitAmount: 0 }] }, 'Total Amount is 0.00'],
		[
			'a line above its price',
			{ lines: [{ quantity: 100, unitAmount: 4.5, subTotal: 4500 }] },
			'(100 × 4.5 is 450.00) is less than Subtotal, 4500.00',
		],
		[
			'due too early',
			{ ...sums, dueDate: inDays(-1) },
			`Due Date ${inDays(-1)} is before Invoice Date ${days.invoiceDate}`,
		],
	])('%s, unless it is to warn or not to check', async (_name, changed, sentence) => {
		const advice = expect.stringContaining("set the option 'Check Amounts' to Warn");
		expect(await refused(changed)).toEqual([expect.stringContaining(sentence), advice]);
		expect(await refused(changed, { checkAmounts: 'error' })).toEqual([
			expect.stringContaining(sentence),
			advice,
		]);
		for (const [checkAmounts, hints] of [
			['warn', expect.arrayContaining([expect.stringContaining(sentence)])],
			['off', []],
		]) {
			accept();
			const json = { id: 'I', ...head, ...changed };
			const run = await stage.byInput('invoice', 'create', json, { options: { checkAmounts } });
			expect(run).toMatchObject({ error: undefined, hints, items: [{ json: { invoiceId: 'I' } }] });
		}
	});

	it('nothing due may be right on an update', async () => {
		accept();
		const json = { ...head, ...sums, status: 'Placed', amountDue: 0 };
		const { error } = await stage.byInput('invoice', 'update', json, { invoiceId: 'I' });
		expect(error).toBeUndefined();
	});

	it('and not on a create or update', async () => {
		const { error } = await stage.byInput('invoice', 'upsert', { id: 'I', ...head, ...sums, amountDue: 0 });
		expect(error!.message).toContain('nothing would be asked for');
	});
});

describe('a status that says that nobody is to pay', () => {
	const sums = { subTotal: 100, taxAmount: 8, totalAmount: 108 };
	const run = async (operation: string, json: IDataObject, options?: IDataObject) =>
		await stage.run(
			'invoice',
			operation,
			{ bodySource: 'input', invoiceId: 'I', options },
			{ items: [{ json }] },
		);

	it.each(['Paid', 'PAID', 'paid', 'void', 'Canceled', 'Paid in full', 'settled', 'Partially paid'])(
		'%s is told before a new invoice is sent',
		async (status) => {
			for (const operation of ['create', 'upsert']) {
				const { error } = await run(operation, { id: 'I', ...head, ...sums, status });
				expect(error!.message).toContain(`'Status' is "${status}": is all of it still to be paid?`);
			}
			expect(stage.requests()).toEqual([]);
		},
	);

	it.each([
		['create', { id: 'I', status: 'open' }],
		['create', { id: 'I', status: 'unknown' }],
		// The rest of it.
		['create', { id: 'I', status: 'partiallyPaid', amountDue: 8 }],
		['update', { status: 'void' }],
	])('%s of %j is not held back', async (operation, json) => {
		accept();
		expect((await run(operation, { ...head, ...sums, ...json })).error).toBeUndefined();
	});

	it('nor what the option lets pass', async () => {
		accept();
		const { error, hints } = await run(
			'create',
			{ id: 'I', ...head, ...sums, status: 'Paid' },
			{ checkAmounts: 'warn' },
		);
		expect(error).toBeUndefined();
		expect(hints.join()).toContain('is all of it still to be paid?');
	});
});

it('a discount and a day that has passed are remarks', async () => {
	accept();
	const passed = { invoiceDate: '2020-01-01', dueDate: '2020-02-01' };
	const line = { quantity: 100, unitAmount: 4.5, subTotal: 45 };
	const { error, hints } = await stage.byInput('invoice', 'create', {
		id: 'I',
		...head,
		...passed,
		lines: [line],
	});
	expect(error).toBeUndefined();
	expect(hints).toEqual([
		'Due Date 2020-02-01 passed more than a year ago',
		'Line 1: Subtotal 45.00 is below 100 × 4.5, 450.00: taken as a discount',
	]);
});

it('a line without a tax rate beside one with a rate is told; one that is free of charge, and lines without any, are not', async () => {
	await prepare(stage.emulator, ['customer']);
	const hints = async (...rates: Array<IDataObject>) =>
		(
			await stage.byInput('invoice', 'create', {
				...head,
				id: JSON.stringify(rates),
				lines: rates.map((rate) => ({ quantity: 1, unitAmount: 10, ...rate })),
			})
		).hints;
	const untaxed = ['No Tax Rate was given for Lines 2: taken as 0'];
	expect(await hints({ taxRate: 8 }, {})).toEqual(untaxed);
	expect(await hints({ taxRate: 8 }, { taxRate: 0 })).toEqual([]);
	expect(await hints({ taxRate: 8 }, { unitAmount: 0 })).toEqual([]);
	expect(await hints({}, {})).toEqual([]);
});

describe('an expression that gives nothing', () => {
	const run = async (more: IDataObject, items: IDataObject[]) => {
		items.forEach(() => accept());
		const of = { ...head, customerId: 'C', invoiceId: '={{ $json.id }}' };
		const given = { bodySource: 'fields', ...of, ...more };
		return await stage.run('invoice', 'create', given, { items: items.map((json) => ({ json })) });
	};
	const told = (name: string, items = '') =>
		`${name} has an expression that gave nothing, so it was taken as not filled in: does the item have the field that it names?${items}`;
	const values = [{ quantity: 1, unitAmount: 100, taxRate: '={{ $json.tax }}' }];

	it('for the only tax rate is told once, with the items', async () => {
		const items = [{ id: 'I-1' }, { id: 'I-2', tax: 8 }, { id: 'I-3', tax: null }, { id: 'I-4', tax: 0 }];
		const { error, hints } = await run({ lines: { values } }, items);
		expect(error).toBeUndefined();
		expect(hints).toEqual([told("'Lines 1 > Tax Rate' (taxRate)", ' [item 1, 3]')]);
	});

	it('for what is still due, and for the lines', async () => {
		const given = {
			...{ totalAmount: 108, taxAmount: 8 },
			lines: { lines: [{ list: '={{ $json.positions }}' }] },
			additionalFields: { amountDue: '={{ $json.rest }}' },
		};
		const { error, hints } = await run(given, [{ id: 'I-1' }]);
		expect(error).toBeUndefined();
		expect(hints).toEqual([told("'Lines' (lines)"), told("'Amount Due' (amountDue)")]);
	});

	it('is no news where the field is empty, or text', async () => {
		const additionalFields = { amountDue: '', quoteRefNumber: '={{ $json.quote }}' };
		const given = { totalAmount: 108, taxAmount: 8, additionalFields };
		expect(await run(given, [{ id: 'I-1' }])).toMatchObject({ error: undefined, hints: [] });
	});
});

describe('a currency in the input item that is no US dollar', () => {
	const create = async (more: IDataObject, options: IDataObject = {}) => {
		accept();
		const items = [{ json: { ...head, id: 'X-1', lines, ...more } as IDataObject }];
		return await stage.run('invoice', 'create', { bodySource: 'input', options }, { items });
	};

	it.each<[IDataObject, string]>([
		[{ currency: 'EUR' }, 'The item\'s currency is "EUR"'],
		[{ Currency_Code: '€' }, 'The item\'s Currency_Code is "€"'],
		[{ currencyCode: 'EUR' }, 'The item\'s currencyCode is "EUR"'],
		[{ currency: 'EUR', base_currency: 'USD' }, 'The item\'s currency is "EUR"'],
		[{ invoiceCurrency: 'EUR' }, 'The item\'s invoiceCurrency is "EUR"'],
		[{ CurrencyCode: 'eur' }, 'The item\'s CurrencyCode is "eur"'],
		[{ currency: 'EUR - Euro' }, 'The item\'s currency is "EUR - Euro"'],
		[{ lines: lines.map((line) => ({ ...line, ccy: 'GBP' })) }, 'Line 1: ccy is "GBP"'],
		[{ lines: JSON.stringify([{ ...lines[0], ccy: 'GBP' }]) }, 'Line 1: ccy is "GBP"'],
		[{ lines: { ...lines[0], ccy: 'GBP' } }, 'Line 1: ccy is "GBP"'],
		[{ lines: JSON.stringify({ ...lines[0], ccy: 'GBP' }) }, 'Line 1: ccy is "GBP"'],
		[{ CurrencyRef: { value: 'CAD' } }, 'The item\'s CurrencyRef is "CAD"'],
	])('%j is refused, unless Check Amounts says otherwise', async (more, says) => {
		const refused = await create(more);
		expect(refused.error!.message).toBe(`${says}, and BlueTape takes US dollars`);
		expect(stage.requests()).toEqual([]);
		const warned = await create(more, { checkAmounts: 'warn' });
		expect(warned.error).toBeUndefined();
		expect(warned.hints.join()).toContain(`${says}, and BlueTape takes US dollars`);
	});

	it.each<IDataObject>([
		{ currency: 'usd' },
		{ currency: 'US Dollar' },
		{ Currency: '$' },
		{ currency: '' },
		{ currency: null },
		{ currencyRate: 1.07 },
		{ note: 'EUR' },
		{ currency: 'USD', presentment_currency: 'CAD' },
		{ currency: 'USD', lines: lines.map((line) => ({ ...line, currency: 'USD' })) },
		{ exchangeRates: [{ currency: 'EUR', rate: 1.07 }] },
		{ currencyPosition: 'left', multiCurrency: 'No' },
	])('%j says nothing else', async (more) => {
		const { error, hints } = await create(more);
		expect(error).toBeUndefined();
		expect(hints.join()).not.toMatch(/US dollars/);
	});
});

describe('what an input item says beside its fields', () => {
	const item = { ...head, id: 'X-1', lines: [{ quantity: 3, unitAmount: 100 }] };
	const sums = { lines: undefined, totalAmount: 300, taxAmount: 0 };
	const run = async (more: IDataObject, options: IDataObject = {}, operation = 'create') => {
		accept();
		const { id: _, ...own } = item;
		const isUpdate = operation === 'update';
		const json = { ...(isUpdate ? { ...own, status: 'Placed' } : item), ...more } as IDataObject;
		return await stage.byInput('invoice', operation, json, {
			options,
			...(isUpdate && { invoiceId: 'X-1' }),
		});
	};

	it.each<[string, IDataObject, string]>([
		['an amount', { Rabatt: 10 }, "The item's Rabatt is 10, which is not sent: is it part of the amount?"],
		['one in a line', { lines: [{ ...item.lines[0], discount: 5 }] }, 'Line 1: discount is 5, which'],
		['a credit note', { type: 'credit_note' }, 'The item\'s type is "credit_note": a credit note gives'],
		['a mark', { isPaid: true }, "The item's isPaid is true: is all of it still to be paid?"],
		[
			'prices with tax',
			{ taxes_included: true, lines: [{ ...item.lines[0], taxRate: 19 }] },
			"The item's taxes_included is true: prices are with tax",
		],
		[
			'a price of several',
			{ lines: [{ ...item.lines[0], price_unit: 'C' }] },
			'Line 1: price_unit is "C": the price is that of several',
		],
		[
			'a line that is not taxed',
			{ lines: [{ ...item.lines[0], taxRate: 8, taxable: false }] },
			'Line 1: taxable is false: it is not taxed',
		],
		[
			'a buyer who pays no tax',
			{ taxExempt: true, lines: [{ ...item.lines[0], taxRate: 8 }] },
			"The item's taxExempt is true: it is not taxed",
		],
		[
			'another quantity',
			{ lines: [{ ...item.lines[0], qty_shipped: 2 }] },
			'Line 1: qty_shipped is 2: another quantity went out',
		],
		['a payment', { paymentDate: '2026-10-01' }, 'The item\'s paymentDate is "2026-10-01": is all of it'],
		['a heading', { 'Total EUR': 300 }, "The item's Total EUR is 300 in another currency by its name"],
		...['line_items', 'items', 'Positionen', 'LineItems', 'invoice_lines'].map(
			(name): [string, IDataObject, string] => [
				name,
				{ ...sums, [name]: [{ name: 'Studs', qty: 3, price: 100 }] },
				`The item has lines as ${name}, which are not sent: call them lines`,
			],
		),
		['lines as text', { ...sums, items: '[{"price":100}]' }, 'The item has lines as items'],
		['a list of details', { ...sums, details: [{ qty: 3, price: 100 }] }, 'The item has lines as details'],
		['one line', { ...sums, line_items: { quantity: 3, price: 100 } }, 'The item has lines as line_items'],
		['pages of lines', { ...sums, line_items: { data: [{ amount: 300 }] } }, 'lines as line_items'],
	])('%s is refused, unless Check Amounts says otherwise', async (_what, more, sentence) => {
		const refused = await run(more);
		expect(refused.error!.message).toContain(sentence);
		expect(stage.requests()).toEqual([]);
		expect((await run(more, {}, 'update')).error!.message).toContain(sentence);
		const warned = await run(more, { checkAmounts: 'warn' });
		expect(warned).toMatchObject({
			error: undefined,
			hints: expect.arrayContaining([expect.stringContaining(sentence)]),
		});
		expect((await run(more, { checkAmounts: 'off' })).hints.join()).not.toContain(sentence);
	});

	it.each<[string, IDataObject]>([
		[
			'lists of something else',
			{ ...sums, items: ['a'], products: [{ sku: 1 }], details: {}, attachments: [{ size: 3 }] },
		],
		[
			'what fits its lines',
			{ lines: [{ ...item.lines[0], qty_shipped: 3, price_unit: 'C', amount: 300, taxable: false }] },
		],
		['a payment to come', { paymentDate: '2199-01-01' }],
		['one thing', { ...sums, product: { unitAmount: 100 }, service: { quantity: 3, rate: 3 } }],
		['lines under two names', { line_items: [{ qty: 3, price: 100 }] }],
		['shipping apart', { ...sums, shipping_lines: [{ price: '10.00' }], tax_lines: [] }],
		['what From Rows puts beside', { derived: [{ field: 'totalAmount', value: 7 }], review: [] }],
		[
			'a shop',
			{ total_price: '300.00', total_discounts: '0.00', financial_status: 'pending', cancelled_at: null },
		],
	])('%s is not', async (_what, more) => expect((await run(more)).error).toBeUndefined());

	it.each(['update', 'upsert'])('what Create puts out may go into %s', async (operation) => {
		const own: IDataObject = { ...head, totalAmount: 1100, taxAmount: 100, status: 'Placed' };
		accept();
		const created = await stage.byInput('invoice', 'create', { id: 'X-1', ...own });
		const json = { ...own, ...created.items[0].json, details: { totalAmount: 1100 }, id: 'X-1' };
		const { error } = await stage.byInput('invoice', operation, json, { invoiceId: 'X-1' });
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject({ totalAmount: 1100, taxAmount: 100 });
	});

	it('an ID of the path is none of it', async () => {
		expect((await run({ invoiceId: 'X-1', paid: true, amountDue: 0 }, {}, 'update')).error).toBeUndefined();
	});
});

it('days far ahead are a hint', async () => {
	accept();
	const far = { invoiceDate: '2162-11-26', dueDate: '2162-12-26' };
	const { error, hints } = await stage.byInput('invoice', 'create', { id: 'I', ...head, ...far, lines });
	expect(error).toBeUndefined();
	expect(hints).toEqual([
		'Invoice Date 2162-11-26 is more than a year ahead',
		'Due Date 2162-12-26 is more than 5 years ahead',
	]);
});
