import type { INodeExecutionData } from 'n8n-workflow';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { caseOf } from './cases';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

const projects = (...ids: string[]): INodeExecutionData[] => ids.map((id) => ({ json: { id } }));
const create = { bodySource: 'input' };
const sentIds = () =>
	stage.emulator.journal.filter({ method: 'POST' }).map(({ body }) => (body as { id: string }).id);
const goOn = { settings: { onError: 'continueRegularOutput' as const } };

describe('two items of which one fails', () => {
	const good = { projectId: 'P-2', blueTapeId: expect.any(String) };

	it('stops with the number of the item before anything is sent, when it can not be sent', async () => {
		const { error } = await stage.run('project', 'create', create, { items: projects('P-1', '..') });
		expect(sentIds()).toEqual([]);
		expect(error).toMatchObject({
			message: expect.stringMatching(/'Project ID'.* must be an ID .* \[item 2\]$/),
			description: 'Nothing was sent: all items are checked before the first is sent',
		});
	});

	it('tells what was left out of the item, after what became of the run', async () => {
		const items = [...projects('P-1'), { json: { key: 'P-2', Notes: 'soon' } }];
		const { error } = await stage.run('project', 'create', create, { items });
		expect(error!.description).toBe(
			'Nothing was sent: all items are checked before the first is sent. Fields left out because this operation does not know them: key, Notes',
		);
	});

	it('stops with the number of the item, and says that the other went through, when it is refused', async () => {
		await stage.run('project', 'create', create, { items: projects('P-2') });
		const parameters = { ...create, options: { parallelRequests: 1 } };
		const { error } = await stage.run('project', 'create', parameters, { items: projects('P-1', 'P-2') });
		expect(error).toMatchObject({
			message: expect.stringMatching(/\[item 2, projectId "P-2"\]$/),
			description: expect.stringContaining(
				'1 of 2 items went through before this; running all of them again repeats those: use Create or Update to run them all again',
			),
		});
	});

	it('under continue on fail the good one goes through, and the bad one says why', async () => {
		stage.emulator.faults.add({ status: 409, body: '{"code":"project_already_exist","reason":"Taken."}' });
		const { items, error } = await stage.run(
			'project',
			'create',
			{ ...create, options: { parallelRequests: 1 } },
			{ items: projects('P-1', 'P-2'), ...goOn },
		);
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: {
					error: 'BlueTape answered 409: Taken. (project_already_exist) [item 1, projectId "P-1"]',
					details: {
						kind: 'conflict',
						code: 'project_already_exist',
						status: 409,
						record: 'projectId "P-1"',
						hint: expect.stringContaining('Create or Update: it updates the project'),
					},
				},
				pairedItem: { item: 0 },
			},
			{ json: good, pairedItem: { item: 1 } },
		]);
	});

	it('under continue on fail bad input does not keep the good item from being sent', async () => {
		const { items } = await stage.run('project', 'create', create, { items: projects('..', 'P-2'), ...goOn });
		expect(sentIds()).toEqual(['P-2']);
		expect(items[0].json).toMatchObject({
			error: expect.stringContaining('[item 1]'),
			details: { kind: 'input' },
		});
		expect(items[1]).toEqual({ json: good, pairedItem: { item: 1 } });
	});

	it('with an error output the bad one goes there, with its own input, the reason, and its pair', async () => {
		const { items, errorItems } = await stage.run('project', 'create', create, {
			items: projects('..', 'P-2'),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items).toEqual([{ json: good, pairedItem: { item: 1 } }]);
		expect(errorItems).toEqual([
			expect.objectContaining({
				json: {
					id: '..',
					error: expect.stringContaining('[item 1]'),
					details: expect.objectContaining({ kind: 'input' }),
				},
				pairedItem: { item: 0 },
			}),
		]);
	});

	it("n8n's Retry On Fail does not send the good item again when the workflow goes on", async () => {
		const settings = { ...goOn.settings, retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const { items } = await stage.run('project', 'create', create, {
			items: projects('..', 'P-2'),
			settings,
		});
		expect(sentIds()).toEqual(['P-2']);
		expect(items.map(({ json }) => json)).toEqual([
			{
				error: expect.stringContaining('[item 1]'),
				details: expect.objectContaining({ kind: 'input' }),
			},
			good,
		]);
	});
});

describe('many items', () => {
	const ids = Array.from({ length: 40 }, (_, index) => `P-${index}`);

	it('come out in input order and paired, however the answers arrive', async () => {
		stage.emulator.faults.add({ delayMs: 120, afterWork: true, match: { path: '.*' } });
		const { items } = await stage.run('project', 'create', create, { items: projects(...ids) });
		expect(items.map(({ json }) => json.projectId)).toEqual(ids);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	});

	it.each([
		[undefined, 10],
		[1, 1],
		[25, 25],
	])('with Parallel Requests %s at most %s are under way', async (parallelRequests, most) => {
		// Long enough for all of them to start, one after the other.
		stage.emulator.faults.add({ delayMs: most * 20, times: 40, afterWork: true });
		const options = parallelRequests === undefined ? {} : { parallelRequests };
		await stage.run('project', 'create', { ...create, options }, { items: projects(...ids) });
		expect(stage.emulator.journal.entries).toHaveLength(40);
		expect(stage.emulator.journal.mostConcurrent()).toBe(most);
	});

	it('files: two at a time', async () => {
		stage.emulator.faults.add({ delayMs: 30, times: 12, status: 404 });
		await stage.run(
			'invoice',
			'downloadFile',
			{ invoiceId: '={{ $json.id }}', binaryPropertyName: 'data' },
			{ items: projects(...ids.slice(0, 12)), ...goOn },
		);
		expect(stage.emulator.journal.mostConcurrent()).toBe(2);
	});

	it('all go through a service that limits the rate, and wait together', async () => {
		stage.emulator.rateLimit.set(20);
		const { items, error } = await stage.run('project', 'create', create, { items: projects(...ids) });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(40);
		expect(new Set(sentIds())).toEqual(new Set(ids));
		stage.emulator.rateLimit.set(0);
	});

	it('after the first failure no new request starts', async () => {
		stage.emulator.faults.add({ status: 400, delayMs: 20, times: 40 });
		const { error } = await stage.run(
			'project',
			'create',
			{ ...create, options: { parallelRequests: 2 } },
			{ items: projects(...ids) },
		);
		expect(error).toBeDefined();
		expect(stage.emulator.journal.entries.length).toBeLessThanOrEqual(4);
	});

	it('after the run is cancelled no new request starts', async () => {
		stage.emulator.faults.add({ delayMs: 100, times: 40, afterWork: true });
		const { run } = await stage.run(
			'project',
			'create',
			{ ...create, options: { parallelRequests: 2 } },
			{
				items: projects(...ids),
				running: ({ cancel }) => void new Promise((resolve) => setTimeout(resolve, 150)).then(cancel),
			},
		);
		expect(run.status).toBe('canceled');
		const sent = stage.emulator.journal.entries.length;
		await new Promise((resolve) => setTimeout(resolve, 250));
		expect(stage.emulator.journal.entries.length).toBe(sent);
		expect(sent).toBeLessThan(12);
	});

	it('cancelling ends a pause that the service asked for', async () => {
		stage.emulator.faults.add({ status: 429, retryAfter: 30, times: 40 });
		const { run } = await stage.run('project', 'create', create, {
			items: projects(...ids),
			running: ({ cancel }) => void new Promise((resolve) => setTimeout(resolve, 200)).then(cancel),
		});
		expect(run.status).toBe('canceled');
	});

	it('no items: nothing is sent, nothing comes out', async () => {
		const { items } = await stage.run('project', 'create', create, { items: [] });
		expect(items).toEqual([]);
		expect(stage.emulator.journal.entries).toEqual([]);
	});
});

it.each([
	['project', { name: 'A' }, { name: 'B' }],
	[
		'customer',
		{ firstName: 'Ada', lastName: 'B', emailAddress: 'a@example.com', cellPhoneNumber: '+12025550123' },
		{ firstName: 'Bob', lastName: 'B', emailAddress: 'a@example.com', cellPhoneNumber: '+12025550123' },
	],
])(
	'Create or Update of one %s twice: the last one stays, which is told where they differ',
	async (what, one, other) => {
		const run = async (...bodies: object[]) =>
			await stage.run(
				what,
				'upsert',
				{ bodySource: 'input' },
				{ items: bodies.map((body) => ({ json: { id: 'R', ...body } })) },
			);
		const differing = await run(one, other);
		expect(differing.items.map(({ json }) => json.created)).toEqual([true, false]);
		expect(differing.hints).toEqual([
			'Items 1, 2 have the same ID "R", so each replaces the one before [item 1, 2]',
		]);
		const same = await run({ ...one, sourceModifiedDate: '2026-01-01' }, one);
		expect(same.items).toHaveLength(2);
		expect(same.hints).toEqual([]);
	},
);

it('parameters may differ from item to item', async () => {
	const body = caseOf('project', 'upsert').body!;
	const items = ['A', 'B'].map((id) => ({ json: { ...body, id } }));
	await stage.run(
		'project',
		'create',
		{
			bodySource: 'fields',
			projectId: '={{ $json.id }}',
			additionalFields: { name: '={{ $json.name + $json.id }}' },
		},
		{ items },
	);
	expect(
		stage.emulator.journal.entries.map(({ body: sent }) => (sent as { name: string }).name).sort(),
	).toEqual(['TowerA', 'TowerB']);
});
