import { printInvoices } from '../../emulator/bluDelta/print';
import * as item from '../../nodes/BluDelta/queue/item';
import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { binaryContent } from '../engine/binary';
import { invoice, next } from './documents';

let stage: BluDeltaStage;
withBluDelta((started) => (stage = started));
let pdf: Buffer;
beforeAll(async () => void (pdf = await printInvoices([invoice])));

const attempts = () => stage.emulator.bluDelta.people.documents().map((one) => one.attempts);
const journal = (path: string) => stage.emulator.journal.filter({ path });

describe('download next', () => {
	it('gives data and file of the next document and leaves it unconfirmed', async () => {
		const [containerId] = await stage.upload(invoice);
		const { items, error } = await stage.run('document', 'downloadNext', { ...next, includeResultPdf: true });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({
			invoiceContainerId: containerId,
			invoiceNumber: 'RE-7',
			dueDate: '2026-05-17',
			grandTotalAmount: 110,
			fileName: 'invoice.pdf',
			endedInError: false,
		});
		expect(items[0].json).not.toHaveProperty('confirmed');
		expect(items[0].json).not.toHaveProperty('File');
		const [{ content }] = stage.emulator.bluDelta.people.documents();
		expect((await binaryContent(items[0])).equals(content)).toBe(true);
		expect(items[0].binary!.data).toMatchObject({ fileName: 'invoice.pdf', mimeType: 'application/pdf' });
		expect((await binaryContent(items[0], 'resultPdf')).subarray(0, 5).toString()).toBe('%PDF-');
		expect(items[0].binary!.resultPdf.fileName).toBe('invoice-result.pdf');
		expect(stage.queue()).toHaveLength(1);
		expect(journal('/download')[0].path).toBe('/api/v2/download/invoice/next');
	});

	it('asks the older version when told, which has no due date', async () => {
		await stage.upload(invoice);
		const { items } = await stage.run('document', 'downloadNext', { ...next, apiVersion: 'v1' });
		expect(items[0].json).toMatchObject({ invoiceNumber: 'RE-7' });
		expect(items[0].json).not.toHaveProperty('dueDate');
	});

	it('gives the raw result when told', async () => {
		await stage.upload(invoice);
		const { items } = await stage.run('document', 'downloadNext', { ...next, output: 'raw' });
		expect(items[0].json.detectInvoiceResponse).toHaveProperty('InvoiceDetailTypePredictions');
	});

	it('gives no item and a hint when the queue is empty', async () => {
		const { items, hints, error } = await stage.run('document', 'downloadNext', next);
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints).toEqual([expect.stringContaining('queue is empty')]);
	});

	it('confirms each document once its file is stored, up to the limit', async () => {
		await stage.upload(invoice, invoice, invoice);
		const all = { ...next, confirmation: 'afterDownload' };
		const two = await stage.run('document', 'downloadNext', { ...all, additionalFields: { limit: 2 } });
		expect(two.items.map(({ json }) => json.confirmed)).toEqual([true, true]);
		expect(stage.queue()).toHaveLength(1);
		const rest = await stage.run('document', 'downloadNext', { ...all, additionalFields: { limit: 10 } });
		expect(rest.items).toHaveLength(1);
		expect(stage.queue()).toEqual([]);
	});

	it('does what its settings say in whatever letter case', async () => {
		await stage.upload(invoice);
		const loud = { ...next, confirmation: 'AFTERDOWNLOAD', apiVersion: 'V1', output: 'Raw' };
		const { items } = await stage.run('document', 'downloadNext', loud);
		expect(items[0].json).toMatchObject({ confirmed: true, detectInvoiceResponse: expect.anything() });
		expect(stage.emulator.journal.filter({ path: '/api/download/invoice/next' })).toHaveLength(1);
	});

	it('puts no file in the place of the other', async () => {
		await stage.upload(invoice);
		const both = { ...next, includeResultPdf: true, binaryPropertyName: 'resultPdf' };
		const { error } = await stage.run('document', 'downloadNext', both);
		expect(error!.message).toContain("'Put Output in Field' must be another one than resultPdf");
		expect(stage.emulator.bluDelta.people.documents()[0].attempts).toBe(0);
	});

	it('asks for none when told to get none', async () => {
		const none = { ...next, additionalFields: { limit: '={{ 0 }}' } };
		const { error } = await stage.run('document', 'downloadNext', none);
		expect(error!.message).toContain("'Limit' (limit) must be a whole number, 1 or more");
	});

	it.each([
		[10, 1],
		[2, 2],
		[1, 50],
	])('gives no document twice in a run: %i items, limit %i', async (count, limit) => {
		await stage.upload(invoice, invoice, invoice);
		const items = Array.from({ length: count }, () => ({ json: {} }));
		const run = async () =>
			await stage.run('document', 'downloadNext', { ...next, additionalFields: { limit } }, { items });
		const { items: out, hints } = await run();
		expect(new Set(out.map(({ json }) => json.invoiceId)).size).toBe(3);
		expect(out).toHaveLength(3);
		expect(attempts()).toEqual([1, 1, 1]);
		expect(hints).toEqual([expect.stringContaining('No other document is waiting')]);
		expect((await run()).items).toHaveLength(3);
		expect(attempts()).toEqual([2, 2, 2]);
	});

	it('takes nothing after an empty queue, over all items of the run', async () => {
		const items = Array.from({ length: 5 }, () => ({ json: {} }));
		const { hints } = await stage.run('document', 'downloadNext', next, { items });
		expect(hints).toEqual([expect.stringMatching(/queue is empty.*\[item 1, 2, 3, 4, 5\]/)]);
		expect(journal('/download')).toHaveLength(1);
	});

	it('takes nothing after a refusal, and every item says why', async () => {
		await stage.upload(invoice);
		stage.emulator.faults.add({ match: { path: '/api/v2/download' }, status: 400 });
		const items = Array.from({ length: 3 }, () => ({ json: {} }));
		const settings = { onError: 'continueRegularOutput' as const };
		const { items: out } = await stage.run('document', 'downloadNext', next, { items, settings });
		expect(out.map(({ json }) => json.error)).toEqual([1, 2, 3].map(() => expect.stringMatching(/400/)));
		expect(journal('/download')).toHaveLength(1);
	});

	it('ends when a document comes again although a count has promised others', async () => {
		await stage.upload(invoice, invoice);
		stage.emulator.faults.add({
			match: { path: '/api/count' },
			body: JSON.stringify({ State: 0, Count: 9 }),
		});
		const { items: out, hints } = await stage.run('document', 'downloadNext', {
			...next,
			additionalFields: { limit: 9 },
		});
		expect(out).toHaveLength(2);
		expect(hints).toEqual([expect.stringContaining('came a second time')]);
		expect(attempts()).toEqual([2, 1]);
	});

	it('knows what was confirmed since, here or elsewhere', async () => {
		await stage.upload(invoice, invoice);
		const one = async () => (await stage.run('document', 'downloadNext', next)).items[0].json;
		const first = await one();
		await stage.run('document', 'confirm', { invoiceId: first.invoiceId });
		stage.emulator.journal.clear();
		const second = await one();
		expect(journal('/api').map(({ path }) => path)).toEqual(['/api/v2/download/invoice/next']);
		const elsewhere = stage.emulator.bluDelta.state;
		elsewhere.queue = [];
		elsewhere.documents
			.get(second.invoiceId as string)!
			.states.unshift({ State: 'Confirmed', Timestamp: new Date() });
		const { hints } = await stage.run('document', 'downloadNext', next);
		expect(hints).toEqual([expect.stringContaining('queue is empty')]);
		expect(attempts()).toEqual([1, 1]);
	});

	it('gives what it has when a later download fails', async () => {
		await stage.upload(invoice, invoice);
		const { documents, queue } = stage.emulator.bluDelta.state;
		documents.get(queue[1])!.attempts = 3;
		const two = { ...next, additionalFields: { limit: 2 }, confirmation: 'afterDownload' };
		const items = [{ json: {} }, { json: {} }];
		const { items: out, hints, error } = await stage.run('document', 'downloadNext', two, { items });
		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.confirmed)).toEqual([true]);
		expect(hints[0]).toMatch(/Stopped after 1 documents.*three times without a confirmation/);
	});

	it('gives what it has confirmed when no item can be made of a later one', async () => {
		await stage.upload(invoice, invoice);
		const [first, odd] = stage.queue();
		const { documentItem } = item;
		const made = jest.spyOn(item, 'documentItem').mockImplementation((download, ...more) => {
			if (download.document.InvoiceId === odd) throw new TypeError('No item');
			return documentItem(download, ...more);
		});
		const two = { ...next, additionalFields: { limit: 2 }, confirmation: 'afterDownload' };
		const { items, hints, error } = await stage.run('document', 'downloadNext', two);
		made.mockRestore();
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.invoiceId, json.confirmed])).toEqual([[first, true]]);
		expect(hints[0]).toMatch(new RegExp(`Stopped after 1 documents: The document ${odd} .*can't be put out`));
		expect(stage.queue()).toEqual([odd]);
	});

	it('gives a document whose confirm fails, marked as not confirmed', async () => {
		await stage.upload(invoice, invoice);
		stage.emulator.faults.add({ match: { path: '/api/confirm' }, status: 500, times: 3 });
		const broken = await stage.run('document', 'downloadNext', {
			...next,
			additionalFields: { limit: 5 },
			confirmation: 'afterDownload',
		});
		expect(broken.items.map(({ json }) => json.confirmed)).toEqual([false]);
		expect(broken.hints).toEqual([expect.stringContaining('is not confirmed and will come again')]);
	});

	it('leaves the third download to a run by hand, and makes no fourth', async () => {
		await stage.upload(invoice);
		const byItself = { mode: 'trigger' as const };
		const run = async (more = {}) => await stage.run('document', 'downloadNext', next, more);
		expect(await run(byItself)).toMatchObject({ items: [{}], hints: [] });
		const second = [expect.stringMatching(/second of three downloads of the document .*: confirm it/)];
		expect(await run(byItself)).toMatchObject({ items: [{}], hints: second });
		const [id] = stage.queue();
		expect((await run(byItself)).error).toMatchObject({
			message: `The next document may be ${id} (invoice.pdf), which was downloaded 2 times and is not confirmed`,
			description: expect.stringMatching(/run this node once by hand/),
		});
		expect(attempts()).toEqual([2]);
		const last = [expect.stringMatching(/last of three downloads of the document .*: confirm it/)];
		expect(await run()).toMatchObject({ items: [{}], hints: last });
		expect((await run()).error).toMatchObject({
			message: expect.stringContaining('was downloaded 3 times'),
			description: expect.stringMatching(/Waiting does not help/),
		});
		expect(attempts()).toEqual([3]);
	});

	it('tells nothing of downloads that are left once it has confirmed', async () => {
		await stage.upload(invoice);
		await stage.run('document', 'downloadNext', next);
		const after = { ...next, confirmation: 'afterDownload' };
		const { items, hints } = await stage.run('document', 'downloadNext', after);
		expect(items.map(({ json }) => [json.redelivered, json.confirmed])).toEqual([[true, true]]);
		expect(hints).toEqual([]);
	});

	it('explains BLU DELTA’s own refusal after three downloads, and does not ask again', async () => {
		await stage.upload(invoice);
		stage.emulator.bluDelta.people.documents()[0].attempts = 3;
		stage.emulator.journal.clear();
		const { error } = await stage.run('document', 'downloadNext', next);
		expect(error).toMatchObject({
			httpCode: '429',
			message: expect.stringMatching(/three times without a confirmation/),
			description: expect.stringMatching(/Waiting does not help/),
		});
		expect(journal('/download')).toHaveLength(1);
	});

	it('makes a pause after a download in vain, but not by hand; after two it leaves the third to people', async () => {
		await stage.upload(invoice);
		const run = async (mode: 'trigger' | 'manual') =>
			await stage.run('document', 'downloadNext', next, { mode });
		const lose = () => stage.emulator.faults.add({ match: { path: '/api/v2/download' }, drop: 'afterWrite' });
		await stage.run('document', 'count', { states: ['New'] });
		lose();
		await run('trigger');
		expect((await run('trigger')).error?.message).toMatch(
			/came to nothing a short while ago: the next one is made from/,
		);
		lose();
		await run('manual');
		expect(attempts()).toEqual([2]);
		const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
		try {
			expect((await run('trigger')).error?.message).toMatch(/2 downloads got no answer/);
		} finally {
			clock.mockRestore();
		}
		expect(attempts()).toEqual([2]);
		expect((await run('manual')).items).toHaveLength(1);
	});

	it.each([
		['a lost answer', { drop: 'afterWrite' as const }, /not known/, /comes again/],
		['no connection', { drop: 'before' as const }, /not known/, /three downloads may be used up/],
		['503', { status: 503, retryAfter: 0 }, /503/, /three downloads may be used up/],
		['HTML', { status: 200, body: 'html' }, /web page/, /Base URL/],
		[
			'an answer that breaks off',
			{ status: 200, body: '{"State":0,"Available":true,"File":"JVBER' },
			/./,
			/./,
		],
		['State 1', { body: '{"State":1,"Message":"Sorry"}' }, /State 1.*Sorry/, /./],
	])('asks once after %s', async (_, fault, message, hint) => {
		await stage.upload(invoice);
		stage.emulator.journal.clear();
		stage.emulator.faults.add({ match: { path: '/api/v2/download' }, ...fault });
		const { error } = await stage.run('document', 'downloadNext', next);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(hint),
		});
		expect(journal('/download')).toHaveLength(1);
	});

	it.each(['object', 'null', 'omitted'] as const)(
		'marks a document that ended in error (%s)',
		async (emptyDetection) => {
			Object.assign(stage.emulator.bluDelta.state.settings, { emptyDetection });
			await stage.upload(Buffer.from('this is no PDF'));
			for (const output of ['simplified', 'raw']) {
				const { items } = await stage.run('document', 'downloadNext', { ...next, output });
				expect(items[0].json).toMatchObject({ endedInError: true, stateBeforeRelease: 'Error' });
				expect((await binaryContent(items[0])).toString()).toBe('this is no PDF');
			}
		},
	);

	it('takes in a document of 12 MB', async () => {
		const large = Buffer.concat([pdf, Buffer.alloc(12_000_000, 'x')]);
		await stage.upload(large);
		const { items } = await stage.run('document', 'downloadNext', next);
		expect((await binaryContent(items[0])).equals(large)).toBe(true);
	});
});
