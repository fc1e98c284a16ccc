import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { binaryContent, binaryItem } from '../engine/binary';
import { blueTapeStage, type BlueTapeStage } from '../engine/blueTape';
import { caseOf } from './cases';
import { PDF, prepare } from './world';

let stage: BlueTapeStage;
beforeAll(async () => {
	stage = await blueTapeStage();
});
beforeEach(() => stage.emulator.reset());
afterAll(async () => await stage.emulator.stop());

const requests = () =>
	stage.emulator.journal.entries.map(({ method, path }) => `${method} ${path.split('/integration')[1]}`);
const byInput = (resource: string, operation: string, json: IDataObject, more: IDataObject = {}) =>
	stage.run(resource, operation, { bodySource: 'input', ...more }, { items: [{ json }] });

describe('create or update', () => {
	it.each(['company', 'customer', 'invoice', 'quote', 'project'])(
		'%s: says which of the two happened',
		async (resource) => {
			const { body: given } = caseOf(resource, 'upsert');
			const { quoteRefNumber: _, projectDetails: __, shippingAddress: ___, ...body } = given!;
			if (resource === 'invoice' || resource === 'quote') await prepare(stage.emulator, ['customer']);
			const idName = `${resource}Id`;
			const created = await byInput(resource, 'upsert', body);
			expect(created.items[0].json).toMatchObject({ created: true, [idName]: body.id });
			const updated = await byInput(resource, 'upsert', body);
			expect(updated.error).toBeUndefined();
			expect(updated.items[0].json).toMatchObject({ created: false, [idName]: body.id });
			const id = encodeURIComponent(body.id as string);
			expect(requests()).toEqual([`POST /${resource}`, `POST /${resource}`, `PUT /${resource}/${id}`]);
			expect(stage.emulator.journal.last()!.body).toEqual({ ...body, id: undefined });
		},
	);

	it.each(['symbol', 'status'] as const)('knows "already exists" in the style %s', async (errorStyle) => {
		stage.emulator.blueTape.state.settings.errorStyle = errorStyle;
		await byInput('project', 'upsert', { id: 'P' });
		const { items } = await byInput('project', 'upsert', { id: 'P' });
		expect(items[0].json.created).toBe(false);
	});

	it('a conflict with another record is an error, not an update', async () => {
		const { body } = caseOf('customer', 'upsert');
		await byInput('customer', 'upsert', body!);
		const { error } = await byInput('customer', 'upsert', { ...body, id: 'CUS-8' });
		expect(error!.message).toContain('customer_with_phone_or_email_already_exist');
		expect(requests()).not.toContain('PUT /customer/CUS-8');
	});

	it('a conflict that says not about what is told as such when there is nothing to update', async () => {
		const conflict = JSON.stringify({ code: '409', reason: 'This phone is taken' });
		const missing = JSON.stringify({ code: '404', reason: 'Not found' });
		stage.emulator.faults.add({ status: 409, body: conflict }, { status: 404, body: missing });
		const { error } = await byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(error!.message).toBe('BlueTape answered 409: This phone is taken');
		const other = JSON.stringify({ code: 'customer_does_not_exist', reason: '' });
		stage.emulator.faults.add({ status: 409, body: conflict }, { status: 404, body: other });
		const refused = await byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(refused.error!.message).toContain('customer_does_not_exist');
	});

	it('a conflict that a web page tells of is not about the record', async () => {
		stage.emulator.faults.add({ status: 409, body: '<html><title>Conflict</title></html>' });
		const { error } = await byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(error!.message).toContain('BlueTape answered 409 with a web page');
		expect(requests()).toEqual(['POST /customer']);
	});

	it('leaves out of the update what an update cannot carry, and says so', async () => {
		const { body } = caseOf('customer', 'upsert');
		await prepare(stage.emulator, ['company']);
		await byInput('customer', 'upsert', body!);
		const { items, hints } = await byInput('customer', 'upsert', { ...body, companyId: 'COM-1' });
		expect(items[0].json.created).toBe(false);
		expect(hints).toEqual(["Updated; an update can't change companyId, so that was left out"]);
	});
});

describe('dry run', () => {
	it('shows the request and sends nothing', async () => {
		const { fields, body } = caseOf('invoice', 'create');
		const { items } = await stage.run('invoice', 'create', {
			...fields,
			bodySource: 'fields',
			options: { dryRun: true },
		});
		expect(items[0].json).toEqual({
			dryRun: true,
			request: {
				method: 'POST',
				url: `${stage.credential.baseUrl as string}/integration/invoice`,
				query: {},
				body,
			},
			invoiceId: 'INV 7/a',
		});
		expect(JSON.stringify(items)).not.toContain(stage.credential.apiKey);
		expect(requests()).toEqual([]);
	});

	it('of create or update shows both requests', async () => {
		const { items } = await byInput(
			'project',
			'upsert',
			{ id: 'P', name: 'Tower', sourceModifiedDate: '2026-01-01' },
			{ options: { dryRun: true } },
		);
		expect(items[0].json).toMatchObject({
			request: { method: 'POST', body: { id: 'P' } },
			whenItExists: {
				method: 'PUT',
				url: expect.stringContaining('/integration/project/P'),
				body: { name: 'Tower', sourceModifiedDate: '2026-01-01T00:00:00.000Z' },
			},
		});
		expect(requests()).toEqual([]);
	});

	it('of an upload names the file, of a download the address', async () => {
		const more = { items: [await binaryItem(PDF, 'offer.pdf', 'application/pdf')] };
		const parameters = { invoiceId: 'I', binaryPropertyName: 'data', options: { dryRun: true } };
		const up = await stage.run('invoice', 'uploadFile', parameters, more);
		expect(up.items[0].json).toMatchObject({
			dryRun: true,
			request: { method: 'POST' },
			file: { fileName: 'offer.pdf', fileSize: PDF.length },
		});
		const down = await stage.run('invoice', 'downloadFile', parameters);
		expect(down.items[0].json).toMatchObject({ dryRun: true, request: { method: 'GET' } });
		expect(requests()).toEqual([]);
	});

	it('still refuses bad input', async () => {
		const { error } = await byInput('project', 'create', {}, { options: { dryRun: true } });
		expect(error!.message).toContain("'Project ID' is required");
	});
});

describe('amounts that do not add up', () => {
	const line = { unitAmount: 0.1, quantity: 3, subTotal: 0.3, taxAmount: 0, totalAmount: 0.3 };
	const tenth = { subTotal: 0.1, taxAmount: 0.2, totalAmount: 0.3, amountDue: 0.3 };
	const invoice = (changed: IDataObject) => {
		const { lines: _, projectDetails: __, quoteRefNumber: ___, ...body } = caseOf('invoice', 'create').body!;
		return { ...body, ...changed };
	};
	const run = async (changed: IDataObject, checkAmounts?: string) => {
		await prepare(stage.emulator, ['customer']);
		return await byInput('invoice', 'create', invoice(changed), {
			options: checkAmounts ? { checkAmounts } : {},
		});
	};

	it.each<[string, IDataObject, string]>([
		[
			'the total',
			{ totalAmount: 1100.01 },
			'Subtotal and Tax Amount make 1100.00, but Total Amount is 1100.01',
		],
		[
			'a line',
			{ ...tenth, lines: [{ ...line, totalAmount: 0.4 }] },
			'Line 1: Subtotal and Tax Amount make 0.30, but Total Amount is 0.40',
		],
		['the lines', { ...tenth, lines: [line] }, "the lines' Subtotal make 0.30, but the header says 0.10"],
	])(
		'%s: warns and sends by default, refuses or keeps silent when told',
		async (_name, changed, sentence) => {
			const warned = await run(changed);
			expect(warned.items).toHaveLength(1);
			expect(warned.hints.join('; ')).toContain(sentence);
			stage.emulator.reset();
			const refused = await run(changed, 'error');
			expect(refused.error!.message).toContain(sentence);
			expect(requests()).toEqual([]);
			const silent = await run({ ...changed, id: 'INV-9', customerId: 'CUS-1' }, 'off').catch(
				() => undefined,
			);
			expect(silent?.hints ?? []).toEqual([]);
		},
	);

	it.each<[string, IDataObject]>([
		['0.1 + 0.2 = 0.3', tenth],
		[
			'lines of thirds',
			{
				subTotal: 0.99,
				taxAmount: 0,
				totalAmount: 0.99,
				amountDue: 0.99,
				lines: [line, line, { ...line, subTotal: 0.39, totalAmount: 0.39 }],
			},
		],
	])('%s is exact', async (_name, changed) => {
		const { hints, error } = await run(changed, 'error');
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
	});
});

describe('files', () => {
	const parameters = { invoiceId: 'INV-1', binaryPropertyName: 'data' };
	const large = Buffer.concat([PDF, Buffer.alloc(3_000_000, 7)]);

	beforeEach(async () => await prepare(stage.emulator, ['invoice']));

	it.each(['raw', 'multipart'])('a PDF sent as %s comes back byte by byte', async (uploadForm) => {
		const items = [await binaryItem(large, 'offer 1.pdf', 'application/pdf')];
		const up = await stage.run(
			'invoice',
			'uploadFile',
			{ ...parameters, options: { uploadForm } },
			{ items },
		);
		expect(up.items[0].json).toMatchObject({
			invoiceId: 'INV-1',
			fileName: 'offer 1.pdf',
			fileSize: large.length,
		});
		const sent = stage.emulator.journal.last()!.headers['content-type'];
		expect(sent).toMatch(uploadForm === 'raw' ? /^application\/pdf$/ : /^multipart\/form-data; boundary=/);
		const down = await stage.run('invoice', 'downloadFile', { ...parameters, binaryPropertyName: 'pdf' });
		expect(down.items[0]).toMatchObject({
			json: { invoiceId: 'INV-1', mimeType: 'application/pdf' },
			pairedItem: { item: 0 },
		});
		expect((await binaryContent(down.items[0], 'pdf')).equals(large)).toBe(true);
	});

	it('takes a binary that is held in memory', async () => {
		const items = [
			{
				json: {},
				binary: { data: { data: PDF.toString('base64'), mimeType: 'application/pdf', fileName: 'offer' } },
			},
		];
		const { items: output, error } = await stage.run('invoice', 'uploadFile', parameters, { items });
		expect(error).toBeUndefined();
		expect(output[0].json).toMatchObject({ fileName: 'offer.pdf', fileSize: PDF.length });
	});

	it('a missing file is an error with its reason, not a file', async () => {
		const { error } = await stage.run('invoice', 'downloadFile', { ...parameters, invoiceId: 'INV-2' });
		expect(error).toMatchObject({ httpCode: '404', message: expect.stringContaining('not') });
	});

	it('follows a download to another address without the secrets', async () => {
		stage.emulator.faults.add({
			match: { path: '/genericBthubService/integration/invoice/INV-1/file' },
			status: 302,
			redirectTo: `${stage.emulator.url}/genericBthubService/integration/invoice/INV-9/file`,
		});
		const { error } = await stage.run('invoice', 'downloadFile', parameters);
		expect(error!.message).toContain('401');
		expect(stage.emulator.journal.last()!.headers).toMatchObject({
			'x-bluetape-key': 'missing',
			'x-integration-accountid': 'missing',
		});
	});

	it('a transfer that breaks off is begun again', async () => {
		let calls = 0;
		const broken = createServer((_request, response) => {
			response.setHeader('Content-Length', PDF.length);
			if (++calls < 3) response.write(PDF.subarray(0, 9), () => response.destroy());
			else response.end(PDF);
		});
		await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
		const baseUrl = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`;
		const credentials = { blueTapeApi: { ...stage.credential, baseUrl } };
		const { items, error } = await stage.run('invoice', 'downloadFile', parameters, { credentials });
		broken.close();
		expect(error).toBeUndefined();
		expect(calls).toBe(3);
		expect((await binaryContent(items[0])).equals(PDF)).toBe(true);
	});
});

describe('checkout link', () => {
	it.each([
		[
			'an object',
			'{"checkOutUrl":"https://pay/1"}',
			{ checkOutUrl: 'https://pay/1', checkoutUrl: 'https://pay/1' },
		],
		['the other spelling', '{"checkoutUrl":"https://pay/1"}', { checkoutUrl: 'https://pay/1' }],
		['a bare JSON string', '"https://pay/1"', { checkoutUrl: 'https://pay/1' }],
		['a bare text', 'https://pay/1', { checkoutUrl: 'https://pay/1' }],
	])('%s gives checkoutUrl', async (_name, body, expected) => {
		for (const operation of ['getCheckout', 'getCheckoutRedirect']) {
			stage.emulator.faults.add({ status: 200, body });
			const { items } = await stage.run('invoice', operation, { invoiceId: 'I' });
			expect(items[0].json).toEqual({ ...expected, invoiceId: 'I' });
		}
	});

	it.each(['', '""'])('an answer without any (%j) fails the item', async (body) => {
		stage.emulator.faults.add({ status: 200, body });
		const { error } = await stage.run('invoice', 'getCheckout', { invoiceId: 'I' });
		expect(error!.message).toBe('BlueTape sent no checkout link');
	});
});
