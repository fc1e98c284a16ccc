import { serviceAt, type Access, type Service } from '../service';

export interface BluDeltaKeys {
	baseUrl: string;
	apiKey: string;
	/** `<customer>` or `<customer>.<client>`. */
	apiIdentifier: string;
}

/** BLU DELTA with the user's keys, and the token that the first question gets by them (bludelta.md 2). */
export const bluDeltaAt = (
	{ baseUrl, apiKey, apiIdentifier }: BluDeltaKeys,
	access: Pick<Access, 'world' | 'wait' | 'fetch' | 'pause' | 'risky' | 'patience'>,
): Service =>
	serviceAt({
		...{ baseUrl, ...access },
		headers: (world, { path, by }): Record<string, string> =>
			by === 'keys' || path === '/create/accesstoken'
				? { 'X-ApiKey': apiKey, 'X-ApiIdentifier': apiIdentifier, Accept: 'application/json' }
				: { 'X-AccessToken': world.the('token'), Accept: 'application/json' },
	});
