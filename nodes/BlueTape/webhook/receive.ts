import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isAllowed } from './allowlist';
import { answerWhenFinished, refuse } from './answer';
import { bodyOf } from './noticeBody';
import { idNames, idText } from './fields';
import { requestOf } from './http';
import type { Fields } from './names';
import { eventOf, events, noticesOf, type Notice } from './notice';
import { refusedBody } from './refusedBody';
import { itemOf, turnsOf } from './repeat';
import { holdsSecret, secretProblem, type Secret } from './secret';
import { answersLate, isOn, settingsOf, storedSecret, type Settings } from './settings';

const unreadable = (context: IWebhookFunctions, names: string[]): IWebhookResponseData => {
	const which = names.join(', ');
	const reason = "a setting of the trigger can't be read: please send the notice again later";
	return refuse(context, 500, reason, `a setting of the trigger can't be read: ${which}`);
};

/** Refuses a caller that may not call. Looks at nothing that the caller has written but the secret. */
async function refuseCaller(
	context: IWebhookFunctions,
	settings: Settings,
): Promise<IWebhookResponseData | undefined> {
	const { ip } = requestOf(context);
	if (!isAllowed(settings.allowlist, ip)) {
		const whose = "behind a proxy that is the proxy's address, unless N8N_PROXY_HOPS is set";
		return refuse(
			context,
			403,
			'this address may not call',
			`the address ${ip} is not on the allowlist (${whose})`,
		);
	}
	if (!settings.asksForSecret) return undefined;
	let secret: Secret;
	try {
		secret = await storedSecret(context);
	} catch (error) {
		return unreadable(context, [`the credential with the secret (${(error as Error).message})`]);
	}
	if (holdsSecret(context.getHeaderData(), secret)) return undefined;
	const problem = secretProblem(secret);
	return refuse(
		context,
		401,
		'the secret header is missing or wrong',
		problem && `no usable secret is stored. ${problem}`,
	);
}

/** A notice that starts nothing can still be found in the log. */
function tellUnselected(context: IWebhookFunctions, notices: Notice[]): void {
	const name = context.getNode().name;
	const workflowId = context.getWorkflow().id;
	for (const { event, json } of notices) {
		const [id] = [event, ...events]
			.map((each) => idText(json[idNames[each]]))
			.filter((each) => each !== undefined);
		const which = id === undefined ? '' : ` about ${JSON.stringify(id.slice(0, 80))}`;
		context.logger.info(
			`${name}: a notice of ${event}${which} started nothing, since 'Events' does not hold this event`,
			{ workflowId },
		);
	}
}

async function answered(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = settingsOf(context);
	const refused = await refuseCaller(context, settings);
	if (refused) return refused;
	if (settings.unreadable.length) return unreadable(context, settings.unreadable);
	const request = requestOf(context);
	const arrival = { address: eventOf(request.path), query: context.getQueryData() as Fields };
	const { 'content-type': type, 'content-encoding': encoding } = context.getHeaderData();
	const body = await bodyOf(request, type, encoding);
	if ('reason' in body) return refuse(context, body.status, body.reason);
	const notices = noticesOf(body, arrival, new Date());
	if (typeof notices === 'string') {
		return refuse(context, 400, notices, `${notices}; ${refusedBody(body, arrival)}`);
	}

	const wanted = notices.filter(({ event }) => settings.events.includes(event));
	tellUnselected(
		context,
		notices.filter((notice) => !wanted.includes(notice)),
	);
	const turns = isOn(settings.options, 'deduplicate') ? await turnsOf(context, wanted) : [];
	const turnOf = new Map(wanted.map((notice, at) => [notice, turns[at] ?? 'first']));
	const outcomes = notices.map((notice) => {
		const { event, eventId } = notice;
		const repeat = turnOf.get(notice) === 'repeat';
		return { event, eventId, started: turnOf.has(notice) && !repeat, ...(repeat && { repeat }) };
	});
	const fresh = [...turnOf].filter(([, turn]) => turn !== 'repeat');
	const started = fresh.length > 0;
	const answer = {
		received: true,
		...(outcomes.length === 1 ? outcomes[0] : { started, notices: outcomes }),
	};
	if (!started) return { webhookResponse: answer };
	if (answersLate(context.getNode().parameters)) answerWhenFinished(context, answer);
	return { webhookResponse: answer, workflowData: [fresh.map(([notice, turn]) => itemOf(notice, turn))] };
}

/**
 * Answers one call of BlueTape and starts the workflow for genuine, new notices of the selected events. Never throws: that would
 * store a failed execution for every bad caller. n8n answers 200 after it has stored or queued the execution.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await answered(context);
	} catch (error) {
		const reason = 'the notice could not be taken: please send it again';
		return refuse(context, 500, reason, `${reason} (${(error as Error).message})`);
	}
}
