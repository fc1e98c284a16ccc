import { jsonParse, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { z } from '../bundled/zod';
import type { Settings } from './call';
import { inputFailure } from './failure';
import type { Shape } from './notes';
import type { Input, Operation } from './operation';
import { issueSentences } from './issues';
import { collectionOf, isUpFront, parameterOf } from './properties';
import { tidy, type Tidying } from './tidy';

const schemas = new WeakMap<Shape, z.ZodTypeAny>();

/** Parses `raw` by `shape`. Throws `Failed` with one sentence per mistake, each naming its field. */
function parse(shape: Shape, raw: unknown): IDataObject {
	let schema = schemas.get(shape);
	if (!schema) schemas.set(shape, (schema = z.object(shape).strict()));
	const parsed = schema.safeParse(raw);
	if (!parsed.success)
		throw inputFailure(issueSentences(parsed.error, shape), 'Nothing was sent for this item');
	// A field that is absent stays absent: JSON has no undefined.
	return Object.fromEntries(
		Object.entries(parsed.data as IDataObject).filter(([, value]) => value !== undefined),
	);
}

/** What stands in the editor for the fields of `shape`: those in front, and what the user added to the collection. */
function fromFields(
	context: IExecuteFunctions,
	shape: Shape,
	collection: string,
	itemIndex: number,
): Record<string, unknown> {
	const raw: Record<string, unknown> = {};
	let added: IDataObject | undefined;
	for (const [key, field] of Object.entries(shape)) {
		if (isUpFront(field)) {
			raw[key] = context.getNodeParameter(parameterOf(key, field), itemIndex);
		} else {
			added ??= context.getNodeParameter(collection, itemIndex, {}) as IDataObject;
			raw[key] = added[parameterOf(key, field)];
		}
	}
	return raw;
}

function fromJson(context: IExecuteFunctions, itemIndex: number): unknown {
	const given: unknown = context.getNodeParameter('jsonBody', itemIndex);
	if (typeof given !== 'string') return given;
	try {
		// The vendor's samples have comments and trailing commas.
		return jsonParse(given, { acceptJSObject: true });
	} catch {
		throw inputFailure(
			'\'JSON Body\' must be one JSON object like {"id": "INV-1"}; this text can\'t be read as JSON',
		);
	}
}

/** The body of the request, from wherever the user chose. `hint` is told what was left out. */
function readBody(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	hint: (message: string) => void,
): IDataObject {
	const shape = operation.body;
	if (!shape) return {};
	const source = operation.bodySource
		? (context.getNodeParameter('bodySource', itemIndex) as string)
		: 'fields';
	const tidying: Tidying = {
		timeZone: context.getTimezone(),
		keepEmpty: operation.updates,
		fromEditor: source === 'fields',
	};
	if (source === 'json') {
		const raw = fromJson(context, itemIndex);
		if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
			throw inputFailure("'JSON Body' must be one JSON object");
		return parse(shape, raw);
	}
	if (source === 'input') {
		const unknown: string[] = [];
		const raw = tidy(shape, context.getInputData()[itemIndex].json, { ...tidying, unknown });
		if (unknown.length)
			hint(`Fields of the input that this operation does not know were left out: ${unknown.join(', ')}`);
		return parse(shape, raw);
	}
	return parse(shape, tidy(shape, fromFields(context, shape, collectionOf(operation), itemIndex), tidying));
}

/**
 * Reads one item's parameters for `operation` and checks them before anything is sent.
 * Throws `Failed` of kind `input` that names the field and says what to change.
 */
export function readInput(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	hint: (message: string) => void,
): Input & { settings: Settings } {
	const tidying: Tidying = { timeZone: context.getTimezone(), keepEmpty: false, fromEditor: true };
	const plain = (shape: Shape) =>
		parse(shape, tidy(shape, fromFields(context, shape, collectionOf(operation), itemIndex), tidying));
	return {
		path: plain(operation.path) as Record<string, string>,
		query: plain(operation.query) as Record<string, string>,
		settings: plain(operation.settings),
		body: readBody(context, operation, itemIndex, hint),
	};
}
