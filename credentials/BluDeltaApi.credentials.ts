import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** Key pair that BLU DELTA hands out. The access token made of it is kept in memory only (nodes/BluDelta/token.ts). */
export class BluDeltaApi implements ICredentialType {
	name = 'bluDeltaApi';

	displayName = 'BLU DELTA API';

	icon: Icon = {
		light: 'file:../nodes/BluDelta/bluDelta.svg',
		dark: 'file:../nodes/BluDelta/bluDelta.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bluetape/n8n-nodes-bluetape/blob/main/docs/documents.md#the-credential';

	properties: INodeProperties[] = [
		{
			displayName:
				'There is no self-service: BLU DELTA, or the partner who sold it to you, hands out key and identifier. Ask <a href="https://bludelta.ai" target="_blank">BLU DELTA</a> for access to the Web API.',
			name: 'keyNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://validation.bludelta.ai/api',
			required: true,
			description: 'Change it only if you run BLU DELTA yourself. It ends in /api.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The key that BLU DELTA gave you or your partner',
		},
		{
			displayName: 'API Identifier',
			name: 'apiIdentifier',
			type: 'string',
			default: '',
			placeholder: 'e.g. Customer1.Client1',
			description: 'Which customer you are: BLU DELTA gave it to you together with the key',
		},
		{
			displayName: 'Clients',
			name: 'clients',
			type: 'string',
			default: '',
			placeholder: 'e.g. Client1, Client2',
			description:
				'Names of the clients whose documents you work with, with commas between them. Empty means all.',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeoutSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 900,
			description:
				'How long an access token stays good without being used. Tokens are obtained and renewed for you.',
		},
	];

	// Only the login carries these; every other request has the token in their place (bludelta.md 2). A function, because
	// n8n can't evaluate an expression here in workflows with `binaryMode: combined`.
	authenticate: IAuthenticate = async (
		{ apiKey, apiIdentifier }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	) => {
		const own = { 'X-ApiKey': apiKey, 'X-ApiIdentifier': apiIdentifier ?? '' };
		return { ...options, headers: { ...options.headers, ...own } };
	};
}
