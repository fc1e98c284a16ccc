import type { INodeProperties } from 'n8n-workflow';
import type { NoticeEvent } from './notice';

const events: Array<{ name: string; value: NoticeEvent; description: string }> = [
	{
		name: 'Invoice Payment',
		value: 'invoice.payment',
		description: 'A customer or BlueTape has paid an invoice, in full or in part',
	},
	{
		name: 'Quote Approval',
		value: 'quote.approval',
		description: 'BlueTape has approved or rejected the financing of a quote',
	},
];

// n8n takes every tag but links and lists out of a notice.

/** BlueTape has no way to subscribe by itself (bluetape.md 7.3), so the user writes to the BlueTape team. */
const letter = `BlueTape has no registration by API. Copy this to your contact at BlueTape, with the two Production URLs from Webhook URLs above:
<ul><li>Please send your notices for our account as POST with a JSON body.</li>
<li>Quote approvals to: [the Production URL that ends in /quote/approval]</li>
<li>Invoice payments to: [the Production URL that ends in /invoice/payment]</li>
<li>Each request must carry a header (X-BlueTape-Key, unless we name another one) with a secret value that we will give you by a safe way. It is not the API key.</li>
<li>We answer 200 once a notice is accepted, and 400 when its body names no invoice and no quote.</li>
<li>Please tell us whether you repeat a notice that was not answered with 200, and from which IP addresses you call.</li></ul>
The Test URLs work only while the editor listens, for one call. The Production URLs work while the workflow is active (published).`;

const open = `Nobody is checked: whoever learns a URL can start this workflow with an invented payment or approval.
<ul><li>Set an IP Allowlist.</li><li>Add Verify Status, and go on only where verified.matches is true.</li></ul>`;

const options: INodeProperties[] = [
	{
		displayName: 'Deduplicate',
		name: 'deduplicate',
		type: 'boolean',
		default: true,
		description:
			'Whether a notice that says the same as one of the last 1,000 starts nothing. BlueTape sends no ID, so two equal partial payments of one invoice look like a repeat: leave this out if they can occur.',
	},
	{
		displayName: 'IP Allowlist',
		name: 'ipAllowlist',
		type: 'string',
		default: '',
		placeholder: 'e.g. 203.0.113.7, 198.51.100.0/24, 2001:db8::/32',
		description:
			'IP addresses and ranges that may call; all when empty. Behind a proxy or load balancer, n8n sees only its address unless N8N_PROXY_HOPS is set to the number of proxies.',
	},
	{
		displayName: 'Respond',
		name: 'respond',
		type: 'options',
		// n8n looks at what is stored, before expressions.
		noDataExpression: true,
		default: 'immediately',
		description: 'When BlueTape gets its answer',
		options: [
			{
				name: 'Immediately',
				value: 'immediately',
				description: 'As soon as n8n has stored or queued the execution',
			},
			{
				name: 'When Workflow Finishes',
				value: 'whenFinished',
				description: 'After the last node; 500 when the workflow fails',
			},
		],
	},
	{
		displayName: 'Verify Status',
		name: 'verifyStatus',
		type: 'boolean',
		default: true,
		description:
			"Whether to read the invoice's or quote's status from BlueTape before the workflow goes on, and put it out as verified. Needs a BlueTape API credential. When BlueTape can't be reached, the notice is delivered with verified.matches null.",
	},
];

/** What the editor shows for the trigger. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['invoice.payment', 'quote.approval'],
		description: 'Notices that start the workflow. Others are answered with 200 and start nothing.',
		options: events,
	},
	{
		displayName: 'Caller Check',
		name: 'callerCheck',
		type: 'options',
		default: 'headerSecret',
		description: 'How a call shows that it comes from BlueTape. BlueTape signs nothing by itself.',
		options: [
			{
				name: 'Header Secret',
				value: 'headerSecret',
				description: 'A header must hold the secret that you have agreed on with BlueTape',
			},
			{ name: 'None', value: 'none', description: 'Whoever knows the URL may call' },
		],
	},
	{
		displayName: open,
		name: 'openNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { callerCheck: ['none'] } },
	},
	{ displayName: letter, name: 'letterNotice', type: 'notice', default: '' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	},
];
