import { credentialTest } from '../shared/http/probe';
import { baseUrlOf, bluDelta } from './api';
import { clientNames } from './clients';
import { isRefusal, loginPath } from './refusal';
import type { Credential } from './token';
import { answerMember } from './wire/answerMember';

const refusedKey = 'BLU DELTA refused the API Key, the API Identifier or one of the Clients';

/** There is no "who am I": a short token has no effect but to end by itself (bludelta.md 2.1). */
export const bluDeltaApiTest = credentialTest<Credential>({
	vendor: bluDelta,
	baseUrl: (credential) => {
		clientNames(credential.clients);
		return baseUrlOf(credential);
	},
	request: ({ clients }) => ({
		method: 'POST',
		path: loginPath,
		body: {
			Name: 'n8n credential test',
			TimeoutSeconds: 10,
			ApiIdentifiers: clientNames(clients),
		},
	}),
	headers: ({ apiKey = '', apiIdentifier = '' }) => ({
		'X-ApiKey': apiKey,
		'X-ApiIdentifier': apiIdentifier,
	}),
	judge: (answer) => {
		const { status, body } = answer;
		if (status === 401 || status === 403) return refusedKey;
		if (status === 404) return 'There is no BLU DELTA at this address: check the Base URL, it ends in /api';
		if (status === 429 || status >= 500) return undefined;
		// HTTP 200 says nothing: `State` decides.
		const token = answerMember(body, 'AccessToken');
		if (answerMember(body, 'State') && isRefusal(answer)) return refusedKey;
		if (status < 300 && !isRefusal(answer) && typeof token === 'string' && token) return '';
		return 'This address answers, but not like BLU DELTA: check the Base URL, it ends in /api';
	},
});
