import type { IDataObject } from 'n8n-workflow';
import type { FaultRule } from '../../emulator/shared/faults';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { prepare } from './world';

// n8n's Retry On Fail, in its own engine: what the records, the requests and the items are after it.

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

const settings = (onError: 'continueErrorOutput' | 'continueRegularOutput') => ({
	...{ onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
});
const lose = (match: FaultRule['match']) => stage.emulator.faults.add({ match, drop: 'afterWrite' });

describe.each(['continueErrorOutput', 'continueRegularOutput'] as const)('under %s', (onError) => {
	it.each<[string, string, IDataObject]>([
		['update', 'PUT', { bodySource: 'input', projectId: 'PRO-1' }],
		['upsert', 'POST', { bodySource: 'input' }],
	])(
		'the last of several %ss of one record stays, though the first is tried again',
		async (operation, method, parameters) => {
			await prepare(stage.emulator, ['project']);
			lose({ method });
			const id = operation === 'upsert' ? { id: 'PRO-1' } : {};
			const items = ['v0', 'v1', 'v2'].map((name) => ({ json: { ...id, name } }));
			const { items: out } = await stage.run('project', operation, parameters, {
				items,
				settings: settings(onError),
			});
			expect(stage.emulator.blueTape.state.projects.get('PRO-1')).toMatchObject({ name: 'v2' });
			expect(out.map(({ json }) => json.error)).toEqual([undefined, undefined, undefined]);
		},
	);

	it('the first item has its details, and its own input at the error output; nothing refused is sent again', async () => {
		stage.emulator.faults.add({ status: 400, times: 9, body: '{"reason":"No."}' });
		const items = ['P-1', 'P-2'].map((id) => ({ json: { id } }));
		const { items: out, errorItems } = await stage.run(
			'project',
			'create',
			{ bodySource: 'input' },
			{ items, settings: settings(onError) },
		);
		const own = (id: string) => (onError === 'continueErrorOutput' ? { id } : {});
		expect([...out, ...errorItems].map(({ json }) => json)).toEqual(
			['P-1', 'P-2'].map((id, index) => ({
				...own(id),
				error: `BlueTape answered 400: No. [item ${index + 1}, projectId "${id}"]`,
				details: expect.objectContaining({ kind: 'rejected', record: `projectId "${id}"` }),
			})),
		);
		expect(stage.requests()).toHaveLength(2);
	});

	it('a record that the first try has made is not advised to be made under another ID', async () => {
		lose({ method: 'POST' });
		const { items, errorItems } = await stage.run(
			'project',
			'create',
			{ bodySource: 'input' },
			{ items: [{ json: { id: 'P-1' } }], settings: settings(onError) },
		);
		const [{ json }] = [...items, ...errorItems];
		expect(json.details).toMatchObject({
			code: 'project_already_exist',
			hint: expect.stringMatching(/^An earlier try .* Do not send it under another ID$/),
		});
		expect(stage.requests()).toHaveLength(2);
	});
});

it.each<[string, string, IDataObject, 'invoice' | 'invoiceFile']>([
	['cancel', 'PUT', { invoiceId: 'INV-1' }, 'invoice'],
	['removeFile', 'DELETE', { invoiceId: 'INV-1' }, 'invoiceFile'],
])(
	'%s whose answer was lost is told as what may have been done',
	async (operation, method, parameters, need) => {
		await prepare(stage.emulator, need === 'invoice' ? ['invoice'] : ['invoice', 'invoiceFile']);
		lose({ method });
		const { error } = await stage.run('invoice', operation, parameters, {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(error!.description).toMatch(
			/^An earlier try of this run failed on its way and may well have done this/,
		);
	},
);
