import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { tried } from '../../shared/failure';
import { CREDENTIAL as API_CREDENTIAL } from '../api';
import { unreadableEntries } from './allowlist';
import { secretProblem } from './secret';
import {
	allowlistOf,
	asksForSecret,
	isOn,
	NEITHER,
	optionsOf,
	selectedEvents,
	storedSecret,
	unreadableSwitches,
} from './settings';

interface Problem {
	message: string;
	advice: string;
}

async function problem(context: IHookFunctions): Promise<Problem | undefined> {
	if (!selectedEvents(context).length) {
		return {
			message: 'No event is selected',
			advice: "Select what BlueTape's notices may start under 'Events'",
		};
	}
	if (asksForSecret(context)) {
		const wrong = secretProblem(await storedSecret(context));
		const advice =
			"Select a credential 'BlueTape Webhook Secret API' with a long random Header Value. Without one every call is refused with 401";
		if (wrong) return { message: `No usable secret is stored. ${wrong}`, advice };
	}
	const options = optionsOf(context);
	const [entry] = unreadableEntries(allowlistOf(options));
	if (entry !== undefined) {
		const advice =
			'Write addresses like 203.0.113.7 or ranges like 203.0.113.0/24 and 2001:db8::/32, with commas between';
		return { message: `'IP Allowlist' has an entry that is no IP address or range: ${entry}`, advice };
	}
	const [label] = unreadableSwitches(options);
	if (label) {
		const advice = 'Let its expression give true or false, or remove the option';
		return { message: `'${label}' can't be read: ${NEITHER}`, advice };
	}
	if (isOn(options, 'verifyStatus') && !context.getNode().credentials?.[API_CREDENTIAL]) {
		return {
			message: "'Verify Status' needs a BlueTape API credential",
			advice: 'Select one in this node, or remove the option',
		};
	}
	return undefined;
}

/** Throws a `NodeOperationError` when the trigger, as it is set, could not do what it promises. BlueTape is not called. */
export async function checkSettings(context: IHookFunctions): Promise<void> {
	const found = await problem(context);
	if (found) throw new NodeOperationError(context.getNode(), found.message, { description: found.advice });
}

/** n8n starts anew, or this process takes over from another one. */
const starts = ['init', 'leadershipChange'];

/**
 * As `checkSettings`, when n8n asks whether the webhook is there. At its start a throw would take the webhook away, and callers would get
 * 404: then the log tells what is wrong, and each call is answered by what can be read when it comes.
 */
export async function checkWebhook(context: IHookFunctions): Promise<void> {
	if (!starts.includes(context.getActivationMode())) return await checkSettings(context);
	const { failure } = await tried(checkSettings(context));
	if (!failure) return;
	const workflowId = context.getWorkflow().id;
	const line = `${context.getNode().name}: listens, though its settings are wrong: ${failure.message}`;
	context.logger.error(line, { workflowId });
}
