import type { IExecuteFunctions } from 'n8n-workflow';
import { tidy } from '../input/tidy';
import { parameterOf, type Field } from '../table/notes';
import type { Call, Operation } from '../table/operation';
import { parseJson } from '../values/json';

/**
 * The id in a JSON body. Where the text is no JSON, as by a quote too much in a description, it is what follows the one `"id":` in it: of
 * several, nobody knows which is the record's own.
 */
function idInJson(body: unknown): unknown {
	if (typeof body !== 'string') return (body as { id?: unknown } | null)?.id;
	const read = parseJson(body);
	if (read.mistake === undefined) return (read.value as { id?: unknown } | null)?.id;
	const [found, ...others] = body.matchAll(/"id"\s*:\s*("(?:[^"\\]|\\.)*"|[^\s,{}[\]"]+|)/g);
	if (!found || others.length) return undefined;
	const [, written] = found;
	const id = parseJson(written);
	// Without its quotes it is none either.
	return id.mistake === undefined ? id.value : written;
}

/** What the source of an item's body has for the record's own id. */
function given(context: IExecuteFunctions, id: Field, itemIndex: number, source: unknown): unknown {
	if (source === 'input') {
		const { json } = context.getInputData()[itemIndex];
		return tidy({ id }, json, { timeZone: 'UTC', keepEmpty: false, from: 'item', unknown: [] }).id;
	}
	if (source !== 'json') return context.getNodeParameter(parameterOf('id', id), itemIndex);
	return idInJson(context.getNodeParameter('jsonBody', itemIndex));
}

/**
 * As much of an item that can't be sent as tells which record it is about: what else is wrong with it does not matter. Undefined where
 * that can't be read either.
 */
export function unread(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): Pick<Call, 'operation' | 'input'> | undefined {
	const { path, body, bodySource } = operation;
	try {
		const [place] = Object.entries(path);
		if (place) {
			const [key, field] = place;
			const id = field.parse(context.getNodeParameter(parameterOf(key, field), itemIndex)) as string;
			return { operation, input: { path: { [key]: id }, query: {}, body: {} } };
		}
		if (!body?.id) return undefined;
		const source = bodySource ? context.getNodeParameter('bodySource', itemIndex) : 'fields';
		const id = body.id.parse(given(context, body.id, itemIndex, source)) as string;
		return { operation, input: { path: {}, query: {}, body: { id } } };
	} catch {
		// The item itself says what is wrong with it.
		return undefined;
	}
}
