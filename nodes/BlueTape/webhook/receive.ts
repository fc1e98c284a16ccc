import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isAllowed } from './allowlist';
import { answerWhenFinished, refuse } from './answer';
import { bodyText } from './body';
import { requestOf } from './http';
import { eventOf, readNotice } from './notice';
import { itemOf, turnOf } from './repeat';
import { holdsSecret, secretProblem } from './secret';
import { allowlistOf, asksForSecret, optionsOf, selectedEvents, storedSecret } from './settings';

/** Refuses a caller that may not call. */
async function refuseCaller(context: IWebhookFunctions): Promise<IWebhookResponseData | undefined> {
	const { ip } = requestOf(context);
	if (!isAllowed(allowlistOf(context), ip)) {
		const whose = "behind a proxy that is the proxy's address, unless N8N_PROXY_HOPS is set";
		return refuse(
			context,
			403,
			'this address may not call',
			`the address ${ip} is not on the allowlist (${whose})`,
		);
	}
	if (!asksForSecret(context)) return undefined;
	const secret = await storedSecret(context);
	if (holdsSecret(context.getHeaderData(), secret)) return undefined;
	const problem = secretProblem(secret);
	return refuse(
		context,
		401,
		'the secret header is missing or wrong',
		problem && `no usable secret is stored. ${problem}`,
	);
}

/**
 * Answers one call of BlueTape and starts the workflow for a genuine, new notice of a selected event. Never throws: that would
 * store a failed execution for every bad caller. n8n answers 200 after it has stored or queued the execution.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const refused = await refuseCaller(context);
	if (refused) return refused;
	const request = requestOf(context);
	const event = eventOf(request.path);
	if (!event) return refuse(context, 404, 'no notice belongs to this address');
	const body = await bodyText(request);
	if ('reason' in body) return refuse(context, body.status, body.reason);
	const read = readNotice(event, body.text, new Date());
	if ('reason' in read) return refuse(context, 400, read.reason, `no ${event} notice: ${read.reason}`);
	const { notice } = read;

	const answer = { received: true, event, eventId: notice.eventId };
	if (!selectedEvents(context).includes(event)) return { webhookResponse: { ...answer, started: false } };
	const { deduplicate, respond } = optionsOf(context);
	const turn = deduplicate ? await turnOf(context, notice.eventId) : 'first';
	if (turn === 'repeat') return { webhookResponse: { ...answer, started: false, repeat: true } };
	const started = { ...answer, started: true };
	if (respond === 'whenFinished') answerWhenFinished(context, started);
	return { webhookResponse: started, workflowData: [[itemOf(notice as IDataObject, turn)]] };
}
