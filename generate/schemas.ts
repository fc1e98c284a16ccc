import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Resource } from '../nodes/shared/operation';
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

/** Writes what each operation puts out, from its example, to where n8n's editor looks for it before the first run. */
export function writeSchemas(folder: string): void {
	for (const [node, resources] of Object.entries(tables)) {
		for (const [resource, { operations }] of Object.entries(resources)) {
			for (const [operation, { example }] of Object.entries(operations)) {
				const file = join(folder, 'nodes', node, '__schema__', 'v1.0.0', resource, `${operation}.json`);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, JSON.stringify({ ...schemaOf(example), version: 1 }, null, 2));
			}
		}
	}
}
