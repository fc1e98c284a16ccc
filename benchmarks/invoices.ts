import type { Credential } from '../runtime/api';
import type { WorkflowNode } from '../runtime/workflow';
import type { EmulatorProcess } from './emulatorProcess';
import { MEASURED, chain, httpRequest, jsonBody, makeItems, node, start, using } from './nodes';

/** One of the emulator's demo customers. */
const CUSTOMER = 'CUST-101';

/** A list of invoices as BlueTape documents them (bluetape.md 4.4), written in JavaScript for an expression. */
function invoices(count: number, lines: number): string {
	const line =
		"({ description: 'Gravel, load ' + (n + 1), unitAmount: 25, quantity: 4, subTotal: 100, taxAmount: 10, totalAmount: 110 })";
	return `Array.from({ length: ${count} }, (_, i) => ({
	id: 'BENCH-' + $execution.id + '-' + i, invoiceNumber: 'INV/' + i, customerId: '${CUSTOMER}',
	invoiceDate: '2026-11-04', dueDate: '2030-12-12', expirationDate: '2031-01-12',
	subTotal: ${lines * 100}, taxAmount: ${lines * 10}, totalAmount: ${lines * 110}, amountDue: ${lines * 110}, status: 'Placed',
	sourceModifiedDate: '2026-11-04T00:00:00.000Z',
	lines: Array.from({ length: ${lines} }, (_, n) => ${line}),
}))`;
}

const head = ['invoiceNumber', 'customerId', 'invoiceDate', 'dueDate', 'status'];
const added = [
	...['expirationDate', 'subTotal', 'taxAmount', 'totalAmount', 'amountDue'],
	'sourceModifiedDate',
];
const lineFields = ['description', 'unitAmount', 'quantity', 'subTotal', 'taxAmount', 'totalAmount'];

const fromItem = (path: string) => `={{ $json.${path} }}`;

/** How the lines get into the fields: one expression for the list, or one for each cell of it. */
type Lines = 'list' | 'cells';

function fieldsBody(lines: Lines, count: number): Record<string, unknown> {
	const row = (n: number) =>
		Object.fromEntries(lineFields.map((name) => [name, fromItem(`lines[${n}].${name}`)]));
	const given =
		lines === 'list'
			? { lines: [{ list: fromItem('lines') }] }
			: { values: Array.from({ length: count }, (_, n) => row(n)) };
	return {
		...{ bodySource: 'fields', invoiceId: fromItem('id') },
		...Object.fromEntries(head.map((name) => [name, fromItem(name)])),
		lines: given,
		additionalFields: Object.fromEntries(added.map((name) => [name, fromItem(name)])),
	};
}

export interface InvoiceRun {
	items: number;
	lines?: number;
	/** Without it the default of the node. */
	parallelRequests?: number;
	/** Where the body comes from; default `input`. */
	fields?: Lines;
}

const create = (
	name: string,
	{ items, lines = 1 }: InvoiceRun,
	measured: WorkflowNode,
	rest: Partial<WorkflowNode> = {},
) => chain(name, [start(), ...makeItems(invoices(items, lines)), { ...measured, ...rest }]);

/** Invoices created by our node. */
export function withBlueTape(credential: Credential, run: InvoiceRun, rest?: Partial<WorkflowNode>) {
	const { lines = 1, parallelRequests, fields } = run;
	const parameters = {
		...{ resource: 'invoice', operation: 'create' },
		...(fields ? fieldsBody(fields, lines) : { bodySource: 'input' }),
		options: parallelRequests ? { parallelRequests } : {},
	};
	const measured = node(MEASURED, 'n8n-nodes-bluetape.blueTape', 1, parameters, using(credential));
	return create('BlueTape', run, measured, rest);
}

/** The same by a node that does nothing else: what n8n leaves to a community node. */
export function withBareNode(credential: Credential, run: InvoiceRun) {
	const parameters = { parallel: run.parallelRequests, path: '/integration/invoice' };
	return create('Bare node', run, node(MEASURED, 'CUSTOM.bareNode', 1, parameters, using(credential)));
}

/** The same by n8n's own node. `batchSize` items are sent off, then it waits `batchInterval` ms; by default all at once. */
export function withHttpRequest(
	credential: Credential,
	{ blueTape }: EmulatorProcess,
	run: InvoiceRun & { batch?: { batchSize: number; batchInterval: number } },
	rest?: Partial<WorkflowNode>,
) {
	const options = run.batch ? { batching: { batch: run.batch } } : {};
	const url = `${blueTape.baseUrl}/integration/invoice`;
	const measured = httpRequest(credential, 'POST', url, { ...jsonBody('$json'), options });
	return create('HTTP Request', run, measured, rest);
}
