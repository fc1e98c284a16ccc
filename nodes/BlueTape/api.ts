import type { IExecuteFunctions } from 'n8n-workflow';
import { addressOf } from '../shared/http/address';
import { inputFailure } from '../shared/failure';
import type { Vendor } from '../shared/http/session';
import { lostAdvice } from './statuses';
import { refusalIn } from './inSuccess';
import { explain } from './refusal';

export const CREDENTIAL = 'blueTapeApi';

/** The fields of the credential `blueTapeApi`. */
export interface Credential {
	environment?: string;
	baseUrl?: string;
	apiKey?: string;
	accountId?: string;
}

const ADDRESSES: Record<string, string> = {
	sandbox: 'https://beta-api.bluetape.com/genericBthubService',
	production: 'https://api.bluetape.com/genericBthubService',
};

/** Is the address one of BlueTape's own? */
export const isOwnAddress = ({ environment }: Credential): boolean =>
	environment !== undefined && Object.hasOwn(ADDRESSES, environment);

/** The address before every path, from the credential's fields. Throws `Failed` for a custom address that is no URL. */
export function baseUrlOf({ environment, baseUrl }: Credential): string {
	if (environment && Object.hasOwn(ADDRESSES, environment)) return ADDRESSES[environment];
	const custom = addressOf(baseUrl);
	if (custom) return custom;
	throw inputFailure(
		"The BlueTape credential's Base URL must be an address like https://api.example.com/genericBthubService",
		'Open the credential and correct the Base URL, or choose Sandbox or Production',
	);
}

/** BlueTape's integration API, for the engine. */
export const blueTape: Vendor = {
	name: 'BlueTape',
	credential: CREDENTIAL,
	secrets: ['apiKey', 'accountId'],
	inLinks: ['accountId'],
	baseUrl: async (context: IExecuteFunctions) =>
		baseUrlOf(await context.getCredentials<Credential>(CREDENTIAL)),
	isRefusal: ({ body }, { method }) => method !== 'GET' && refusalIn(body) !== undefined,
	explain,
	whenLost: lostAdvice,
};
