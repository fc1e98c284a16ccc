import type { IExecuteFunctions } from 'n8n-workflow';
import { addressOf } from '../shared/address';
import { inputFailure } from '../shared/failure';
import type { Answer, Vendor } from '../shared/session';
import { statusHint } from '../shared/statusHint';
import { isPage, pageTitle } from '../shared/webPage';
import { codeHints, pageHint, statusHints } from './errors';

export const CREDENTIAL = 'blueTapeApi';

/** The fields of the credential `blueTapeApi`; the secret ones stay with n8n. */
interface Credential {
	environment?: string;
	baseUrl?: string;
}

const ADDRESSES: Record<string, string> = {
	sandbox: 'https://beta-api.bluetape.com/genericBthubService',
	production: 'https://api.bluetape.com/genericBthubService',
};

/** The address before every path, from the credential's fields. Throws `Failed` for a custom address that is no URL. */
export function baseUrlOf({ environment, baseUrl }: Credential): string {
	const known = environment && ADDRESSES[environment];
	if (known) return known;
	const custom = addressOf(baseUrl);
	if (custom) return custom;
	throw inputFailure(
		"The BlueTape credential's Base URL must be an address like https://api.example.com/genericBthubService",
		'Open the credential and correct the Base URL, or choose Sandbox or Production',
	);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** The symbolic code of an error body: in `code`, else as a word of `reason` (bluetape.md C16). */
export function symbolOf(body: unknown): string | undefined {
	if (!isObject(body)) return undefined;
	const { code, reason } = body;
	if (typeof code === 'string' && /[a-z]/i.test(code)) return code;
	const words = typeof reason === 'string' ? (reason.match(/[a-z]+(?:_[a-z]+)+/g) ?? []) : [];
	return words.find((word) => word in codeHints);
}

/** An error answer in words (bluetape.md 9). Codes that are not in the contract are shown as they came. */
function explain(status: number, body: unknown): { code?: string; message: string; hint?: string } {
	const code = symbolOf(body);
	const reason = isObject(body) && typeof body.reason === 'string' ? body.reason.trim() : '';
	const told = [reason || pageTitle(body), code && code !== reason ? `(${code})` : '']
		.filter(Boolean)
		.join(' ');
	const page = isPage(body);
	const hint =
		(code && codeHints[code]) ?? (page ? pageHint(status) : undefined) ?? statusHint(statusHints, status);
	const answered = `BlueTape answered ${status}${page ? ' with a web page' : ''}`;
	return { code, message: told ? `${answered}: ${told}` : answered, hint };
}

/** BlueTape's integration API, for the engine. */
export const blueTape: Vendor = {
	name: 'BlueTape',
	credential: CREDENTIAL,
	secrets: ['apiKey'],
	baseUrl: async (context: IExecuteFunctions) =>
		baseUrlOf(await context.getCredentials<Credential>(CREDENTIAL)),
	explain,
};

/** Is this the refusal of a create because the record is there already? (Not: its phone, quote or project is taken.) */
export function alreadyExists({ status, body }: Answer, symbol: string | undefined): boolean {
	const code = symbolOf(body);
	return status === 409 && !isPage(body) && (code === undefined || code === symbol);
}
