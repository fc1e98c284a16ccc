import { secretHeader } from '../triggers/blueTapeStage';
import { bookTables, type DataTable } from './dataTables';
import { testStage } from './stage';

// Examples that keep their books in a Data Table.
const { api, emulator, examples } = testStage();
let invoices: DataTable;
let customers: DataTable;

beforeEach(async () => {
	await emulator.reset();
	[invoices, customers] = await bookTables(api);
});
afterEach(async () => {
	await invoices.remove();
	await customers.remove();
});

/** A row for each of these invoices; BlueTape has INVOICE-3001 to 3004. */
const open = async (...ids: string[]) =>
	await invoices.insert(...ids.map((invoiceId) => ({ invoiceId, customerId: 'CUST-101', status: 'Placed' })));
const move = async (id: string, status: string) =>
	await emulator.control('POST', `/bluetape/invoices/${id}/status`, { status });
const books = async () =>
	Object.fromEntries((await invoices.rows()).map(({ invoiceId, status }) => [invoiceId, status]));

describe('watch invoices', () => {
	/** Looks once; what was told, by the node that tells it, in order of the alphabet. */
	async function look() {
		const run = await api.runAndRead(examples['watch-invoices']);
		expect(run).toMatchObject({ status: 'success', error: undefined });
		const tellers = run.nodes.filter(({ name }) => /^(Tell|No) /.test(name));
		const told = tellers.flatMap(({ name, outputs }) =>
			outputs.flat().map(({ json }) => `${name}: ${json.message as string}`),
		);
		return told.sort();
	}
	const failed = 'Tell sales: Invoice INVOICE-3001 is Failed: speak to the customer';

	test('each status is written back and told to whom it concerns, once', async () => {
		await open('INVOICE-3001', 'INVOICE-3002', 'INVOICE-3003', 'NOPE');
		const unknown = expect.stringMatching(/^No status: BlueTape answered 404.*no invoice/);
		expect(await look()).toEqual([unknown]);
		expect(await books()).toEqual({
			...{ 'INVOICE-3001': 'Placed', 'INVOICE-3002': 'Placed' },
			...{ 'INVOICE-3003': 'PaymentProcessing', NOPE: 'Placed' },
		});
		await move('INVOICE-3001', 'Rejected');
		await move('INVOICE-3002', 'Canceled');
		await move('INVOICE-3003', 'Paid');
		expect(await look()).toEqual([
			unknown,
			'Tell sales: Invoice INVOICE-3001 is Rejected: speak to the customer',
			'Tell sales: Invoice INVOICE-3002 is Canceled: speak to the customer',
			'Tell the warehouse: Invoice INVOICE-3003 is paid: release the goods',
		]);
		expect(await invoices.rows()).toMatchObject([
			{ invoiceId: 'INVOICE-3001', status: 'Rejected', totalAmount: 2485.75 },
			{ invoiceId: 'INVOICE-3002', status: 'Canceled', totalAmount: 910 },
			{ invoiceId: 'INVOICE-3003', status: 'Paid', totalAmount: 12_000 },
			{ invoiceId: 'NOPE', status: 'Placed' },
		]);
		await emulator.clearJournal();
		expect(await look()).toEqual([unknown]);
		// What is paid is not asked for again.
		expect((await emulator.journal()).map(({ path }) => path.split('/').at(-2))).not.toContain(
			'INVOICE-3003',
		);
	});

	test('the words of the API in another letter case are the same ones: what is paid is told once', async () => {
		await open('INVOICE-3001', 'INVOICE-3003');
		await invoices.insert({ invoiceId: 'INVOICE-3002', customerId: 'CUST-101', status: 'PAID' });
		await move('INVOICE-3002', 'Paid');
		await move('INVOICE-3003', 'Paid');
		await emulator.control('POST', '/bluetape/settings', { statusCase: 'lower' });
		expect(await look()).toEqual(['Tell the warehouse: Invoice INVOICE-3003 is paid: release the goods']);
		expect(await books()).toEqual({
			...{ 'INVOICE-3001': 'Placed', 'INVOICE-3002': 'PAID' },
			'INVOICE-3003': 'Paid',
		});
		expect(await look()).toEqual([]);
	});

	test('a payment that fails a second time is told a second time', async () => {
		await open('INVOICE-3001');
		for (const [status, told] of [
			['Failed', [failed]],
			['Placed', []],
			['Failed', [failed]],
		] as Array<[string, string[]]>) {
			await move('INVOICE-3001', status);
			expect(await look()).toEqual(told);
		}
	});

	test("a customer's limit and past due amount are told when they change", async () => {
		const known = { creditLimit: 50_000, pastDue: 910 };
		await customers.insert({ customerId: 'CUST-102', ...known }, { customerId: 'CUST-9' });
		const missing = expect.stringMatching(/^No credit: BlueTape answered 404/);
		expect(await look()).toEqual([missing]);
		await emulator.control('POST', '/bluetape/customers/CUST-102/register', { creditLimit: 75_000 });
		await move('INVOICE-3002', 'Paid');
		expect(await look()).toEqual([
			missing,
			'Tell sales of the credit: Credit of CUST-102: limit 50000 → 75000, past due 910 → 0',
		]);
		expect(await customers.rows()).toMatchObject([{ creditLimit: 75_000, pastDue: 0 }, {}]);
		expect(await look()).toEqual([missing]);
	});
});

describe('books in step', () => {
	const id = examples['books-in-step'];
	let seen = 0;
	const fire = async (invoiceId: string, status: string, amount: number) =>
		await emulator.control('POST', '/bluetape/webhooks/fire', {
			event: 'invoice.payment',
			payload: { invoiceId, amount, fee: 0, paymentMethod: 'loan', status },
		});
	/** What the workflow told after so many notices more. */
	async function told(notices: number) {
		const runs = (await api.executions(id, (seen += notices))).slice(-notices);
		return runs.map(({ status, nodes }) => {
			expect(status).toBe('success');
			const tellers = nodes.filter(({ name }) => /^(Tell|Ask) /.test(name));
			return tellers.flatMap(({ name, outputs }) =>
				outputs.flat().map(({ json }) => `${name}: ${json.message as string}`),
			);
		});
	}

	beforeEach(async () => {
		const { nodes } = await api.workflow(id);
		const { webhookId } = nodes.find(({ type }) => type.endsWith('.blueTapeTrigger'))!;
		await emulator.control('POST', '/bluetape/webhooks', {
			invoicePaymentUrl: api.webhookUrl(`${webhookId as string}/invoice/payment`),
			headers: secretHeader,
		});
		await api.activate(id);
		seen = (await api.executionIds(id)).length;
	});
	afterEach(async () => await api.deactivate(id));

	test('advance and rest are set; a repeated advance never takes paid back', async () => {
		await open('INVOICE-3001');
		await emulator.control('POST', '/bluetape/invoices/INVOICE-3001/pay', {
			advanceRate: 80,
			paymentMethod: 'loan',
		});
		expect(await told(1)).toEqual([['Tell accounting: Invoice INVOICE-3001 is PartiallyPaid now']]);
		expect(await books()).toEqual({ 'INVOICE-3001': 'PartiallyPaid' });
		await emulator.control('POST', '/bluetape/invoices/INVOICE-3001/pay', { paymentMethod: 'loan' });
		expect(await told(1)).toEqual([['Tell accounting: Invoice INVOICE-3001 is Paid now']]);
		await fire('INVOICE-3001', 'PartiallyPaid', 1988.6);
		await fire('INVOICE-3001', 'Paid', 497.15);
		await told(2);
		expect(await books()).toEqual({ 'INVOICE-3001': 'Paid' });
	});

	test('a notice that says paid in another letter case is not taken back by a late advance', async () => {
		await open('INVOICE-3001');
		await move('INVOICE-3001', 'Paid');
		await fire('INVOICE-3001', 'paid', 2485.75);
		expect(await told(1)).toEqual([['Tell accounting: Invoice INVOICE-3001 is paid now']]);
		expect(await books()).toEqual({ 'INVOICE-3001': 'Paid' });
		await fire('INVOICE-3001', 'PartiallyPaid', 1988.6);
		expect(await told(1)).toEqual([[]]);
		expect(await books()).toEqual({ 'INVOICE-3001': 'Paid' });
	});

	test('an invented payment changes nothing, and one of an unknown invoice is told', async () => {
		await open('INVOICE-3001');
		await fire('INVOICE-3001', 'Paid', 2485.75);
		expect(await told(1)).toEqual([
			['Ask a person: Not confirmed: the notice says Paid, BlueTape says Placed'],
		]);
		await emulator.control('POST', '/bluetape/invoices/INVOICE-3002/pay', {});
		expect(await told(1)).toEqual([
			['Tell that it is unknown: Paid: invoice INVOICE-3002 is not in the table'],
		]);
		expect(await books()).toEqual({ 'INVOICE-3001': 'Placed' });
	});

	test('what a lost notice would have said comes by Watch invoices', async () => {
		await open('INVOICE-3001');
		await emulator.control('POST', '/bluetape/webhooks', {
			invoicePaymentUrl: api.webhookUrl('nobody'),
		});
		await emulator.control('POST', '/bluetape/invoices/INVOICE-3001/pay', {});
		expect(await books()).toEqual({ 'INVOICE-3001': 'Placed' });
		await api.runAndRead(examples['watch-invoices']);
		expect(await books()).toEqual({ 'INVOICE-3001': 'Paid' });
	});

	test('the pinned notices run in the editor', async () => {
		await open('DEMO-A-1');
		const run = await api.runAndRead(id, { trigger: 'BlueTape Trigger' });
		expect(run).toMatchObject({ status: 'success', error: undefined });
		expect(await books()).toEqual({ 'DEMO-A-1': 'Paid' });
		seen++;
	});
});
