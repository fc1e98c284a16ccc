import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

// n8n checks a status before it reads a body, so the two kinds of rules may stand in one list.
const rules = [
	{
		type: 'responseCode',
		properties: {
			value: 401,
			message: 'BlueTape refused the API Key or the Account ID, or they belong to the other environment',
		},
	},
	{
		type: 'responseCode',
		properties: { value: 403, message: 'BlueTape refused the API Key: it may not read customers' },
	},
	{
		// BlueTape's own "no such customer" has a code; anything else at this address is not BlueTape.
		type: 'responseSuccessBody',
		properties: {
			key: 'code',
			value: undefined,
			message: 'This address answers, but not like BlueTape: check the Environment or the Base URL',
		},
	},
] as unknown as ICredentialTestRequest['rules'];

/** Key and account that BlueTape hands out, and the environment that they belong to. */
export class BlueTapeApi implements ICredentialType {
	name = 'blueTapeApi';

	displayName = 'BlueTape API';

	icon: Icon = {
		light: 'file:../nodes/BlueTape/blueTape.svg',
		dark: 'file:../nodes/BlueTape/blueTape.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-bluetape/n8n-nodes-bluetape#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'There is no self-service: the BlueTape team hands out key and account, one pair for the sandbox and another for production. Ask your contact at <a href="https://www.bluetape.com" target="_blank">BlueTape</a>.',
			name: 'keyNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			default: 'sandbox',
			description:
				'Key and account belong to one environment. The sandbox sends messages too: use your own contacts there.',
			options: [
				{ name: 'Custom', value: 'custom' },
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
			],
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api.example.com/genericBthubService',
			description: 'The address before /integration/…',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret key that the BlueTape team gave you',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			required: true,
			description: 'The integration account that the BlueTape team gave you',
		},
	];

	// A function: n8n would evaluate a table of expressions anew for every request.
	authenticate: IAuthenticate = async (
		{ apiKey, accountId }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	) => {
		const own = { 'X-BlueTape-Key': apiKey, 'X-Integration-AccountId': accountId };
		return { ...options, headers: { ...options.headers, ...own } };
	};

	// There is no "who am I": the credit of a customer that does not exist has no side effect (bluetape.md 1).
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.environment === "custom" ? $credentials.baseUrl.trim().replace(/\\/+$/, "") : $credentials.environment === "production" ? "https://api.bluetape.com/genericBthubService" : "https://beta-api.bluetape.com/genericBthubService" }}',
			url: '/integration/customer/n8n-credential-test/creditInfo',
			ignoreHttpStatusErrors: { ignore: true, except: [401, 403, 500, 502, 503, 504] },
		},
		rules,
	};
}
