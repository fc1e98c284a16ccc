import { bluDeltaCalls, failed, refused } from './bluDeltaCalls';

const api = bluDeltaCalls();

const people = () => api.emulator.bluDelta.people;
const unknown = '00000000-0000-4000-8000-000000000000';
const onlyId = () => people().documents()[0].id;

test('the history of a document, newest first, each state at its time', async () => {
	api.set({ autoValidate: 60_000 });
	const container = await api.uploadImage();
	api.emulator.clock.advance(59_999);
	expect((await api.next()).json.Available).toBe(false);
	api.emulator.clock.advance(5001);
	await api.next();
	await api.next();
	api.emulator.clock.advance(1234);
	await api.confirm(onlyId());
	expect((await api.states(container)).json).toEqual({
		State: 0,
		Message: null,
		InvoiceContainerStates: [
			{
				DocumentContainerId: container,
				DocumentContainerStates: [
					{ State: 'SplitIntoDocuments', Timestamp: '2024-04-18T12:00:00.00Z' },
					{ State: 'New', Timestamp: '2024-04-18T12:00:00.00Z' },
				],
				DocumentStateReports: [
					{
						DocumentId: onlyId(),
						DocumentStates: [
							{ State: 'Confirmed', Timestamp: '2024-04-18T12:01:06.234Z' },
							{ State: 'Downloaded', Timestamp: '2024-04-18T12:01:05.00Z' },
							{ State: 'Released', Timestamp: '2024-04-18T12:01:00.00Z' },
							{ State: 'Validated', Timestamp: '2024-04-18T12:01:00.00Z' },
							{ State: 'NeedForAction', Timestamp: '2024-04-18T12:00:00.00Z' },
							{ State: 'New', Timestamp: '2024-04-18T12:00:00.00Z' },
						],
					},
				],
			},
		],
	});
});

test('documents are released in the order of time, however late somebody looks', async () => {
	api.set({ processing: 1000, autoValidate: 1000 });
	await api.uploadImage({ AdditionalProperties: [{ n: 'first' }] });
	api.emulator.clock.advance(1500);
	api.set({ processing: 'manual' });
	await api.upload('hello', { AdditionalProperties: [{ n: 'error, later' }] });
	api.set({ processing: 1000 });
	api.emulator.clock.advance(60_000);
	expect(people().documents()).toHaveLength(2);
	const order = [];
	for (let index = 0; index < 2; index++) order.push((await api.next()).json.AdditionalProperties[0].n);
	expect(order).toEqual(['first', 'error, later']);
});

test('a document in error does not wait for one that people look at', async () => {
	api.set({ processing: 1000, autoValidate: 1000 });
	await api.uploadImage({ AdditionalProperties: [{ n: '1' }] });
	api.emulator.clock.advance(500);
	await api.upload('hello', { AdditionalProperties: [{ n: 'error, at once' }] });
	api.emulator.clock.advance(5000);
	const order = [];
	for (let index = 0; index < 2; index++) order.push((await api.next()).json.AdditionalProperties[0].n);
	expect(order).toEqual(['error, at once', '1']);
});

test('timestamps may contradict the order, as in the sample of the vendor', async () => {
	api.set({ timestamps: 'contradictory' });
	const container = await api.uploadImage();
	const [{ DocumentStateReports }] = (await api.states(container)).json.InvoiceContainerStates;
	const { DocumentStates } = DocumentStateReports[0];
	expect(DocumentStates.at(-1)).toEqual({ State: 'New', Timestamp: '2024-04-20T12:00:00.00Z' });
	expect(DocumentStates[0].State).toBe('Released');
});

test('unknown containers are left out, or fail the call', async () => {
	const container = await api.uploadImage();
	const ids = async () =>
		(await api.states(unknown, container.toUpperCase())).json.InvoiceContainerStates.map(
			(one: { DocumentContainerId: string }) => one.DocumentContainerId,
		);
	expect(await ids()).toEqual([container]);
	api.set({ unknownContainers: 'state1' });
	expect((await api.states(unknown)).json).toEqual(failed(unknown));
});

test('at most 100 containers a call', async () => {
	const ids = (count: number) => Array.from({ length: count }, () => unknown);
	expect((await api.states(...ids(100))).json).toMatchObject({ State: 0, InvoiceContainerStates: [] });
	expect(await api.states(...ids(101))).toMatchObject({ status: 200, json: failed(/100/) });
});

test('ids are needed and are GUIDs; the name of the parameter in any letter case', async () => {
	expect((await api.call('GET', '/invoiceContainer/state')).json).toEqual(failed(/required/));
	expect(await api.states('A1')).toMatchObject({ status: 400, json: refused('FormatException', /A1/) });
	expect((await api.call('GET', `/invoiceContainer/state?ContainerIds=${unknown}`)).json.State).toBe(0);
	const twice = await api.call(
		'GET',
		`/invoiceContainer/state?containerIds=${unknown}&containerIds=${unknown}`,
	);
	expect(twice.status).toBe(400);
});

describe('count', () => {
	test('documents by state, one or several', async () => {
		api.set({ autoValidate: 'manual', releaseErrors: false });
		for (let index = 0; index < 3; index++) await api.uploadImage();
		await api.upload('hello');
		const [one, two] = people().documents();
		people().validate(one.id);
		const counts = async (...states: string[]) =>
			await Promise.all(states.map(async (state) => (await api.count(state)).json.Count));
		expect(await counts('NeedForAction', 'Released', 'Error', 'NeedForAction,Error', 'New')).toEqual([
			...[2, 1, 1, 3, 0],
		]);
		people().validate(two.id);
		await api.next();
		await api.confirm(one.id);
		await api.next();
		api.emulator.clock.advance(60_000);
		expect(await counts('Released', 'Downloaded', 'Confirmed', 'Autoprocessed', 'Validated')).toEqual([
			...[0, 1, 1, 0, 0],
		]);
	});

	test('the same answer for 60 seconds, to each question its own', async () => {
		expect((await api.count('Released')).json).toEqual({ State: 0, Message: '', Count: 0 });
		await api.uploadImage();
		api.emulator.clock.advance(59_999);
		expect((await api.count('Released')).json.Count).toBe(0);
		expect((await api.count('Released,New')).json.Count).toBe(1);
		api.emulator.clock.advance(1);
		expect((await api.count('Released')).json.Count).toBe(1);
	});

	test('tokens of other reach do not share the answer', async () => {
		await api.count('Released');
		await api.uploadImage({ ClientAccessIdentifier: 'Client1' });
		api.token = await api.newToken({ TimeoutSeconds: 60, ApiIdentifiers: ['Client1'] });
		expect((await api.count('Released')).json.Count).toBe(1);
	});

	const spellings: Array<['both' | 'Confirmed' | 'Confirmend', number, number]> = [
		['both', 0, 0],
		['Confirmed', 0, 1],
		['Confirmend', 1, 0],
	];
	test.each(spellings)('takes Confirmed, spelled %s', async (confirmedSpelling, confirmed, confirmend) => {
		api.set({ confirmedSpelling });
		const states = [(await api.count('Confirmed')).json.State, (await api.count('Confirmend')).json.State];
		expect(states).toEqual([confirmed, confirmend]);
	});

	test('both spellings count the same', async () => {
		await api.uploadImage();
		await api.confirm(onlyId());
		expect([(await api.count('Confirmed')).json.Count, (await api.count('Confirmend')).json.Count]).toEqual([
			1, 1,
		]);
	});

	test.each(['', 'Deleted', 'released', 'Released, New', 'Released,', 'Imported'])(
		'"%s" is not a state',
		async (state) => {
			expect(await api.count(encodeURIComponent(state))).toMatchObject({
				...{ status: 200, json: failed(/Unknown state/) },
			});
		},
	);
});
