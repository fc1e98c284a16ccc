import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BlueTapeApi } from '../../credentials/BlueTapeApi.credentials';
import { current } from '../../emulator/bluDelta/state';
import { BlueTape } from '../../nodes/BlueTape/BlueTape.node';
import { runNode } from '../engine/engine';
import { bluDeltaWorld, MINUTE } from './bluDeltaWorld';

const DOCUMENTS = 200;
const world = bluDeltaWorld();

/** The BlueTape node on all items; failed ones go on as n8n's "continue" lets them. */
const blueTape = async (
	operation: string,
	resource: string,
	parameters: IDataObject,
	items: INodeExecutionData[],
) => {
	const { baseUrl, apiKey, accountId } = world.stage.emulator.blueTape;
	return await runNode({
		node: new BlueTape(),
		parameters: { resource, operation, ...parameters },
		items,
		credentials: { blueTapeApi: { environment: 'custom', baseUrl, apiKey, accountId } },
		credentialTypes: { blueTapeApi: new BlueTapeApi() },
		settings: { onError: 'continueErrorOutput' },
	});
};

/** The user's workflow behind the trigger: map, create or update in BlueTape, confirm. Failed items are dropped on the way. */
async function workflow(items: INodeExecutionData[], diesBeforeConfirm: boolean): Promise<void> {
	const mapped = await world.stage.run(
		'document',
		'toBlueTapeInvoice',
		{ customerId: 'CUS-1', expectedCurrency: 'USD' },
		{ items },
	);
	const ready = mapped.items.filter(({ json }) => (json.review as unknown[]).length === 0);
	const created = await blueTape('upsert', 'invoice', { bodySource: 'input' }, ready);
	if (diesBeforeConfirm || !created.items.length) return;
	await world.stage.run(
		'document',
		'confirm',
		{ invoiceId: '={{ $json.invoiceId }}' },
		{ items: created.items, settings: { onError: 'continueErrorOutput' } },
	);
}

const fault = (path: string, ...rules: Array<{ drop?: 'before' | 'afterWrite'; status?: number }>) =>
	world.stage.emulator.faults.add(...rules.map((rule) => ({ match: { path }, ...rule })));
/** Lets so many requests through before the rules that follow. */
const after = (requests: number) => Array.from({ length: requests }, () => ({}));
const download = '/api/v2/download';
const confirmPath = '/api/confirm';
const invoicePath = '/genericBthubService/integration/invoice';

/** What goes wrong around one poll and the workflow that it starts. */
interface Trouble {
	name: string;
	prepare?: () => void;
	/** n8n dies with the poll's items in its hands. */
	crash?: boolean;
	/** n8n dies within the workflow: nothing is confirmed. */
	dies?: boolean;
	restart?: boolean;
}
const none: Trouble = { name: 'none' };
const troubles: Trouble[] = [
	{ name: 'the first download gets no answer', prepare: () => fault(download, { drop: 'afterWrite' }) },
	{
		name: 'a later download gets no answer',
		prepare: () => fault(download, ...after(4), { drop: 'afterWrite' }),
	},
	{ name: 'a download never arrives', prepare: () => fault(download, ...after(2), { drop: 'before' }) },
	{
		name: 'confirms get no answer',
		prepare: () => fault(confirmPath, { drop: 'afterWrite' }, ...after(2), { drop: 'before' }),
	},
	{
		name: 'creates get no answer',
		prepare: () => fault(invoicePath, { drop: 'afterWrite' }, ...after(2), { drop: 'before' }),
	},
	// The next batch comes when this one is due.
	none,
	{ name: 'crash between download and storing', crash: true },
	{ name: 'crash between download and confirm', dies: true },
	none,
	{ name: 'the token has expired', prepare: () => void (world.now += 16 * MINUTE) },
	{ name: 'n8n restarted', restart: true },
];

it('brings 200 documents into BlueTape exactly once through faults at every step', async () => {
	const customer = {
		id: 'CUS-1',
		firstName: 'Ada',
		lastName: 'Byron',
		emailAddress: 'ada@example.com',
		cellPhoneNumber: '+12025550123',
		sourceModifiedDate: '2026-01-04T09:47:57.477Z',
	};
	const known = await blueTape(
		'create',
		'customer',
		{ bodySource: 'json', jsonBody: JSON.stringify(customer) },
		[{ json: {} }],
	);
	expect(known.errorItems).toEqual([]);
	const invoices = Array.from({ length: DOCUMENTS }, (_, at) => ({
		number: `RE-${at + 1}`,
		date: '2026-11-17',
		dueDate: '2026-12-17',
		lines: [{ description: 'Gravel', quantity: 2, unitPrice: at + 10, vatRate: 10 }],
	}));
	await world.stage.upload(...invoices);
	world.stage.emulator.journal.clear();

	const trigger = world.host({ limit: 8 });
	const { documents } = world.stage.emulator.bluDelta.state;
	const suffered = new Map<string, number>();
	const failures: string[] = [];
	for (let round = 0, calm = 0; world.stage.queue().length && round < 400; round++) {
		world.now += 2 * MINUTE;
		// The vendor allows three downloads, so no document can bear more than one loss and one failed workflow.
		const fresh = world.stage
			.queue()
			.slice(0, 8)
			.every((id) => documents.get(id)!.attempts === 0);
		const trouble = fresh ? troubles[calm++ % troubles.length] : none;
		trouble.prepare?.();
		if (trouble.restart) trigger.restart();
		const before = world.stage.emulator.journal.entries.length;
		const items = await trigger.tick({ crash: trouble.crash }).catch((error: Error) => {
			failures.push(error.message);
			return [];
		});
		expect(items.every(({ json }) => !json.stuck)).toBe(true);
		if (items.length) await workflow(items, trouble.dies === true);
		const acted = world.stage.emulator.journal.entries
			.slice(before)
			.some(({ path }) => path.includes('/download'));
		if (acted) suffered.set(trouble.name, (suffered.get(trouble.name) ?? 0) + 1);
		world.stage.emulator.faults.clear();
		if (!items.length && !trouble.crash) world.now += 61 * MINUTE;
	}

	expect([...suffered.keys()].sort()).toEqual([...new Set(troubles.map(({ name }) => name))].sort());
	expect(failures.length).toBeGreaterThan(0);
	const invoicesThere = [...world.stage.emulator.blueTape.state.invoices.values()];
	expect(invoicesThere).toHaveLength(DOCUMENTS);
	expect(new Set(invoicesThere.map(({ invoiceNumber }) => invoiceNumber)).size).toBe(DOCUMENTS);
	expect([...documents.values()].map(current)).toEqual(Array.from({ length: DOCUMENTS }, () => 'Confirmed'));
	expect(world.stage.emulator.journal.filter({ status: 429 })).toEqual([]);
	expect(Math.max(...[...documents.values()].map(({ attempts }) => attempts))).toBeLessThanOrEqual(3);
}, 180_000);
