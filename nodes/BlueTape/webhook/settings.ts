import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { NoticeEvent } from './notice';
import { CREDENTIAL, type Secret } from './secret';

type Context = IHookFunctions | IWebhookFunctions;

/** The collection `options` of the trigger. */
export interface Options {
	ipAllowlist?: string;
	deduplicate?: boolean;
	respond?: 'immediately' | 'whenFinished';
	verifyStatus?: boolean;
}

export const optionsOf = (context: Context): Options => context.getNodeParameter('options', {}) as Options;

/** The allowlist of callers. One that an expression leaves undefined is no address, so that it lets nobody in. */
export function allowlistOf(context: Context): string {
	const options = optionsOf(context);
	return Object.hasOwn(options, 'ipAllowlist') ? String(options.ipAllowlist) : '';
}

/** None where an expression gives nothing. */
export const selectedEvents = (context: Context): NoticeEvent[] =>
	(context.getNodeParameter('events', []) as NoticeEvent[] | null | undefined) ?? [];

/** Anything but `none` means that the secret is checked. */
export const asksForSecret = (context: Context): boolean =>
	context.getNodeParameter('callerCheck', 'headerSecret') !== 'none';

/** The stored secret; empty when there is none or it can't be read, so that nobody is let in. */
export async function storedSecret(context: Context): Promise<Secret> {
	try {
		return await context.getCredentials<Secret & Record<string, never>>(CREDENTIAL);
	} catch {
		return {};
	}
}
