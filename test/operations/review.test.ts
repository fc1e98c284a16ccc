import workedExample from '../detection/worked-example.json';
import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { inDays } from '../engine/days';

// What a person has to look at is told beside the output, too: nothing else on the screen says so.

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));
let documents: BluDeltaStage;
withBluDelta((started) => (documents = started));

const row = {
	id: 'I-1',
	invoiceNumber: '1',
	customerId: 'C',
	invoiceDate: inDays(0),
	dueDate: inDays(30),
};
const line = { quantity: 1, unitAmount: 10 };
const rows = async (...more: object[]) =>
	await stage.run(
		'invoice',
		'fromRows',
		{ groupBy: 'id', dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' },
		{
			items: more.map((one, index) => ({
				json: { ...row, ...line, id: `I-${index + 1}`, invoiceNumber: index, ...one },
			})),
		},
	);

it('of rows: how many, and the first', async () => {
	expect((await rows({}, {})).hints).toEqual([]);
	expect((await rows({}, { quantity: 'few' })).hints).toEqual([
		expect.stringMatching(/^1 of 2 invoices needs review: .*few/),
	]);
	expect((await rows({ quantity: 'few' }, {}, { quantity: 'some' })).hints).toEqual([
		expect.stringMatching(/^2 of 3 invoices need review: .*few/),
	]);
});

it('comes before what may well be meant, of which only some is shown', async () => {
	const past = { invoiceDate: inDays(-60), dueDate: inDays(-30) };
	const { hints } = await rows(...Array.from({ length: 30 }, () => past), { quantity: 'few' });
	expect(hints[0]).toMatch(/^1 of 31 invoices needs review/);
	expect(hints[1]).toContain(`Due Date ${past.dueDate} has passed`);
	expect(hints.at(-1)).toMatch(/more remarks are not shown/);
});

it('of a Group By that no row has: without the number of an item', async () => {
	const { error } = await stage.run(
		'invoice',
		'fromRows',
		{ groupBy: 'Order No', dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' },
		{ items: [{ json: row }, { json: row }] },
	);
	expect(error!.message).toBe('\'Group By\' names the column "Order No", which no row has');
});

it('of a document', async () => {
	const hints = async (customerId: string) =>
		(
			await documents.run(
				'document',
				'toBlueTapeInvoice',
				{ customerId, expectedCurrency: '', additionalFields: {} },
				{ items: [{ json: workedExample }] },
			)
		).hints;
	expect(await hints('')).toEqual([
		expect.stringMatching(/^A person should look at it before it is sent, see review: /),
	]);
});
