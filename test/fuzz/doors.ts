import { randomUUID } from 'node:crypto';
import type { N8nApi } from '../../runtime/api';
import type { WorkflowJson } from '../../runtime/workflow';
import type { Stage } from '../../runtime/stage';

/** The triggers that the calls come to, by what is peculiar to their settings. */
const settings = {
	plain: {},
	deduplicate: { options: { deduplicate: true } },
	'when finished': { options: { respond: 'whenFinished' } },
	'verify status': { options: { verifyStatus: true } },
	'payments only': { events: ['invoice.payment'] },
	'no caller check': { callerCheck: 'none' },
	'callers from elsewhere': { options: { ipAllowlist: '203.0.113.0/24, 2001:db8::/32' } },
	// n8n then reads the body before it asks the trigger.
	'an expression': { callerCheck: '={{ "headerSecret" }}' },
};

export type Door = keyof typeof settings;
export const doors = Object.keys(settings) as Door[];

/** A workflow whose only work is to tell the counter at `url` which notice has come through. */
function workflow(
	door: Door,
	webhookId: string,
	credentials: Stage['credentials'],
	url: string,
): WorkflowJson {
	const { blueTapeWebhookApi, blueTapeApi } = credentials;
	return {
		name: door,
		nodes: [
			{
				id: randomUUID(),
				name: 'BlueTape Trigger',
				type: 'n8n-nodes-bluetape.blueTapeTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId,
				parameters: {
					events: ['invoice.payment', 'quote.approval'],
					callerCheck: 'headerSecret',
					options: {},
					...settings[door],
				},
				credentials: { blueTapeWebhookApi, blueTapeApi },
			},
			{
				id: randomUUID(),
				name: 'Count',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [220, 0],
				parameters: {
					method: 'POST',
					url,
					sendBody: true,
					specifyBody: 'json',
					jsonBody:
						'={{ JSON.stringify({ id: $json.event === "quote.approval" ? $json.quoteId : $json.invoiceId, execution: $execution.id }) }}',
					options: {},
				},
			},
		],
		connections: { 'BlueTape Trigger': { main: [[{ node: 'Count', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** Opens all doors. Gives each one's path, without the event at its end. */
export async function openDoors(
	api: N8nApi,
	credentials: Stage['credentials'],
	counterUrl: string,
): Promise<Record<Door, string>> {
	const paths = {} as Record<Door, string>;
	for (const door of doors) {
		const webhookId = randomUUID();
		const { id } = await api.createWorkflow(workflow(door, webhookId, credentials, counterUrl));
		await api.activate(id);
		paths[door] = `/webhook/${webhookId}`;
	}
	return paths;
}
