import { randomUUID } from 'node:crypto';
import type { WorkflowNode } from '../../runtime/workflow';

/** A BlueTape Trigger for both events that asks for the secret; `parameters` change it. */
export const blueTapeTrigger = (
	webhookId: string,
	credentials: WorkflowNode['credentials'],
	parameters: Record<string, unknown>,
): WorkflowNode => ({
	id: randomUUID(),
	name: 'BlueTape Trigger',
	type: 'n8n-nodes-bluetape.blueTapeTrigger',
	typeVersion: 1,
	webhookId,
	parameters: {
		events: ['invoice.payment', 'quote.approval'],
		callerCheck: 'headerSecret',
		options: {},
		...parameters,
	},
	credentials,
});

/** Tells the counter at `url` which record a notice is about, and the execution. */
export const counting = (url: string): WorkflowNode => ({
	name: 'Count',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody:
			'={{ JSON.stringify({ id: ($json.bluetapeEvent ?? $json.event) === "quote.approval" ? $json.quoteId : $json.invoiceId, execution: $execution.id }) }}',
		options: {},
	},
});
