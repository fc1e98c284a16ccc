import {
	NodeConnectionTypes,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { blueTapeApiTest } from './credentialTest';
import { checkSettings, checkWebhook } from './webhook/activation';
import { deliver } from './webhook/deliver';
import { webhooks } from './webhook/description';
import { guessable } from './webhook/guessable';
import { properties } from './webhook/properties';
import { receive } from './webhook/receive';
import { triggerPanel } from './webhook/triggerPanel';
import { secretProblem, type Secret } from './webhook/secret';

/** Starts workflows for BlueTape's quote approvals and invoice payments. */
export class BlueTapeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BlueTape Trigger',
		name: 'blueTapeTrigger',
		icon: { light: 'file:blueTape.svg', dark: 'file:blueTape.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		// n8n's node search shows this one for the action node, too.
		description:
			'Get invoices financed and paid. The trigger starts a workflow when a quote is decided on or an invoice is paid',
		builderHint: {
			searchHint:
				'Starts when BlueTape has decided on a quote (quote approval) or a payment for an invoice was received. The URLs have to be given to BlueTape once. Turn on the option Verify Status before goods or money move.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-bluetape.blueTape',
					relationHint: 'Looks up, changes or creates the invoices and quotes that the notice is about',
				},
			],
		},
		defaults: { name: 'BlueTape Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'blueTapeWebhookApi',
				required: true,
				testedBy: 'webhookSecret',
				displayOptions: { show: { callerCheck: ['headerSecret'] } },
			},
			{
				name: 'blueTapeApi',
				required: true,
				testedBy: 'blueTapeApiTest',
				displayOptions: { show: { 'options.verifyStatus': [true] } },
			},
		],
		webhooks,
		activationMessage: 'BlueTape can call the Production URLs from now on.',
		triggerPanel,
		eventTriggerDescription: 'Waiting for BlueTape to call one of the Test URLs',
		properties,
	};

	methods = {
		credentialTest: {
			blueTapeApiTest,
			/** There is nobody to ask: looks whether the secret can travel in a header, and whether it can be guessed. */
			async webhookSecret(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				const secret: Secret = credential.data ?? {};
				const problem = secretProblem(secret) ?? guessable(secret);
				return problem
					? { status: 'Error', message: problem }
					: { status: 'OK', message: 'BlueTape must send this header with every notice' };
			},
		},
	};

	// BlueTape can't be asked for its subscriptions, let alone told (bluetape.md 7.3).
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await checkWebhook(this);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await checkSettings(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/** Runs where the workflow runs, be it another process: only here does n8n offer its memory of what was seen. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await deliver(this)];
	}
}
