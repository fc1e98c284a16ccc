import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Resource } from '../nodes/shared/table/operation';
import { resources as bluDelta } from '../nodes/BluDelta/resources';
import { resources as blueTape } from '../nodes/BlueTape/resources';

type JsonSchema = { type: string; properties?: Record<string, JsonSchema>; items?: JsonSchema };

/** The JSON schema of an example value. */
export function schemaOf(value: unknown): JsonSchema {
	if (Array.isArray(value)) return { type: 'array', items: schemaOf(value[0]) };
	if (typeof value !== 'object' || value === null) return { type: typeof value };
	const properties = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, schemaOf(inner)]));
	return { type: 'object', properties };
}

/** The tables of the action nodes, by the folder of the node. */
export const tables: Record<string, Record<string, Resource>> = {
	BlueTape: blueTape,
	BluDelta: bluDelta,
};

/** What the triggers put out: the fields of both notices together, and a document as it is downloaded. */
export const triggerExamples: Record<string, object> = {
	BlueTape: {
		event: 'invoice.payment',
		eventId: '5f0d3c…',
		receivedAt: '2026-04-17T09:30:00.000Z',
		...{ invoiceId: 'INV-1001', amount: 1100, fee: 0, paymentMethod: 'card', status: 'Paid' },
		...{ quoteId: 'QUO-1001', result: 'Approved', creditInfo: {} },
		verified: { matches: true, status: 'Paid' },
	},
	BluDelta: bluDelta.document.operations.downloadNext.example,
};

/** Writes what each node puts out, from its example, to where n8n's editor looks for it before the first run. */
export function writeSchemas(folder: string): void {
	const write = (node: string, place: string, example: object) => {
		const file = join(folder, 'nodes', node, '__schema__', `v1.0.0${place}.json`);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify({ ...schemaOf(example), version: 1 }, null, 2));
	};
	for (const [node, resources] of Object.entries(tables)) {
		write(node, '', triggerExamples[node]);
		for (const [resource, { operations }] of Object.entries(resources)) {
			for (const [operation, { example }] of Object.entries(operations))
				write(node, `/${resource}/${operation}`, example);
		}
	}
}
