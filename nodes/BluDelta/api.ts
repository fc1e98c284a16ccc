import { addressOf } from '../shared/http/address';
import { inputFailure } from '../shared/failure';
import type { Context, Vendor } from '../shared/http/session';
import { explain, isRefusal } from './refusal';
import { tokenAccess, type Credential } from './token';

export const CREDENTIAL = 'bluDeltaApi';

async function readCredential(context: Context): Promise<Credential> {
	return await context.getCredentials<Credential>(CREDENTIAL);
}

/** The address before every path, from the credential's fields. Throws `Failed` for one that is no URL. */
export function baseUrlOf({ baseUrl }: Credential): string {
	const address = addressOf(baseUrl);
	if (address) return address;
	throw inputFailure(
		"The BLU DELTA credential's Base URL must be an address like https://validation.bludelta.ai/api",
		'Open the credential and correct the Base URL',
	);
}

/** BLU DELTA's Web API, for the engine. */
export const bluDelta: Vendor = {
	name: 'BLU DELTA',
	credential: CREDENTIAL,
	secrets: ['apiKey'],
	baseUrl: async (context) => baseUrlOf(await readCredential(context)),
	async access(context, baseUrl) {
		return tokenAccess(context, bluDelta, baseUrl, await readCredential(context));
	},
	isRefusal,
	explain,
	whenLost: () => 'Look in BLU DELTA whether the request went through before you run it again',
};
