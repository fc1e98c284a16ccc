import type { IHookFunctions, INodeParameters, IWebhookFunctions } from 'n8n-workflow';
import { flag } from '../../shared/field';
import { events, type NoticeEvent } from './notice';
import { CREDENTIAL, type Secret } from './secret';

type Context = IHookFunctions | IWebhookFunctions;

/** The collection `options` of the trigger. */
export interface Options {
	ipAllowlist?: string;
	/** Switches as they came: an expression may give anything. */
	deduplicate?: unknown;
	respond?: 'immediately' | 'whenFinished';
	verifyStatus?: unknown;
}

const optionLabels = {
	ipAllowlist: 'IP Allowlist',
	deduplicate: 'Deduplicate',
	verifyStatus: 'Verify Status',
};

export const optionsOf = (context: Context): Options => context.getNodeParameter('options', {}) as Options;

/** The allowlist of callers. One that an expression leaves undefined is no address, so that it lets nobody in. */
export const allowlistOf = (options: Options): string =>
	Object.hasOwn(options, 'ipAllowlist') ? String(options.ipAllowlist) : '';

const switches = ['deduplicate', 'verifyStatus'] as const;
export type Switch = (typeof switches)[number];
const yesOrNo = flag();

/** Is a switch on? Off where it was not added; undefined where it is neither on nor off. n8n's variables are texts. */
export const isOn = (options: Options, name: Switch): boolean | undefined =>
	Object.hasOwn(options, name) ? yesOrNo.safeParse(options[name]).data : false;

export const NEITHER = 'it is neither true nor false';

/** Labels of the switches that are neither on nor off. */
export const unreadableSwitches = (options: Options): string[] =>
	switches.filter((name) => isOn(options, name) === undefined).map((name) => optionLabels[name]);

/** None where an expression gives nothing. */
export function selectedEvents(context: Context): NoticeEvent[] {
	const selected = [context.getNodeParameter('events', [])].flat() as unknown[];
	return events.filter((event) => selected.includes(event));
}

/** Anything but `none` means that the secret is checked. */
export const asksForSecret = (context: Context): boolean =>
	context.getNodeParameter('callerCheck', 'headerSecret') !== 'none';

/** n8n decides when to answer by what is stored, before expressions: `respond` can't be one. */
export function answersLate(parameters: INodeParameters): boolean {
	const { options } = parameters;
	return (options as Options | undefined)?.respond === 'whenFinished';
}

/** The stored secret; empty when none is selected, so that nobody is let in. Throws when it can't be read. */
export async function storedSecret(context: Context): Promise<Secret> {
	const secret = context.getCredentials<Secret & Record<string, never>>(CREDENTIAL);
	return context.getNode().credentials?.[CREDENTIAL] ? await secret : await secret.catch(() => ({}));
}

/** The trigger's settings, as far as they could be read. */
export interface Settings {
	events: NoticeEvent[];
	asksForSecret: boolean;
	allowlist: string;
	options: Options;
	/** Labels of those that could not be read, with n8n's reason: an expression that fails, or that gives nothing. */
	unreadable: string[];
}

/** All settings for one call. What can't be read lets nobody in, so the caller check counts as on. Throws nothing. */
export function settingsOf(context: IWebhookFunctions): Settings {
	const unreadable: string[] = [];
	const reading = <T>(label: string, read: () => T, otherwise: T): T => {
		try {
			return read();
		} catch (error) {
			unreadable.push(`'${label}' (${(error as Error).message})`);
			return otherwise;
		}
	};
	const one = (name: string) => context.getNodeParameter(`options.${name}`, null);
	const options = reading('Options', () => optionsOf(context), {});
	if (unreadable.length) {
		// Which of them is it?
		const failed = [...unreadable.splice(0)];
		for (const [name, label] of Object.entries(optionLabels)) {
			const value = reading(label, () => one(name), null);
			if (value !== null) Object.assign(options, { [name]: value });
		}
		if (!unreadable.length) unreadable.push(...failed);
	}
	unreadable.push(...unreadableSwitches(options).map((label) => `'${label}' (${NEITHER})`));
	const selected = reading('Events', () => selectedEvents(context), events);
	if (!selected.length) unreadable.push("'Events' (it names no event)");
	return {
		events: selected,
		asksForSecret: reading('Caller Check', () => asksForSecret(context), true),
		allowlist: allowlistOf(options),
		options,
		unreadable,
	};
}
