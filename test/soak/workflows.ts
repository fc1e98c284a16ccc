import { randomUUID } from 'node:crypto';
import type { Credential } from '../../runtime/api';
import type { WorkflowJson, WorkflowNode } from '../../runtime/workflow';
import { row } from '../n8n/chain';

const by = ({ type, id, name }: Credential) => ({ [type]: { id, name } });

/** BlueTape, Create or Update of the invoice in the item. */
const upsert = (blueTape: Credential): WorkflowNode => ({
	name: 'BlueTape',
	type: 'n8n-nodes-bluetape.blueTape',
	typeVersion: 1,
	parameters: { resource: 'invoice', operation: 'upsert', bodySource: 'input' },
	credentials: by(blueTape),
});

/** From the queue of BLU DELTA to a BlueTape invoice, which is confirmed in the end. */
export function documentsWorkflow(blueTape: Credential, bluDelta: Credential): WorkflowJson {
	const document = (name: string, operation: string, parameters: object): WorkflowNode => ({
		...{ name, type: 'n8n-nodes-bluetape.bluDelta', typeVersion: 1, credentials: by(bluDelta) },
		parameters: { resource: 'document', operation, ...parameters },
	});
	const trigger: WorkflowNode = {
		...{ name: 'BLU DELTA Trigger', type: 'n8n-nodes-bluetape.bluDeltaTrigger', typeVersion: 1 },
		parameters: {
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			...{ confirmation: 'manual', limit: 20, redeliverAfter: 2 },
		},
		credentials: by(bluDelta),
	};
	return row(
		'Documents',
		trigger,
		document('To invoice', 'toBlueTapeInvoice', { customerId: 'CUS-1', expectedCurrency: 'USD' }),
		upsert(blueTape),
		document('Confirm', 'confirm', { invoiceId: '={{ $json.invoiceId }}' }),
	);
}

/** Invoices that another program posts. */
export function invoicesWorkflow(blueTape: Credential, path: string): WorkflowJson {
	const webhook: WorkflowNode = {
		...{ name: 'Posted', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: randomUUID() },
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
	};
	const take: WorkflowNode = {
		...{ name: 'Invoice', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
		parameters: { mode: 'raw', jsonOutput: '={{ JSON.stringify($json.body) }}', options: {} },
	};
	return row('Invoices', webhook, take, upsert(blueTape));
}
