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
 * Publishes the example of tools, `id`, with a Bearer Auth credential selected, as its note says. `more` makes tools beside
 * those that it has, from its tool `invoice_status`.
 */
export async function agentOf(
	api: N8nApi,
	id: string,
	more: (status: WorkflowNode) => WorkflowNode[] = () => [],
): Promise<Agent> {
	const bearer = await api.createCredential({ name: 'Agents', type: 'httpBearerAuth', data: { token } });
	const { nodes, connections, versionId } = await api.workflow(id);
	const trigger = nodes.find(({ type }) => type.endsWith('.mcpTrigger'))!;
	trigger.credentials = { httpBearerAuth: { id: bearer.id, name: bearer.name } };
	const added = more(nodes.find(({ name }) => name === 'invoice_status')!);
	for (const { name } of added) connections[name] = connections.invoice_status;
	await api.rest('PATCH', `/rest/workflows/${id}`, { nodes: [...nodes, ...added], connections, versionId });
	await api.activate(id);

	const url = `${api.rest.url}/mcp/${trigger.parameters.path as string}`;
	const client = new Client({ name: 'test', version: '1.0.0' });
	const requestInit = { headers: { Authorization: `Bearer ${token}` } };
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
	const leave = async () => {
		await client.close();
		await api.deactivate(id);
		await api.deleteCredential(bearer.id);
	};
	return { url, client, leave };
}
