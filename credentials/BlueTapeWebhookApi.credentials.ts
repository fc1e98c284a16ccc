import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** A header that BlueTape sends with every notice. It is compared here and goes nowhere. */
export class BlueTapeWebhookApi implements ICredentialType {
	name = 'blueTapeWebhookApi';

	displayName = 'BlueTape Webhook Secret API';

	icon: Icon = {
		light: 'file:../nodes/BlueTape/blueTape.svg',
		dark: 'file:../nodes/BlueTape/blueTape.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bluetape/n8n-nodes-bluetape/blob/main/docs/webhooks.md#the-secret';

	properties: INodeProperties[] = [
		{
			displayName:
				'Nobody hands this secret out: make a long random value yourself, enter it here, and give header name and value to your contact at BlueTape, who enters them. <a href="https://github.com/n8n-nodes-bluetape/n8n-nodes-bluetape/blob/main/docs/webhooks.md#the-secret" target="_blank">How</a>.',
			name: 'keyNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'X-BlueTape-Key',
			required: true,
			description: 'The header that BlueTape sends with every notice',
		},
		{
			displayName: 'Header Value',
			name: 'headerValue',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A long random text that only BlueTape and you know. Not the API key: make a new one, for example with a password generator, and hand it over by a safe way.',
		},
	];
}
