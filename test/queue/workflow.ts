import { randomUUID } from 'node:crypto';
import type { Credential } from '../../runtime/api';
import type { WorkflowJson, WorkflowNode } from '../../runtime/workflow';
import { row } from '../n8n/chain';
import { blueTapeTrigger, counting } from '../n8n/notices';

export const webhookId = randomUUID();

/** When the sender is answered. */
export type Respond = 'immediately' | 'whenFinished';

/**
 * Notices in, each counted at the end. In between it waits a little, so that a killed worker always has executions that were
 * begun and not finished.
 */
export function countingWorkflow(secret: Credential, counterUrl: string, respond: Respond): WorkflowJson {
	const credentials = { blueTapeWebhookApi: { id: secret.id, name: secret.name } };
	const trigger = blueTapeTrigger(webhookId, credentials, { options: { deduplicate: true, respond } });
	const wait: WorkflowNode = {
		name: 'Work',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		parameters: { amount: 0.5, unit: 'seconds' },
	};
	return row('Count notices', trigger, wait, counting(counterUrl));
}
