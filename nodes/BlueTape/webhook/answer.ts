import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { responseOf } from './http';

/** Refuses a call with a status, a short JSON and a line in n8n's log. Nothing is started or stored. */
export function refuse(
	context: IWebhookFunctions,
	status: number,
	reason: string,
	logged = reason,
): IWebhookResponseData {
	context.logger.warn(`${context.getNode().name}: refused a call with ${status}: ${logged}`, {
		workflowId: context.getWorkflow().id,
	});
	// A thrown error would be a 500 and a failed execution.
	responseOf(context).status(status).json({ received: false, reason });
	return { noWebhookResponse: true };
}

/**
 * Lets the caller read `fields` and whether the workflow succeeded once n8n answers at its end. n8n has no constant body for this
 * case: it would show the last node's data, or its own words.
 */
export function answerWhenFinished(context: IWebhookFunctions, fields: IDataObject): void {
	const response = responseOf(context);
	const send = response.json.bind(response);
	response.json = () => send({ ...fields, succeeded: response.statusCode < 300 });
}
