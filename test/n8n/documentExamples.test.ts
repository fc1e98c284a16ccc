import { digest } from '../../emulator/shared/bodies';
import type { WorkflowJson, WorkflowNode } from '../../runtime/workflow';
import { invoicePdf } from '../pdf';
import { activateWhenFree, bluDeltaRecords } from './bluDeltaStage';
import { testStage } from './stage';

const stage = testStage();
const { api, emulator, examples } = stage;
const records = bluDeltaRecords(stage);
const active: string[] = [];
const copies: string[] = [];
// A queue has one trigger, and stays with it for minutes.
jest.setTimeout(420_000);

async function activate(example: string): Promise<string> {
	const id = examples[example];
	active.push(id);
	await activateWhenFree(api, id);
	return id;
}

type Changed = Pick<WorkflowJson, 'nodes' | 'connections'>;

/** A copy of an example, changed, which goes after the test. */
async function copied(example: string, change: (workflow: Changed) => Changed): Promise<string> {
	const { name, settings, ...workflow } = await api.workflow(examples[example]);
	const { id } = await api.createWorkflow({ name: `${name}, changed`, settings, ...change(workflow) });
	copies.push(id);
	return id;
}

/** A Code node behind an output of another node. */
function inserted({ nodes, connections }: Changed, from: string, output: number, jsCode: string): Changed {
	const code: WorkflowNode = {
		...{ id: 'code', name: 'Code', type: 'n8n-nodes-base.code', typeVersion: 2 },
		...{ position: [220, 300], parameters: { jsCode } },
	};
	const { main } = connections[from] as { main: object[][] };
	const link = { node: code.name, type: 'main', index: 0 };
	return {
		nodes: [...nodes, code],
		connections: {
			...connections,
			[from]: { main: main.map((links, index) => (index === output ? [link] : links)) },
			[code.name]: { main: [main[output]] },
		},
	};
}

/** An invoice to somebody whom BlueTape can reach. */
const invoice = async (number: string, currency = 'USD') =>
	await invoicePdf({
		...{ number, currency },
		receiver: {
			...{ name: 'Ada Byron', town: 'Springfield, IL 62701', country: 'US' },
			...{ email: 'ada@example.com', phone: '+1 202 555 0143' },
		},
	});
const unreadable = Buffer.from('no PDF');

beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));
afterEach(async () => {
	for (const id of active.splice(0)) await api.deactivate(id);
	for (const id of copies.splice(0)) await api.deleteWorkflow(id);
});
afterAll(emulator.reset);

test('inbox: every PDF of a mail is uploaded, with its sender and subject; another file is told to a person', async () => {
	const id = await activate('inbox');
	const { nodes } = await api.workflow(id);
	const { webhookId } = nodes.find(({ type }) => type === 'n8n-nodes-base.webhook')!;
	const pdfs = [await invoice('RE-1'), await invoice('RE-2')];
	const form = new FormData();
	form.append('from', 'ada@example.com');
	form.append('subject', 'Two invoices');
	form.append('messageId', '<1@example.com>');
	pdfs.forEach((pdf, index) =>
		form.append(`file${index}`, new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), `${index}.pdf`),
	);
	form.append('text', new Blob(['hello'], { type: 'text/plain' }), 'hello.txt');
	const answer = await fetch(api.webhookUrl(webhookId as string), { method: 'POST', body: form });
	expect(answer.status).toBe(200);
	const [execution] = (await api.executions(id, 1)).slice(-1);
	// n8n's Webhook node stores the files of a form side by side: whichever is first written comes first.
	const last = execution
		.items('Upload')
		.sort((one, other) => String(one.json.fileName).localeCompare(String(other.json.fileName)));
	const { containers } = (await records.all()).bluDelta;
	expect(last.map(({ json }) => json.fileName)).toEqual(['0.pdf', '1.pdf']);
	expect(last.map(({ json }) => containers[json.invoiceContainerId as string])).toEqual(
		pdfs.map((pdf) =>
			expect.objectContaining({
				content: digest(pdf),
				additionalProperties: [
					{ SenderEmail: 'ada@example.com' },
					{ EmailSubjectText: 'Two invoices' },
					{ EmailMessageId: '<1@example.com>' },
				],
			}),
		),
	);
	expect(Object.keys(containers)).toHaveLength(2);
	expect(execution.items('For a person').map(({ json }) => json)).toEqual([
		{
			...{ fileName: 'hello.txt', from: 'ada@example.com', subject: 'Two invoices' },
			why: expect.stringMatching(/hello\.txt.*(pdf|tif)/),
		},
	]);
});

test('document to invoice: a test run ends with the document confirmed and its invoice in BlueTape', async () => {
	const pdf = await invoice('RE-3');
	await records.upload(pdf);
	const execution = await api.runAndRead(examples['document-to-invoice']);
	expect(execution).toMatchObject({ status: 'success', error: undefined });
	const [{ id, state, attempts }] = await records.documents();
	expect(execution.items('New document')[0].json.testRunNotice).toContain('used one of the three downloads');
	expect(execution.nodes.at(-1)!.name).toBe('Confirm');
	expect(execution.items('Confirm').map(({ json }) => json)).toEqual([{ invoiceId: id, confirmed: true }]);
	expect({ state, attempts }).toEqual({ state: 'Confirmed', attempts: 1 });
	expect((await records.all()).blueTape.invoices).toEqual({
		[id]: expect.objectContaining({
			...{ invoiceNumber: 'RE-3', customerId: 'ADA-BYRON', totalAmount: 828.6 },
			file: expect.objectContaining({ content: digest(pdf) }),
		}),
	});
});

test('document to invoice: an image, which BlueTape does not take, is confirmed and its invoice made', async () => {
	await records.upload(await invoice('RE-8'));
	// The emulator reads PDFs only: the file becomes an image on its way.
	const image = {
		data: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64'),
		mimeType: 'image/png',
	};
	const code = `return $input.all().map(({ json }) => ({ json, binary: { data: ${JSON.stringify({ ...image, fileName: '1.png' })} } }));`;
	const id = await copied('document-to-invoice', (workflow) => inserted(workflow, 'New document', 0, code));
	const execution = await api.runAndRead(id);
	expect(execution).toMatchObject({ status: 'success', error: undefined });
	expect(execution.items('To BlueTape invoice')[0].binary).toMatchObject({ data: { mimeType: 'image/png' } });
	expect(execution.nodes.at(-1)!.name).toBe('Confirm');
	expect(await records.documents()).toMatchObject([{ state: 'Confirmed', attempts: 1 }]);
	const [made] = Object.values((await records.all()).blueTape.invoices);
	expect(made).toMatchObject({ invoiceNumber: 'RE-8' });
	expect(made).not.toHaveProperty('file');
});

test.each<[string, () => Promise<Buffer>]>([
	['in another currency', async () => await invoice('RE-4', 'EUR')],
	['that nobody could read', async () => unreadable],
])('document to invoice: one %s waits for a person, unconfirmed', async (_, file) => {
	await records.upload(await file());
	const execution = await api.runAndRead(examples['document-to-invoice']);
	expect(execution.status).toBe('success');
	expect(execution.nodes.at(-1)!.name).toBe('For a person');
	expect(execution.items('For a person')).toHaveLength(1);
	expect(await records.documents()).toMatchObject([{ state: 'Downloaded', attempts: 1 }]);
	expect((await records.all()).blueTape.invoices).toEqual({});
});

test('document to invoice: the emulator’s own document goes through, a second PDF of its number goes to a person', async () => {
	await emulator.control('POST', '/reset', {});
	const id = examples['document-to-invoice'];
	const own = await api.runAndRead(id);
	expect(own.items('To BlueTape invoice').map(({ json }) => json.review)).toEqual([[]]);
	expect(own.nodes.at(-1)!.name).toBe('Confirm');

	await emulator.control('POST', '/reset', { seed: false });
	await records.upload(await invoice('RE-6'));
	expect((await api.runAndRead(id)).nodes.at(-1)!.name).toBe('Confirm');
	await records.upload(await invoice('RE-6'));
	const second = await api.runAndRead(id);
	expect(second.items('For a person').map(({ json }) => json.review)).toEqual([
		[{ field: 'invoiceNumber', message: expect.stringContaining('came before') }],
	]);
	expect(second.items('For a person')[0].binary).toHaveProperty('data');
	expect(Object.keys((await records.all()).blueTape.invoices)).toHaveLength(1);
});

describe('document to invoice on a bad day', () => {
	const fault = async (status: number, times: number) =>
		await emulator.control('POST', '/faults', {
			...{ match: { path: '/genericBthubService/integration/invoice' }, status, times },
		});
	/** Whose half hours are seconds. */
	const hasty = async () =>
		await copied('document-to-invoice', ({ nodes, connections }) => {
			const waits = nodes.filter(({ type }) => type === 'n8n-nodes-base.wait');
			expect(waits.map(({ parameters }) => parameters)).toEqual([{ amount: 30, unit: 'minutes' }]);
			const quick = nodes.map((node) =>
				waits.includes(node) ? { ...node, parameters: { amount: 1, unit: 'seconds' } } : node,
			);
			return { nodes: quick, connections };
		});

	it.each([
		['a service that comes back: tried again, one invoice', 500, 2, 2, 'Confirm'],
		['one that does not, ten times: a person', 500, 99, 10, 'For a person'],
		['a refusal: a person at once', 400, 99, 0, 'For a person'],
	])('%s', async (_, status, times, waits, end) => {
		await records.upload(await invoice(`RE-7${waits}`));
		const id = await hasty();
		await fault(status, times);
		const execution = await api.runAndRead(id);
		expect(execution.status).toBe('success');
		expect(execution.nodes.filter(({ name }) => name === 'Half an hour')).toHaveLength(waits);
		expect(execution.nodes.at(-1)!.name).toBe(end);
		const { invoices } = (await records.all()).blueTape;
		expect(Object.keys(invoices)).toHaveLength(end === 'Confirm' ? 1 : 0);
		if (end !== 'Confirm')
			expect(execution.items(end).map(({ json }) => json)).toEqual([
				expect.objectContaining({ error: expect.any(String), details: expect.anything() }),
			]);
	});
});

test('failed documents: told by a node that puts out fields of its own, as an e-mail node; what is stuck stays unconfirmed', async () => {
	await records.upload(unreadable);
	const [failed] = await records.documents();
	const others = [
		{ stuck: true, stuckInvoiceId: 'x', fileName: 'old.pdf', message: 'It is not confirmed' },
		{ stuck: true, lostAnswers: 3, message: '3 downloads got no answer' },
		{ fileMissing: true, fileName: 'empty.pdf', message: 'It came without its file' },
	];
	const code = `return [...$input.all(), ...${JSON.stringify(others.map((json) => ({ json })))}];`;
	const mail = {
		...{ type: 'n8n-nodes-base.set', typeVersion: 3.4 },
		parameters: { mode: 'raw', jsonOutput: '{ "accepted": 1 }', options: {} },
	};
	const id = await copied('failed-documents', (workflow) => {
		const nodes = workflow.nodes.map((node) => (node.name === 'Tell a person' ? { ...node, ...mail } : node));
		return inserted({ ...workflow, nodes }, 'New document', 1, code);
	});
	const execution = await api.runAndRead(id);
	expect(execution).toMatchObject({ status: 'success', error: undefined });
	expect(execution.items('Message').map(({ json }) => (json.subject as string).trim())).toEqual([
		'BLU DELTA could not read 1.pdf',
		'The queue is held up: old.pdf',
		'The queue is held up:',
		'The file is missing of empty.pdf',
	]);
	expect(execution.items('Tell a person').map(({ json }) => json)).toEqual(Array(4).fill({ accepted: 1 }));
	expect(execution.items('Confirm').map(({ json }) => json)).toEqual([
		{ invoiceId: failed.id, confirmed: true },
	]);
	expect(await records.documents()).toMatchObject([{ state: 'Confirmed', attempts: 1 }]);
});

test('failed documents: the unreadable one is told and confirmed, the good one goes its way', async () => {
	await records.upload(unreadable, await invoice('RE-5'));
	const id = await activate('failed-documents');
	const [execution] = (await api.executions(id, 1)).slice(-1);
	expect(execution).toMatchObject({ status: 'success', mode: 'trigger', error: undefined });
	const [failed] = await records.documents();
	expect(execution.items('Tell a person')).toEqual([
		expect.objectContaining({
			json: expect.objectContaining({ subject: 'BLU DELTA could not read 1.pdf', endedInError: true }),
			binary: expect.objectContaining({ data: expect.anything() }),
		}),
	]);
	expect(execution.items('Confirm').map(({ json }) => json)).toEqual([
		{ invoiceId: failed.id, confirmed: true },
	]);
});

test('document to invoice, active: polls at once and by the minute, and takes each document once', async () => {
	const number = (n: number) => `RE-1${n}`;
	await records.upload(await invoice(number(0)), await invoice(number(1)));
	const id = examples['document-to-invoice'];
	const before = (await api.executionIds(id)).length;
	await activate('document-to-invoice');
	// One document per execution: none waits for another.
	await records.upload(await invoice(number(2)));
	const three = (await api.executions(id, before + 3, 240)).slice(-3);
	for (const execution of three) {
		expect(execution).toMatchObject({ status: 'success', mode: 'trigger', error: undefined });
		expect(execution.items('Confirm')).toHaveLength(1);
	}
	const taken = three.flatMap((execution) => execution.items('New document'));
	const documents = await records.documents();
	expect(await api.executionIds(id)).toHaveLength(before + 3);
	// Together, so that a failure tells whether a document came twice from BLU DELTA.
	expect({
		taken: taken.map(({ json: { invoiceNumber, redelivered } }) => ({ invoiceNumber, redelivered })),
		documents: documents.map(({ state, attempts }) => ({ state, attempts })),
	}).toEqual({
		taken: [0, 1, 2].map((n) => ({ invoiceNumber: number(n) })),
		documents: Array.from({ length: 3 }, () => ({ state: 'Confirmed', attempts: 1 })),
	});
	const { invoices } = (await records.all()).blueTape;
	expect(
		Object.values(invoices)
			.map(({ invoiceNumber }) => invoiceNumber)
			.sort(),
	).toEqual([0, 1, 2].map(number));
});
