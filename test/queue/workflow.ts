import { randomUUID } from 'node:crypto';
import type { Credential } from '../../runtime/api';
import type { WorkflowJson } from '../../runtime/workflow';

export const webhookId = randomUUID();

/** When the sender is answered. */
export type Respond = 'immediately' | 'whenFinished';

/**
 * Notices in, each counted at the end. In between it waits a little, so that a killed worker always has executions that were
 * begun and not finished.
 */
export function countingWorkflow(secret: Credential, counterUrl: string, respond: Respond): WorkflowJson {
	const node = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters,
	});
	const then = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	const trigger = node('BlueTape Trigger', 'n8n-nodes-bluetape.blueTapeTrigger', 1, {
		events: ['invoice.payment', 'quote.approval'],
		callerCheck: 'headerSecret',
		options: { deduplicate: true, respond },
	});
	return {
		name: 'Count notices',
		nodes: [
			{
				...trigger,
				webhookId,
				credentials: { blueTapeWebhookApi: { id: secret.id, name: secret.name } },
			},
			node('Work', 'n8n-nodes-base.wait', 1.1, { amount: 0.5, unit: 'seconds' }),
			node('Count', 'n8n-nodes-base.httpRequest', 4.2, {
				method: 'POST',
				url: counterUrl,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ JSON.stringify({ id: $json.invoiceId ?? $json.quoteId, execution: $execution.id }) }}',
				options: {},
			}),
		],
		connections: { 'BlueTape Trigger': then('Work'), Work: then('Count') },
		settings: { executionOrder: 'v1' },
	};
}
