import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/** Empty for what can't be written as JSON, such as a circle: that tells nothing apart. */
function written(value: unknown): string {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		return '';
	}
}

/** A digest of what a node works on: its parameters as they are stored, and its items with the ids of their files. */
export function inputDigest(context: IExecuteFunctions): string {
	const hash = createHash('sha256').update(written(context.getNode().parameters));
	for (const { json, binary = {} } of context.getInputData()) {
		hash.update(`\n${written(json)}`);
		// Without an id the file itself stands here.
		for (const [name, { id, data }] of Object.entries(binary)) hash.update(`\n${name} ${id ?? data}`);
	}
	return hash.digest('hex');
}
