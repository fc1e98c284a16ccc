import type { Credential } from '../../runtime/api';
import type { WorkflowNode } from '../../runtime/workflow';
import { PDF } from '../operations/world';
import { chain, file, items, runChain } from './chain';
import { testStage } from './stage';

// What costs money when it goes wrong, in n8n itself: nothing is sent by surprise, nothing twice, and nothing fails as a success.

const { api, credentials, emulator } = testStage();

const node = (
	name: string,
	kind: 'blueTape' | 'bluDelta',
	parameters: object,
	settings: object = {},
): WorkflowNode => {
	const { id, name: credential } = credentials[`${kind}Api`];
	return {
		name,
		type: `n8n-nodes-bluetape.${kind}`,
		typeVersion: 1,
		parameters: { ...parameters },
		credentials: { [`${kind}Api`]: { id, name: credential } },
		...settings,
	};
};
const projects = (...ids: string[]) => items(...ids.map((id) => ({ id, name: id, address: 'Main St 1' })));
const create = { resource: 'project', operation: 'create', bodySource: 'input' };
const posted = async () =>
	(await emulator.journal())
		.filter(({ method, path }) => method === 'POST' && path.endsWith('/project'))
		.map(({ body }) => (body as { id: string }).id)
		.sort();
const fault = async (rule: object) => await emulator.control('POST', '/faults', rule);
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };

beforeEach(async () => void (await emulator.control('POST', '/reset', { seed: false })));
afterAll(emulator.reset);

describe('a run that can not begin', () => {
	let broken: Credential;
	beforeAll(async () => {
		broken = await api.createCredential({
			name: 'No address',
			type: 'blueTapeApi',
			data: { environment: 'custom', baseUrl: 'ftp://mock-bluetape.example', apiKey: 'k', accountId: 'a' },
		});
	});
	// The editor gives new nodes the newest credential.
	afterAll(async () => await api.deleteCredential(broken.id));

	it.each(['continueErrorOutput', 'continueRegularOutput'])(
		'under %s no item leaves as a success',
		async (onError) => {
			const { id, name } = broken;
			const bad = {
				...node('BlueTape', 'blueTape', create, { onError }),
				credentials: { blueTapeApi: { id, name } },
			};
			const execution = await runChain(api, projects('P-1', 'P-2'), bad);
			const good = execution.items('BlueTape', 0).filter(({ json }) => !json.error);
			const failed = [
				...execution.items('BlueTape', 0),
				...(onError === 'continueErrorOutput' ? execution.items('BlueTape', 1) : []),
			];
			expect(good).toEqual([]);
			expect(failed.map(({ json }) => json.error)).toEqual(
				Array(2).fill(expect.stringContaining('Base URL')),
			);
			expect(await emulator.journal()).toEqual([]);
		},
	);

	it("n8n's own Custom API Call is told in a sentence", async () => {
		const custom = { ...create, operation: '__CUSTOM_API_CALL__' };
		const execution = await runChain(api, projects('P-1'), node('BlueTape', 'blueTape', custom));
		expect(execution.error?.message).toContain('Custom API Call');
		expect(execution.error?.description).toContain('HTTP Request node');
	});
});

it('nothing is sent when one item can not be', async () => {
	const execution = await runChain(api, projects('P-1', 'P-2', '..'), node('BlueTape', 'blueTape', create));
	expect(execution.error?.message).toMatch(/\[item 3\]$/);
	expect(execution.error?.description).toContain('Nothing was sent');
	expect(await emulator.journal()).toEqual([]);
});

it('nothing more is sent once a run has stopped', async () => {
	const ids = Array.from({ length: 30 }, (_, index) => `P-${String(index).padStart(2, '0')}`);
	await fault({ match: { method: 'POST' }, status: 400, delayMs: 300 });
	await fault({ match: { method: 'POST' }, status: 429, retryAfter: 1 });
	const execution = await runChain(api, projects(...ids), node('BlueTape', 'blueTape', create));
	expect(execution.error?.message).toContain('BlueTape answered 400');
	const before = (await posted()).length;
	expect(before).toBeLessThan(30);
	await new Promise((resolve) => setTimeout(resolve, 1500));
	expect((await posted()).length).toBe(before);
});

describe('Retry On Fail', () => {
	it('sends what went through once, and what failed until it goes through', async () => {
		await fault({ match: { method: 'POST' }, status: 500, times: 2 });
		const execution = await runChain(
			api,
			projects('P-1', 'P-2', 'P-3'),
			node('BlueTape', 'blueTape', { ...create, options: { parallelRequests: 1 } }, retry),
		);
		expect(execution.status).toBe('success');
		expect(execution.items('BlueTape').map(({ json }) => json.projectId)).toEqual(['P-1', 'P-2', 'P-3']);
		expect(await posted()).toEqual(['P-1', 'P-1', 'P-1', 'P-2', 'P-3']);
	});

	it('and where the workflow goes on, only what failed is tried again', async () => {
		await fault({ match: { method: 'POST' }, status: 500 });
		const execution = await runChain(
			api,
			projects('P-1', 'P-2'),
			node(
				'BlueTape',
				'blueTape',
				{ ...create, options: { parallelRequests: 1 } },
				{ ...retry, onError: 'continueErrorOutput' },
			),
		);
		expect(execution.items('BlueTape', 0).map(({ json }) => json.projectId)).toEqual(['P-1', 'P-2']);
		expect(execution.items('BlueTape', 1)).toEqual([]);
		expect((await posted()).filter((id) => id === 'P-2')).toHaveLength(1);
	});

	it('in a loop every batch is a run of its own', async () => {
		const workflow = chain(
			'Loop',
			projects('P-1', 'P-2', 'P-3', 'P-4'),
			{
				name: 'Loop',
				type: 'n8n-nodes-base.splitInBatches',
				typeVersion: 3,
				parameters: { batchSize: 2, options: {} },
			},
			node('BlueTape', 'blueTape', { ...create, options: { parallelRequests: 1 } }, retry),
		);
		// Loop's second output leads through BlueTape and back.
		Object.assign(workflow.connections, {
			Loop: { main: [[], [{ node: 'BlueTape', type: 'main', index: 0 }]] },
			BlueTape: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
		});
		await fault({ match: { method: 'POST' }, status: 500 });
		const { id } = await api.createWorkflow(workflow);
		try {
			const execution = await api.runAndRead(id, { seconds: 60 });
			expect(execution.status).toBe('success');
		} finally {
			await api.deleteWorkflow(id);
		}
		expect(await posted()).toEqual(['P-1', 'P-1', 'P-2', 'P-3', 'P-4']);
	});

	it('uploads nothing again whose answer was lost', async () => {
		await fault({
			match: { method: 'POST', path: '.*/upload/invoiceContainer' },
			drop: 'afterWrite',
		});
		const upload = { resource: 'document', operation: 'upload' };
		const execution = await runChain(
			api,
			...file(PDF, 'offer.pdf', 'application/pdf'),
			node('BLU DELTA', 'bluDelta', upload, retry),
		);
		expect(execution.error?.message).toContain('not known whether the request went through');
		expect(execution.error?.description).toContain('Retry On Fail does not repeat it');
		const uploads = (await emulator.journal()).filter(({ path }) =>
			path.endsWith('/upload/invoiceContainer'),
		);
		expect(uploads).toHaveLength(1);
	});
});
