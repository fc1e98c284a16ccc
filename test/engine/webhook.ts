import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	createRunExecutionData,
	NodeHelpers,
	resolveWebhookDescriptionField,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWebhookDescription,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import './engine';
import { StoredCredentials, type CredentialTypes } from './credentials';
import { dressRequest, dressResponse, PlatformError, type Request, type Response } from './http';
import type { SeenTable } from './seenTable';

// After ./engine, which sets the environment that n8n-core reads.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const core = require('n8n-core') as typeof import('n8n-core');

const WEBHOOK_ID = '5b3f9c1e-0c3d-4a8e-9d5e-6f1a2b3c4d5e';
const ABSOLUTE = 'http://engine.invalid/';

let table: SeenTable | undefined;
void core.DataDeduplicationService.init({
	checkProcessedAndRecord: async (...given: Parameters<SeenTable['checkProcessedAndRecord']>) => {
		if (!table) throw new Error('This test has no table of processed data');
		return await table.checkProcessedAndRecord(...given);
	},
} as never);

export interface Hosting {
	/** The trigger under test, e.g. `new BlueTapeTrigger()`. */
	node: INodeType;
	parameters: IDataObject;
	credentials?: Record<string, IDataObject>;
	credentialTypes?: CredentialTypes;
	/** `manual` for the editor's test run. */
	mode?: WorkflowExecuteMode;
	table?: SeenTable;
	/** The node's id in its workflow. */
	nodeId?: string;
	/** What n8n sees as the caller's address. */
	ip?: string;
	/** Called when n8n stores the execution; throws when that fails. */
	store?: () => void | Promise<void>;
	/** The node after the trigger; throws for a failing workflow. */
	after?: (items: INodeExecutionData[]) => void | Promise<void>;
	/** N8N_PAYLOAD_SIZE_MAX in bytes. */
	payloadSizeMax?: number;
}

/** An execution that n8n stored. */
export interface Executed {
	/** What the trigger put out. */
	trigger: INodeExecutionData[];
	/** What the node after it received; undefined when it did not run. */
	after?: INodeExecutionData[];
	hints: string[];
	error?: { message: string };
}

export interface HostedTrigger {
	/** Address of the trigger's webhook with this path. */
	url: (path: string) => string;
	/** What n8n does when the workflow is activated. */
	activate: () => Promise<void>;
	/** Runs the workflow from the trigger without a call, as `n8n execute` does. */
	runWithoutCall: () => Promise<Executed>;
	executions: Executed[];
	/** Lines of n8n's log from the node: `warn: …`. */
	log: string[];
	/** Resolves when all executions have ended. */
	idle: () => Promise<void>;
	stop: () => Promise<void>;
}

/** n8n 2.41's parseRequestBody for a node of version 1. */
async function parseBody(request: Request, workflow: Workflow, node: INode, mode: WorkflowExecuteMode) {
	const wantsRaw = workflow.expression.getSimpleParameterValue(
		node,
		'={{$parameter["options"]["binaryData"]}}',
		mode,
		{},
		undefined,
		false,
	);
	if (wantsRaw) return;
	await request.readRawBody();
	if (!request.rawBody?.length || request.contentType !== 'application/json') return;
	try {
		request.body = JSON.parse(request.rawBody.toString('utf8'));
	} catch {
		throw new PlatformError(422, 'Failed to parse request body');
	}
}

/**
 * Serves a trigger's webhooks over HTTP as n8n 2.41 does: real webhook, hook and execution contexts, engine and expressions of
 * n8n-core; the order of steps follows n8n's webhook-helpers.js. Behind the trigger stands one node that notes what it receives.
 */
export async function hostTrigger(hosting: Hosting): Promise<HostedTrigger> {
	const { node: trigger, mode = 'webhook', credentials = {}, store, after } = hosting;
	const type = trigger.description.name;
	const executions: Executed[] = [];
	const running = new Set<Promise<unknown>>();
	const log: string[] = [];
	table = hosting.table;

	const newWorkflow = (received?: (items: INodeExecutionData[]) => void) => {
		const next: INodeType = {
			description: {
				...trigger.description,
				name: 'next',
				inputs: ['main'],
				webhooks: [],
				properties: [],
				credentials: [],
			},
			async execute() {
				received?.(this.getInputData());
				await after?.(this.getInputData());
				return [this.getInputData()];
			},
		};
		const types: Record<string, INodeType> = { [type]: trigger, next };
		const nodeTypes: INodeTypes = {
			getByName: (name) => types[name],
			getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
			getKnownTypes: () => ({}),
		};
		return new Workflow({
			id: 'w',
			name: 'w',
			active: mode === 'webhook',
			nodeTypes,
			settings: { executionOrder: 'v1' },
			nodes: [
				{
					id: hosting.nodeId ?? 't',
					name: 'Trigger',
					type,
					typeVersion: 1,
					position: [0, 0],
					webhookId: WEBHOOK_ID,
					parameters: structuredClone(hosting.parameters) as INode['parameters'],
					credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
				},
				{ id: 'n', name: 'Next', type: 'next', typeVersion: 1, position: [1, 0], parameters: {} },
			],
			connections: { Trigger: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
		});
	};

	const newAdditionalData = () =>
		({
			credentialsHelper: new StoredCredentials(hosting.credentialTypes ?? {}, credentials),
			hooks: new core.ExecutionLifecycleHooks(mode, '1', {} as IWorkflowBase),
			executionId: '1',
			instanceBaseUrl: ABSOLUTE,
			restApiUrl: `${ABSOLUTE}rest`,
			webhookBaseUrl: `${ABSOLUTE}webhook`,
			webhookTestBaseUrl: `${ABSOLUTE}webhook-test`,
			webhookWaitingBaseUrl: `${ABSOLUTE}webhook-waiting`,
			formWaitingBaseUrl: `${ABSOLUTE}form-waiting`,
			variables: {},
			setExecutionStatus: () => {},
			sendDataToUI: () => {},
		}) as unknown as IWorkflowExecuteAdditionalData;

	const run = async (items: INodeExecutionData[]): Promise<Executed> => {
		const executed: Executed = { trigger: [], hints: [] };
		const workflow = newWorkflow((received) => (executed.after = received));
		// An execution is stored as JSON before it runs, here or in another process.
		const main = JSON.parse(JSON.stringify([items])) as INodeExecutionData[][];
		const stack = [{ node: workflow.getNode('Trigger')!, data: { main }, source: null }];
		const data = createRunExecutionData({ executionData: { nodeExecutionStack: stack } });
		executions.push(executed);
		const { resultData } = (
			await new core.WorkflowExecute(newAdditionalData(), mode, data).processRunExecutionData(workflow)
		).data;
		const task = resultData.runData.Trigger?.at(-1);
		executed.trigger = task?.data?.main?.[0] ?? [];
		executed.hints = (task?.hints ?? []).map(({ message }) => message);
		executed.error = resultData.error;
		return executed;
	};

	const webhookData = (description: IWebhookDescription, workflow: Workflow): IWebhookData => ({
		httpMethod: 'POST',
		node: 'Trigger',
		path: `${WEBHOOK_ID}/${description.path}`,
		webhookDescription: description,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: newAdditionalData(),
		isTest: mode === 'manual',
	});

	async function call(request: Request, response: Response): Promise<void> {
		const [, , ...path] = request.path.split('/');
		const description = trigger.description.webhooks!.find(
			(each) => `${WEBHOOK_ID}/${each.path}` === path.join('/') && each.httpMethod === request.method,
		);
		if (!description)
			throw new PlatformError(
				404,
				`The requested webhook "${request.method} ${path.join('/')}" is not registered.`,
			);
		const workflow = newWorkflow();
		const node = workflow.getNode('Trigger')!;
		const setting = (name: 'responseMode' | 'responseData'): unknown => {
			const native = resolveWebhookDescriptionField(node, description, name);
			return native.resolved
				? native.value
				: workflow.expression.getComplexParameterValue(node, description[name], mode, {});
		};
		const responseMode = setting('responseMode');
		const responseData = setting('responseData');
		await parseBody(request, workflow, node, mode);
		const additionalData = Object.assign(newAdditionalData(), {
			httpRequest: request,
			httpResponse: response,
		});
		const context = new core.WebhookContext(
			workflow,
			node,
			additionalData,
			mode,
			webhookData(description, workflow),
			[],
			null,
		);
		const result = await trigger.webhook!.call(context);
		const answer = result.webhookResponse as unknown;
		if (!result.workflowData) {
			if (!result.noWebhookResponse)
				response.status(200).json(answer ?? { message: 'Webhook call received' });
			return;
		}
		await store?.();
		const execution = run(result.workflowData[0]);
		running.add(execution);
		void execution.finally(() => running.delete(execution));
		if (responseMode === 'onReceived') {
			response.status(200).json(responseData || (answer ?? { message: 'Workflow was started' }));
			return;
		}
		const { error, trigger: items, after: last } = await execution;
		if (error) response.status(500).json({ message: 'Error in workflow' });
		else if (responseData === 'noData') response.status(200).json(undefined);
		else response.status(200).json((last ?? items).map(({ json }) => json));
	}

	const server = createServer((incoming, outgoing) => {
		const response = dressResponse(outgoing);
		call(dressRequest(incoming, hosting), response).catch((error: unknown) => {
			const status = error instanceof PlatformError ? error.status : 500;
			// An error of the node's own would also be stored as a failed execution.
			if (!(error instanceof PlatformError))
				executions.push({ trigger: [], hints: [], error: error as Error });
			if (!response.headersSent)
				response.status(status).json({ code: status, message: (error as Error).message });
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;

	const hook = (description: IWebhookDescription, workflow = newWorkflow()) =>
		new core.HookContext(
			workflow,
			workflow.getNode('Trigger')!,
			newAdditionalData(),
			mode,
			'activate',
			webhookData(description, workflow),
		);
	const { logger } = hook(trigger.description.webhooks![0]);
	const silenced = (['warn', 'error'] as const).map((level) =>
		jest
			.spyOn(logger, level)
			.mockImplementation((...line: unknown[]) => void log.push(`${level}: ${String(line[0])}`)),
	);

	const idle = async () => {
		while (running.size) await Promise.allSettled(running);
	};
	return {
		url: (path) => `http://127.0.0.1:${port}/webhook/${WEBHOOK_ID}/${path}`,
		activate: async () => {
			for (const description of trigger.description.webhooks!) {
				const { checkExists, create } = trigger.webhookMethods!.default!;
				if (!(await checkExists.call(hook(description)))) await create.call(hook(description));
			}
		},
		runWithoutCall: async () => await run([{ json: {} }]),
		executions,
		log,
		idle,
		stop: async () => {
			await idle();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			silenced.forEach((spy) => spy.mockRestore());
			table = undefined;
		},
	};
}
