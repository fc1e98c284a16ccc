import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { WorkflowNode } from '../../runtime/workflow';
import { alternate } from '../alternate';
import type { Case } from '../case';
import { chain, node, using } from '../nodes';
import type { Place, Running } from '../place';
import { medianOf } from '../result';
import { watch } from '../watch';

const SENDERS = 20;
const SECONDS = 30;
const SECRET_HEADER = { 'x-bluetape-key': 'benchmark-secret' };

/** An active workflow of a trigger and a node that does nothing. Returns its id and the address of its payment notices. */
async function listening(
	{ api }: Running,
	name: string,
	webhookId: string,
	trigger: WorkflowNode,
	path: string,
) {
	const noOp = node('Next', 'n8n-nodes-base.noOp', 1, {});
	const { id } = await api.createWorkflow(chain(name, [{ ...trigger, webhookId, id: webhookId }, noOp]));
	await api.activate(id);
	return { id, url: api.webhookUrl(path) };
}

/** Executions of a workflow that have not ended yet. */
async function open({ rest }: Running['api'], workflowId: string): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['new', 'running', 'waiting'] }));
	return (await rest<{ count: number }>('GET', `/rest/executions?limit=1&filter=${filter}`)).count;
}

let sent = 0;

/** Different notices from 20 senders for 30 s, each waiting for its answer; then waits until all executions have ended. */
async function bombard(url: string, { n8n, api }: Running, id: string) {
	const watched = await watch(n8n.pid);
	const begin = Date.now();
	const result = await autocannon({
		url,
		connections: SENDERS,
		duration: SECONDS,
		timeout: 60,
		requests: [
			{
				method: 'POST',
				headers: { 'content-type': 'application/json', ...SECRET_HEADER },
				setupRequest: (request) => ({
					...request,
					body: JSON.stringify({
						...{ invoiceId: 'INVOICE-3001', amount: ++sent, fee: 0, paymentMethod: 'card', status: 'Paid' },
					}),
				}),
			},
		],
	});
	if (result.non2xx || result.errors)
		throw new Error(`${result.non2xx + result.errors} notices were not taken`);
	while (await open(api, id)) await sleep(250);
	const end = Date.now();
	await watched.stop();
	return {
		'notices/s': result.requests.total / result.duration,
		'ms (p99)': result.latency.p99,
		'executions/s': (result.requests.total * 1000) / (end - begin),
		'CPU ms/notice': watched.between(begin, end).cpuMs / result.requests.total,
	};
}

const trigger = (options: Record<string, unknown>, { credentials }: Running): WorkflowNode =>
	node(
		'Trigger',
		'n8n-nodes-bluetape.blueTapeTrigger',
		1,
		{ events: ['invoice.payment', 'quote.approval'], callerCheck: 'headerSecret', options },
		{
			credentials: {
				...using(credentials.blueTapeWebhookApi).credentials,
				...using(credentials.blueTapeApi).credentials,
			},
		},
	);

const webhook = ({ credentials }: Running, path: string, options = {}): WorkflowNode =>
	node(
		'Trigger',
		'n8n-nodes-base.webhook',
		2.1,
		{ httpMethod: 'POST', path, authentication: 'headerAuth', responseMode: 'onReceived', options },
		using(credentials.httpHeaderAuth),
	);

const everything = { ipAllowlist: '127.0.0.1, ::1', deduplicate: true, verifyStatus: true };
/**
 * n8n 2.41 prepares an isolate for expressions before it asks a trigger, except for its own Webhook node without any expression
 * (live-webhooks.js, webhookPhaseNeedsIsolate). With one, that node is treated like every other trigger.
 */
const withExpression = { responseData: '={{ "taken" }}' };

/** All sides: n8n's node with Header Auth, the same as n8n treats every other trigger, ours with the secret, ours with everything. */
async function sides(place: Place, running: Running) {
	const [path, otherPath, ...ids] = Array.from({ length: 4 }, () => randomUUID());
	const ours = async (name: string, options: Record<string, unknown>, id: string) =>
		await listening(running, name, id, trigger(options, running), `${id}/invoice/payment`);
	const theirs = await listening(running, 'Webhook', randomUUID(), webhook(running, path), path);
	const other = webhook(running, otherPath, withExpression);
	const equal = await listening(running, 'Webhook', randomUUID(), other, otherPath);
	const secret = await ours('Secret', {}, ids[0]);
	const all = await ours('Everything', everything, ids[1]);
	await place.emulator.control('POST', '/reset', { seed: true });
	const side = (name: string, { url, id }: { url: string; id: string }) => ({
		side: name,
		measure: async () => await bombard(url, running, id),
	});
	return [
		side('Webhook, Header Auth', theirs),
		side('Webhook, Header Auth, an expression', equal),
		side('BlueTape Trigger, secret', secret),
		side('BlueTape Trigger, everything on', all),
	];
}

export const notices: Case = {
	name: 'trigger',
	title: `BlueTape Trigger: ${SENDERS} senders for ${SECONDS} s`,
	async run(place) {
		await place.retire();
		const running = await place.fresh();
		try {
			const measured = await sides(place, running);
			const readings = await alternate(place, measured, { warmUp: false });
			const rate = (side: string) => medianOf(readings, side, 'notices/s');
			const share = (ours: number, theirs: number) => rate(measured[ours].side) / rate(measured[theirs].side);
			return {
				readings,
				checks: [
					{
						says: 'of the rate of Webhook with an expression, secret checked',
						value: share(2, 1),
						unit: '×',
						least: 1,
					},
					{
						says: 'of the rate of Webhook with an expression, everything on',
						value: share(3, 1),
						unit: '×',
						least: 1,
					},
					{ says: 'of that of Webhook without any, secret checked', value: share(2, 0), unit: '×' },
					{ says: 'of that of Webhook without any, everything on', value: share(3, 0), unit: '×' },
				],
				notes: [
					'notices/s: answered. executions/s: with the time until the last execution had ended.',
					'Everything on: IP allowlist, deduplicate, and one call of the API per notice (verify status).',
					"Stripe Trigger, n8n's own with a signature, can't be published here: it asks Stripe to call it.",
					'With an expression: n8n 2.41 prepares an isolate for expressions for each call of a trigger, except for its own Webhook node without any.',
				],
			};
		} finally {
			await running.n8n.stop();
		}
	},
};
