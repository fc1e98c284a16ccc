import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { N8nApi } from '../../runtime/api';
import type { WorkflowNode } from '../../runtime/workflow';

/** An MCP client in place of an AI agent. */
export interface Agent {
	/** Where n8n offers the tools. */
	url: string;
	client: Client;
	/** Takes the workflow back. */
	leave: () => Promise<void>;
}

const token = 'a long random token';

/**
 * Publishes a copy of the example of tools with a Bearer Auth credential selected, as its note says. `more` makes tools beside
 * those that it has, from its tool `invoice_status`; `create_invoice`, which the example leaves to n8n's own agent, is offered too.
 */
export async function agentOf(
	api: N8nApi,
	example: string,
	more: (status: WorkflowNode) => WorkflowNode[] = () => [],
): Promise<Agent> {
	const bearer = await api.createCredential({ name: 'Agents', type: 'httpBearerAuth', data: { token } });
	// Nobody speaks to the model here; n8n publishes no workflow that lacks a credential.
	const model = await api.createCredential({ name: 'Model', type: 'openAiApi', data: { apiKey: 'none' } });
	const { nodes, connections, ...rest } = await api.workflow(example);
	const trigger = nodes.find(({ type }) => type.endsWith('.mcpTrigger'))!;
	trigger.credentials = { httpBearerAuth: { id: bearer.id, name: bearer.name } };
	nodes.find(({ type }) => type.endsWith('.lmChatOpenAi'))!.credentials = {
		openAiApi: { id: model.id, name: model.name },
	};
	const added = more(nodes.find(({ name }) => name === 'invoice_status')!);
	for (const name of ['create_invoice', ...added.map(({ name }) => name)])
		connections[name] = connections.invoice_status;
	const { id } = await api.createWorkflow({ ...rest, nodes: [...nodes, ...added], connections });
	await api.activate(id);

	const url = `${api.rest.url}/mcp/${trigger.parameters.path as string}`;
	const client = new Client({ name: 'test', version: '1.0.0' });
	const requestInit = { headers: { Authorization: `Bearer ${token}` } };
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
	const leave = async () => {
		await client.close();
		await api.deactivate(id);
		await api.deleteWorkflow(id);
		for (const credential of [bearer, model]) await api.deleteCredential(credential.id);
	};
	return { url, client, leave };
}
