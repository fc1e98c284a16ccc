import { addressOf } from '../shared/http/address';
import { inputFailure } from '../shared/failure';
import type { Context, Vendor } from '../shared/http/session';
import { explain, isRefusal } from './refusal';
import { tokenAccess, type Credential } from './token';

export const CREDENTIAL = 'bluDeltaApi';

async function readCredential(context: Context): Promise<Credential> {
	return await context.getCredentials<Credential>(CREDENTIAL);
}

/** BLU DELTA's Web API, for the engine. */
export const bluDelta: Vendor = {
	name: 'BLU DELTA',
	credential: CREDENTIAL,
	secrets: ['apiKey'],
	async baseUrl(context) {
		const address = addressOf((await readCredential(context)).baseUrl);
		if (address) return address;
		throw inputFailure(
			"The BLU DELTA credential's Base URL must be an address like https://validation.bludelta.ai/api",
			'Open the credential and correct the Base URL',
		);
	},
	async access(context, baseUrl) {
		return tokenAccess(context, bluDelta, baseUrl, await readCredential(context));
	},
	isRefusal,
	explain,
};
