import { setTimeout as wait } from 'node:timers/promises';
import { invoicePdf } from '../pdf';
import type { Json } from './answer';
import { bluDeltaCalls } from './bluDeltaCalls';

const api = bluDeltaCalls({ autoValidate: 'manual', autoprocess: false, releaseErrors: false });

const people = () => api.emulator.bluDelta.people;

async function control(method: 'GET' | 'POST', path: string, body?: object) {
	const response = await fetch(`${api.emulator.url}/emulator/bludelta${path}`, {
		method,
		...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
	});
	const json: Json = await response.json();
	return { status: response.status, json };
}

async function waiting(content?: Buffer): Promise<string> {
	if (content) await api.upload(content);
	else await api.uploadImage();
	return people().documents().at(-1)!.id;
}
const statesOf = (id: string) =>
	people()
		.documents()
		.find((one) => one.id === id)!
		.states.map(({ State }) => State);

test('a document waits for a person, who validates it with corrections', async () => {
	const id = await waiting(await invoicePdf({ number: undefined }));
	expect((await api.next()).json.Available).toBe(false);
	const reply = await control('POST', `/documents/${id}/validate`, {
		corrections: { InvoiceId: 'RE-9', VatRate: '19.0' },
	});
	expect(reply).toMatchObject({
		status: 200,
		json: { id, state: 'Released', stateBeforeRelease: 'Validated', invoiceId: 'RE-9', total: '828.60 USD' },
	});
	expect(statesOf(id)).toEqual(['Released', 'Validated', 'NeedForAction', 'New']);
	const { StateBeforeRelease, DetectInvoiceResponse } = (await api.next()).json;
	expect(StateBeforeRelease).toBe('Validated');
	const [invoiceId] = DetectInvoiceResponse.InvoiceDetailTypePredictions.filter(
		({ TypeName }: { TypeName: string }) => TypeName === 'InvoiceId',
	);
	expect(invoiceId).toMatchObject({ Type: 1024, Value: 'RE-9', Score: 1, X: 0, Width: 0 });
	expect(DetectInvoiceResponse.PredictionGroups[0].InvoiceDetailTypePredictions[0].Value).toBe('19.0');
});

test('corrections belong to one document', async () => {
	api.set({ splitInto: 2 });
	await api.uploadImage();
	const [one, two] = people().documents();
	people().validate(one.id, { InvoiceId: 'RE-9' });
	people().validate(two.id);
	const found = [(await api.next()).json, (await api.next()).json].map(
		({ DetectInvoiceResponse }) => DetectInvoiceResponse.InvoiceDetailTypePredictions[1].Value,
	);
	expect(found).toEqual(['RE-9', '']);
});

type Step = 'validate' | 'error' | 'delete' | 'release';
const ways: Array<[Step[], string[], string | undefined]> = [
	[['error', 'release'], ['Released', 'Error', 'NeedForAction', 'New'], 'Error'],
	[['error', 'validate'], ['Released', 'Validated', 'Error', 'NeedForAction', 'New'], 'Validated'],
	[['error', 'delete'], ['Deleted', 'Error', 'NeedForAction', 'New'], undefined],
	[['delete'], ['Deleted', 'NeedForAction', 'New'], undefined],
	[['delete', 'release'], ['Released', 'Deleted', 'NeedForAction', 'New'], 'Deleted'],
];

test.each(ways)('%j', async (steps, states, stateBeforeRelease) => {
	const id = await waiting();
	for (const step of steps) expect((await control('POST', `/documents/${id}/${step}`)).status).toBe(200);
	expect(statesOf(id)).toEqual(states);
	const { StateBeforeRelease, DetectInvoiceResponse, Available } = (await api.next()).json;
	expect([Available, StateBeforeRelease]).toEqual([stateBeforeRelease !== undefined, stateBeforeRelease]);
	if (Available) {
		const isEmpty = Object.keys(DetectInvoiceResponse as object).length === 0;
		expect(isEmpty).toBe(stateBeforeRelease !== 'Validated');
	}
});

test('settings let errors and deleted documents go by themselves', async () => {
	api.set({ releaseErrors: true, releaseDeleted: true });
	people().markError(await waiting());
	people().delete(await waiting());
	const left = [(await api.next()).json.StateBeforeRelease, (await api.next()).json.StateBeforeRelease];
	expect(left).toEqual(['Error', 'Deleted']);
});

test('a file that could not be opened can be typed in by a person', async () => {
	const id = await waiting(Buffer.from('hello'));
	expect(statesOf(id)).toEqual(['Error', 'New']);
	people().validate(id, { InvoiceId: 'RE-7' });
	const { StateBeforeRelease, DetectInvoiceResponse } = (await api.next()).json;
	expect(StateBeforeRelease).toBe('Validated');
	expect(DetectInvoiceResponse.InvoiceDetailTypePredictions[1].Value).toBe('RE-7');
});

const refusals: Array<[Step[], string]> = [
	[['validate', 'validate'], 'The document is Released already.'],
	[['validate', 'error'], 'The document is Released already.'],
	[['validate', 'delete'], 'The document is Released already.'],
	[['release'], 'The document is NeedForAction already.'],
	[['error', 'error'], 'The document is Error already.'],
];
test.each(refusals)('%j is refused', async (steps, error) => {
	const id = await waiting();
	const replies = [];
	for (const step of steps) replies.push(await control('POST', `/documents/${id}/${step}`));
	expect(replies.at(-1)).toEqual({ status: 400, json: { error } });
});

test('times are readable in answers and in the state', async () => {
	const id = await waiting();
	const { json } = await control('POST', `/documents/${id}/validate`);
	expect(json.states[0]).toEqual({ State: 'Released', Timestamp: '2024-04-18T12:00:00.000Z' });
	const state: Json = await (await fetch(`${api.emulator.url}/emulator/state`)).json();
	expect(state.bluDelta.containers[json.containerId]).toMatchObject({
		...{ uploaded: '2024-04-18T12:00:00.000Z', content: { size: 4 } },
	});
});

test('what does not exist, and what is not asked for', async () => {
	expect(await control('POST', '/documents/none/validate')).toEqual({
		...{ status: 400, json: { error: 'Unknown document: none' } },
	});
	const id = await waiting();
	const reply = await control('POST', `/documents/${id}/validate`, { corrections: { Nonsense: '1' } });
	expect(reply.json.error).toBe('There is no Nonsense to correct.');
	expect(statesOf(id)).toEqual(['NeedForAction', 'New']);
	expect((await control('POST', `/documents/${id}/error`, { why: 'x' })).status).toBe(400);
});

test('the list of documents', async () => {
	const id = await waiting();
	expect((await control('GET', '/documents')).json).toEqual([
		{
			...{ id, containerId: expect.any(String), state: 'NeedForAction', attempts: 0, client: '' },
			...{ fileName: 'scan.png', invoiceId: '', sender: '', total: '' },
			states: [
				{ State: 'NeedForAction', Timestamp: '2024-04-18T12:00:00.000Z' },
				{ State: 'New', Timestamp: '2024-04-18T12:00:00.000Z' },
			],
		},
	]);
});

test('split, reset-attempts and settings over HTTP', async () => {
	expect((await control('POST', '/settings', { processing: 'manual', splitInto: 2 })).json).toMatchObject({
		...{ processing: 'manual', splitInto: 2, autoValidate: 'manual' },
	});
	const container = await api.uploadImage();
	const { documentIds } = (await control('POST', `/containers/${container}/split`, { into: 3 })).json;
	expect(documentIds).toEqual(
		people()
			.documents()
			.map(({ id }) => id),
	);
	expect(documentIds).toHaveLength(3);
	people().documents()[0].attempts = 3;
	expect((await control('POST', `/documents/${documentIds[0]}/reset-attempts`)).json.attempts).toBe(0);
	expect((await control('POST', '/settings', { splitInto: 0 })).status).toBe(400);
	expect((await control('GET', '/settings')).json.splitInto).toBe(2);
	api.emulator.reset();
	expect((await control('GET', '/settings')).json).toMatchObject({ processing: 'immediately', splitInto: 1 });
});

test('when the waiting ends by setting, what waited goes on', async () => {
	const id = await waiting();
	await control('POST', '/settings', { autoValidate: 'immediately' });
	expect((await api.next()).json.InvoiceId).toBe(id);
});

describe('the pages', () => {
	const page = async (query = '') => await (await fetch(`${api.emulator.url}/${query}`)).text();

	test('the status page shows documents with the buttons of their state', async () => {
		const id = await waiting(await invoicePdf({ sender: { name: '<b>Bold & Co</b>' } }));
		const text = await page();
		expect(text).toContain(api.emulator.bluDelta.baseUrl);
		expect(text).toContain(`/emulator/bludelta/documents/${id}/validate`);
		expect(text).toContain('&lt;b&gt;Bold &amp; Co&lt;/b&gt;');
		people().validate(id);
		expect(await page()).not.toContain(`/documents/${id}/validate`);
		await api.next();
		expect(await page()).toContain(`/documents/${id}/reset-attempts`);
	});

	test('the validation view shows what needs action within the reach of the token', async () => {
		const id = await waiting();
		await api.uploadImage({ ClientAccessIdentifier: 'Client1' });
		const other = people().documents()[1].id;
		const token = await api.newToken({ TimeoutSeconds: 60, ApiIdentifiers: ['Client1'] });
		const text = await page(`?at=${encodeURIComponent(token)}`);
		expect(text).toContain(`/documents/${other}/validate`);
		expect(text).not.toContain(id);
		api.emulator.clock.advance(30_000);
		await page(`?at=${token}`);
		api.emulator.clock.advance(59_000);
		expect(await page(`?at=${token}`)).toContain(other);
		api.emulator.clock.advance(60_000);
		expect(await page(`?at=${token}`)).toContain('log in');
		expect(JSON.stringify(api.emulator.journal.entries)).not.toContain(token);
	});
});

describe('demo records', () => {
	const seeded = async () =>
		(await control('GET', '/documents')).json.map(({ invoiceId, state }: Record<string, string>) => [
			invoiceId,
			state,
		]);

	test('one to download, one confirmed, one in error', async () => {
		api.emulator.reset({ seed: true });
		expect(await seeded()).toEqual([
			['RL-20481', 'Released'],
			['RL-20482', 'Confirmed'],
			['RL-20483', 'Error'],
		]);
		api.token = await api.newToken({ TimeoutSeconds: 60 });
		const { FileName } = (await api.next()).json;
		expect(FileName).toBe('RL-20481.pdf');
	});

	test('calls wait until they are there', async () => {
		const { state } = api.emulator.bluDelta;
		const arriveWith = (emptyMessage: 'null' | 'omitted') => {
			state.seeding = wait(50).then(() => void Object.assign(state.settings, { emptyMessage }));
		};
		arriveWith('null');
		expect((await api.next()).json.Message).toBeNull();
		arriveWith('omitted');
		expect((await control('GET', '/settings')).json.emptyMessage).toBe('omitted');
	});

	test('a reset on their way in keeps them out', async () => {
		api.emulator.reset({ seed: true });
		const { seeding } = api.emulator.bluDelta.state;
		api.emulator.reset();
		await seeding;
		expect(await seeded()).toEqual([]);
	});
});
