import { credentialTest } from '../shared/http/probe';
import { baseUrlOf, blueTape, isOwnAddress, type Credential } from './api';

/** What BlueTape answers with JSON when it knows the key: there is no such customer, or it is not liked (bluetape.md 1). */
const OF_BLUETAPE = [400, 404, 409, 422];

/** There is no "who am I": the credit of a customer that does not exist has no side effect (bluetape.md 1). */
export const blueTapeApiTest = credentialTest<Credential>({
	vendor: blueTape,
	baseUrl: baseUrlOf,
	hasFixedAddress: isOwnAddress,
	request: () => ({ method: 'GET', path: '/integration/customer/n8n-credential-test/creditInfo' }),
	headers: ({ apiKey = '', accountId = '' }) => ({
		'X-BlueTape-Key': apiKey,
		'X-Integration-AccountId': accountId,
	}),
	judge: ({ status, body, isJson }) => {
		if (status === 401)
			return 'BlueTape refused the API Key or the Account ID, or they belong to the other environment';
		if (status === 403) return 'BlueTape refused the API Key: it may not read customers';
		if (status === 429 || status >= 500) return undefined;
		const isObject = typeof body === 'object' && body !== null;
		if (status < 300 ? isObject : isJson && OF_BLUETAPE.includes(status)) return '';
		return 'This address answers, but not like BlueTape: check the Environment or the Base URL, which is the part before /integration';
	},
});
