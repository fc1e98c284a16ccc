import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeExecutionData, IWebhookDescription, WorkflowActivateMode } from 'n8n-workflow';
import { answerCall } from './call';
import { core } from './core';
import { execute, type Executed } from './executed';
import { modeOf, serverDataOf, webhookData, WEBHOOK_ID, workflowOf, type Hosting } from './hosting';
import { dressRequest, dressResponse, PlatformError } from './http';
import type { SeenTable } from './seenTable';

let table: SeenTable | undefined;
// Not init(): that refuses a second time, and the mutation tests have one n8n-core for all test files.
Object.assign(core.DataDeduplicationService, {
	instance: {
		checkProcessedAndRecord: async (...given: Parameters<SeenTable['checkProcessedAndRecord']>) => {
			if (!table) throw new Error('This test has no table of processed data');
			return await table.checkProcessedAndRecord(...given);
		},
	},
});

export interface HostedTrigger {
	/** Address of the trigger's webhook with this path. */
	url: (path: string) => string;
	/** What n8n does when the workflow is activated, or in another mode when it starts. */
	activate: (mode?: WorkflowActivateMode) => Promise<void>;
	/** Runs the workflow from the trigger without a call, as `n8n execute` does. */
	runWithoutCall: () => Promise<Executed>;
	executions: Executed[];
	/** Lines of n8n's log from the node: `warn: …`. */
	log: string[];
	/** Resolves when all executions have ended. */
	idle: () => Promise<void>;
	stop: () => Promise<void>;
}

/** Serves the webhooks on a free port. */
async function serve(hosting: Hosting, executions: Executed[], running: Set<Promise<unknown>>) {
	const start = async (items: INodeExecutionData[]) => {
		const execution = execute(hosting, items, executions);
		running.add(execution);
		void execution.finally(() => running.delete(execution));
		return await execution;
	};
	const server = createServer((incoming, outgoing) => {
		const response = dressResponse(outgoing);
		answerCall(hosting, dressRequest(incoming, hosting), response, start).catch((error: unknown) => {
			const status = error instanceof PlatformError ? error.status : 500;
			// An error of the node's own would also be stored as a failed execution.
			if (!(error instanceof PlatformError))
				executions.push({ trigger: [], hints: [], error: error as Error });
			if (!response.headersSent)
				response.status(status).json({ code: status, message: (error as Error).message });
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

/** What a trigger sees while its webhooks are set up. */
function hook(
	hosting: Hosting,
	description: IWebhookDescription,
	activation: WorkflowActivateMode = 'activate',
) {
	const workflow = workflowOf(hosting);
	const node = workflow.getNode('Trigger')!;
	const data = webhookData(hosting, description, workflow);
	return new core.HookContext(workflow, node, serverDataOf(hosting), modeOf(hosting), activation, data);
}

/**
 * Serves a trigger's webhooks over HTTP as n8n 2.41 does: real webhook, hook and execution contexts, engine and expressions of
 * n8n-core. Behind the trigger stands one node that notes what it receives.
 */
export async function hostTrigger(hosting: Hosting): Promise<HostedTrigger> {
	const webhooks = hosting.node.description.webhooks!;
	const executions: Executed[] = [];
	const running = new Set<Promise<unknown>>();
	const log: string[] = [];
	table = hosting.table;
	const server = await serve(hosting, executions, running);
	const { port } = server.address() as AddressInfo;
	const { logger } = hook(hosting, webhooks[0]);
	const silenced = (['info', 'warn', 'error'] as const).map((level) =>
		jest
			.spyOn(logger, level)
			.mockImplementation((...line: unknown[]) => void log.push(`${level}: ${String(line[0])}`)),
	);
	const idle = async () => {
		while (running.size) await Promise.allSettled(running);
	};
	return {
		url: (path) => `http://127.0.0.1:${port}/webhook/${WEBHOOK_ID}/${path}`,
		activate: async (mode) => {
			for (const description of webhooks) {
				const { checkExists, create } = hosting.node.webhookMethods!.default!;
				if (!(await checkExists.call(hook(hosting, description, mode))))
					await create.call(hook(hosting, description, mode));
			}
		},
		runWithoutCall: async () => await execute(hosting, [{ json: {} }], executions),
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
