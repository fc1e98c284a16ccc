import {
	resolveWebhookDescriptionField,
	type INode,
	type INodeExecutionData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { core } from './core';
import type { Executed } from './executed';
import { modeOf, serverDataOf, webhookData, WEBHOOK_ID, workflowOf, type Hosting } from './hosting';
import { PlatformError, type Request, type Response } from './http';

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

/** The webhook of the trigger that a request is meant for. */
function called({ node }: Hosting, request: Request) {
	const [, , ...parts] = request.path.split('/');
	const path = parts.join('/');
	const description = node.description.webhooks!.find(
		(each) => `${WEBHOOK_ID}/${each.path}` === path && each.httpMethod === request.method,
	);
	if (description) return description;
	throw new PlatformError(404, `The requested webhook "${request.method} ${path}" is not registered.`);
}

/** Answers one call in the order of n8n's webhook-helpers.js. `start` begins an execution. */
export async function answerCall(
	hosting: Hosting,
	request: Request,
	response: Response,
	start: (items: INodeExecutionData[]) => Promise<Executed>,
): Promise<void> {
	const mode = modeOf(hosting);
	const description = called(hosting, request);
	const workflow = workflowOf(hosting);
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
	const server = Object.assign(serverDataOf(hosting), { httpRequest: request, httpResponse: response });
	const webhook = webhookData(hosting, description, workflow);
	const context = new core.WebhookContext(workflow, node, server, mode, webhook, [], null);
	const result = await hosting.node.webhook!.call(context);
	const answer = result.webhookResponse as unknown;
	if (!result.workflowData) {
		if (!result.noWebhookResponse) response.status(200).json(answer ?? { message: 'Webhook call received' });
		return;
	}
	await hosting.store?.();
	const execution = start(result.workflowData[0]);
	if (responseMode === 'onReceived') {
		response.status(200).json(responseData || (answer ?? { message: 'Workflow was started' }));
		return;
	}
	const { error, trigger, after } = await execution;
	if (error) response.status(500).json({ message: 'Error in workflow' });
	else if (responseData === 'noData') response.status(200).json(undefined);
	else response.status(200).json((after ?? trigger).map(({ json }) => json));
}
