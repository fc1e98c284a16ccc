import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

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

	// Both on every call (bluetape.md 1). A function: n8n would evaluate a table of expressions anew for every request.
	authenticate: IAuthenticate = async (
		{ apiKey, accountId }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	) => {
		const own = { 'X-BlueTape-Key': apiKey, 'X-Integration-AccountId': accountId };
		return { ...options, headers: { ...options.headers, ...own } };
	};
}
