import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { documentNames } from '../../nodes/BluDelta/detection/documentNames';
import { resources } from '../../nodes/BlueTape/resources';
import { binaryContent } from '../engine/binary';
import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { invoice, next } from './documents';
import { PDF, prepare } from './world';
import { inDays } from '../engine/days';

// Keep Input Fields, where the input is an older answer, or the document from which an invoice is made.

let blueTape: BlueTapeStage;
let bluDelta: BluDeltaStage;
withBlueTape((started) => (blueTape = started));
withBluDelta((started) => (bluDelta = started));

const options = { keepInput: true };
type Made = typeof invoice & { documentType?: 'CreditMemo'; currency?: string };

const documentOf = async (made: Made): Promise<INodeExecutionData> => {
	await bluDelta.upload(made);
	const { items } = await bluDelta.run('document', 'downloadNext', next);
	return { ...items[0], json: { ...items[0].json, customerId: 'K-10442', note: 'mine' } };
};
const mapped = async (document: INodeExecutionData, parameters: IDataObject = {}) =>
	(
		await bluDelta.run(
			'document',
			'toBlueTapeInvoice',
			{ customerId: 'CUS-1', expectedCurrency: 'USD', options, ...parameters },
			{ items: [document] },
		)
	).items[0];
const sent = async (item: INodeExecutionData) => {
	await prepare(blueTape.emulator, ['customer']);
	return await blueTape.run('invoice', 'create', { bodySource: 'input' }, { items: [item] });
};

describe('To BlueTape Invoice', () => {
	it.each<[string, Made]>([
		['a credit memo', { ...invoice, documentType: 'CreditMemo' }],
		['another currency', { ...invoice, currency: 'EUR' }],
	])('%s gives no field of an invoice, so that nobody can send it', async (_, made) => {
		const item = await mapped(await documentOf(made));
		expect(item.json.review).toHaveLength(1);
		expect(item.json).toMatchObject({ note: 'mine', netTotalAmount: 100 });
		const names = ['invoiceId', 'invoiceNumber', 'customerId', 'invoiceDate', 'dueDate', 'lines'];
		expect(names.filter((name) => name in item.json)).toEqual([]);
		const { error } = await sent(item);
		expect(error?.message).toContain('is required');
		expect(blueTape.requests()).toEqual([]);
	});

	it('nor does one that somebody calls otherwise', async () => {
		const { json, ...document } = await documentOf({ ...invoice, documentType: 'CreditMemo' });
		const called = { 'Invoice ID': 'X', 'Due Date': '2026-05-17', invoice_number: 'X', STATUS: 'Placed' };
		const item = await mapped({ ...document, json: { ...json, ...called } });
		expect(Object.keys(called).filter((name) => name in item.json)).toEqual([]);
	});

	it('the customer of the invoice is not the number that is printed, and left out lines stay out', async () => {
		const item = await mapped(await documentOf(invoice), {
			customerId: '',
			additionalFields: { lines: 'omit' },
		});
		expect(item.json.review).toEqual([expect.objectContaining({ field: 'customerId' })]);
		expect(item.json).not.toHaveProperty('customerId');
		expect(item.json).not.toHaveProperty('lines');
		expect((await sent(item)).error?.message).toContain("'Customer ID' (customerId) is required");
	});

	it('an invoice with an ID of its own has one ID, and is sent', async () => {
		const item = await mapped(await documentOf(invoice), { additionalFields: { invoiceId: 'INV-7' } });
		const { items, error } = await sent(item);
		expect(error).toBeUndefined();
		expect(items[0].json.invoiceId).toBe('INV-7');
	});
});

describe('Download Next', () => {
	const older: IDataObject = {
		...Object.fromEntries(documentNames.map((name) => [name, 'older'])),
		...{ fileMissing: true, message: 'older', redelivered: true, confirmed: true, testRunNotice: 'older' },
	};
	const path = '/api/v2/download/invoice/next';

	it.each(['simplified', 'raw'])('a document (%s) has nothing of the one before it', async (output) => {
		await bluDelta.upload(invoice);
		const run = async (items: INodeExecutionData[], more: IDataObject) =>
			(await bluDelta.run('document', 'downloadNext', { ...next, output, ...more }, { items })).items[0];
		const alone = await run([{ json: {} }], {});
		const again = await run([{ json: { ...older, note: 'mine' } }], { options });
		expect(again.json).toEqual({ ...alone.json, redelivered: true, note: 'mine' });
	});

	it.each(['separate', 'combined'] as const)(
		'one without a file has not the file of the one before it, binary mode %s',
		async (binaryMode) => {
			await bluDelta.upload(invoice);
			const both = { ...next, includeResultPdf: true };
			const first = await bluDelta.run('document', 'downloadNext', both, { binaryMode });
			const { data: mine } = (first.items[0].binary ?? first.items[0].json._files) as Record<string, object>;
			const { json, binary } = first.items[0];
			const held = (binaryMode === 'combined'
				? { json: { ...json, _files: { ...(json._files as object), mine } } }
				: { json, binary: { ...binary, mine } }) as unknown as INodeExecutionData;
			const body = JSON.stringify({ State: 0, Available: true, InvoiceId: json.invoiceContainerId });
			bluDelta.emulator.faults.add({ match: { path }, body });
			const { items, error } = await bluDelta.run(
				'document',
				'downloadNext',
				{ ...next, options },
				{ items: [held], binaryMode },
			);
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ fileMissing: true });
			expect(items[0].json).not.toHaveProperty('dueDate');
			expect(Object.keys((items[0].binary ?? items[0].json._files) as object)).toEqual(['mine']);
			expect((await binaryContent(items[0], 'mine')).subarray(0, 5).toString()).toBe('%PDF-');
		},
	);
});

describe('another answer of BLU DELTA', () => {
	const answered = async (operation: string, parameters: IDataObject, json: IDataObject) => {
		const more = { items: [{ json: { ...json, note: 'mine' } }] };
		return (await bluDelta.run('document', operation, { ...parameters, options }, more)).items[0].json;
	};

	it('a document that is confirmed now was not before', async () => {
		await bluDelta.upload(invoice);
		const [invoiceId] = bluDelta.queue();
		expect(await answered('confirm', { invoiceId }, { alreadyConfirmed: true })).toEqual({
			...{ invoiceId, confirmed: true, note: 'mine' },
		});
	});

	it('a container that is found was not refused', async () => {
		const [containerIds] = await bluDelta.upload(invoice);
		const json = await answered('getStates', { containerIds }, { refusal: 'older' });
		expect(json).toMatchObject({ found: true, note: 'mine' });
		expect(json).not.toHaveProperty('refusal');
	});
});

describe('From Rows', () => {
	const row = {
		...{ id: 'I-1', invoiceNumber: '1', customerId: 'C', invoiceDate: inDays(0) },
		...{ quantity: '1', unitAmount: '10', note: 'mine' },
	};
	const rows = async (...more: object[]) =>
		(
			await blueTape.run(
				'invoice',
				'fromRows',
				{ groupBy: 'id', dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50', options },
				{ items: more.map((one) => ({ json: { ...row, ...one } })) },
			)
		).items;

	it.each(['dueDate', 'Due Date', 'due_date'])(
		'a day on which the rows do not agree does not come back with the first of them: %s',
		async (column) => {
			const [item, ...others] = await rows({ [column]: inDays(30) }, { [column]: inDays(31) });
			expect(others).toEqual([]);
			expect(item.json.review).toEqual([expect.objectContaining({ field: 'dueDate' })]);
			expect(item.json).not.toHaveProperty(column);
			expect((await sent(item)).error?.message).toContain("'Due Date' (dueDate) is required");
		},
	);

	it('other columns of the first row stay', async () => {
		const shippingAddress = { attention: 'Ada' };
		const [{ json }] = await rows({ dueDate: inDays(30), shippingAddress, 'Sold By': 'Ada' });
		expect(json).toMatchObject({ shippingAddress, 'Sold By': 'Ada', note: 'mine', totalAmount: 10 });
	});
});

describe('an answer of BlueTape', () => {
	it.each<[string, string, IDataObject, IDataObject]>([
		['invoice', 'getStatus', { invoiceId: 'INV-1' }, { status: 'Paid' }],
		['customer', 'getCreditInfo', { customerId: 'CUS-1' }, { balance: 5 }],
		['company', 'getCreditInfo', { companyId: 'COM-1' }, {}],
		['project', 'update', { projectId: 'PRO-1' }, {}],
	])('%s: %s has nothing of an older one', async (resource, operation, ids, answer) => {
		const older: IDataObject = {
			...{ status: 'Placed', creditInfo: { limit: 1 }, limit: 1, pastDueAmount: 1, customerInfos: [] },
			...{ blueTapeId: 'older', creditApplicationStatus: 'older', note: 'mine' },
		};
		const { example } = resources[resource].operations[operation];
		const others = Object.fromEntries(Object.entries(older).filter(([name]) => !(name in example)));
		expect(others).not.toEqual(older);
		blueTape.emulator.faults.add({ status: 200, body: JSON.stringify(answer) });
		const { items, error } = await blueTape.run(
			resource,
			operation,
			{ bodySource: 'fields', ...ids, options },
			{ items: [{ json: older }] },
		);
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ ...others, ...answer, ...ids });
	});

	it('a link that leads back is not beside an older one without', async () => {
		const checkoutUrl = 'https://www.bluetape.com/i/r';
		blueTape.emulator.faults.add({ status: 200, body: JSON.stringify({ checkoutUrl }) });
		const { items } = await blueTape.run(
			'invoice',
			'getCheckoutRedirect',
			{ invoiceId: 'INV-1', redirectUrl: '', options },
			{ items: [{ json: { checkOutUrl: 'https://older.example' } }] },
		);
		expect(items[0].json).toEqual({ checkoutUrl, invoiceId: 'INV-1' });
	});

	it('a dry run of a download has no file', async () => {
		await prepare(blueTape.emulator, ['invoice', 'invoiceFile']);
		const run = async (parameters: IDataObject, items?: INodeExecutionData[]) =>
			(
				await blueTape.run(
					'invoice',
					'downloadFile',
					{ invoiceId: 'INV-1', binaryPropertyName: 'data', ...parameters },
					{ items },
				)
			).items[0];
		const first = await run({});
		expect(await binaryContent(first)).toEqual(PDF);
		expect(await run({ options: { ...options, dryRun: true } }, [first])).not.toHaveProperty('binary');
	});
});
