import { jsonParse, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { z } from '../../bundled/zod';
import { collectionOf, type Input, type Operation, type Settings } from '../table/operation';
import { inputFailure } from '../failure';
import { FILES } from '../http/itemFile';
import { isUpFront, parameterOf, type Shape, type Values } from '../table/notes';
import { issueSentences } from './issues';
import { readParameters } from './parameters';
import { tidy, type Tidying } from './tidy';

const schemas = new WeakMap<Shape, z.ZodTypeAny>();

/** Parses `raw` by `shape`. Throws `Failed` with one sentence per mistake, each naming its field. */
export function parse<S extends Shape>(shape: S, raw: unknown): IDataObject & Values<S> {
	let schema = schemas.get(shape);
	if (!schema) schemas.set(shape, (schema = z.object(shape).strict()));
	const parsed = schema.safeParse(raw);
	if (!parsed.success)
		throw inputFailure(issueSentences(parsed.error, shape), 'Nothing was sent for this item');
	// A field that is absent stays absent: JSON has no undefined.
	const present = Object.entries(parsed.data as IDataObject).filter(([, value]) => value !== undefined);
	return Object.fromEntries(present) as IDataObject & Values<S>;
}

/** Values of the node's parameters by their names. */
type Parameters = Record<string, unknown>;

/** The parameters that hold the fields of `shapes`: those in front, and the collection of what the user added. */
function parametersOf(shapes: Shape[], collection: string): string[] {
	const fields = shapes.flatMap((shape) => Object.entries(shape));
	const upFront = fields.filter(([, field]) => isUpFront(field));
	return [
		...upFront.map(([key, field]) => parameterOf(key, field)),
		...(upFront.length < fields.length ? [collection] : []),
	];
}

/** What stands in the editor for the fields of `shape`. */
function fromFields(parameters: Parameters, shape: Shape, collection: string): Record<string, unknown> {
	const added = (parameters[collection] ?? {}) as IDataObject;
	return Object.fromEntries(
		Object.entries(shape).map(([key, field]) => {
			const name = parameterOf(key, field);
			return [key, (isUpFront(field) ? parameters : added)[name]];
		}),
	);
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

/** Where the values of an item's request are taken from. */
interface From {
	source: 'fields' | 'input' | 'json';
	/** What stands in the editor for the fields of a shape. */
	fields: (shape: Shape) => Record<string, unknown>;
}

/** The body of the request, from wherever the user chose. `hint` is told what was left out. */
function readBody(
	context: IExecuteFunctions,
	operation: Operation,
	{ source, fields }: From,
	itemIndex: number,
	hint: (message: string) => void,
): IDataObject {
	const shape = operation.body;
	if (!shape) return {};
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
		// Not a field: n8n keeps an item's files there in workflows with `binaryMode: combined`.
		const { [FILES]: _files, ...json } = context.getInputData()[itemIndex].json;
		const raw = tidy(shape, json, { ...tidying, unknown });
		if (unknown.length)
			hint(`Fields of the input that this operation does not know were left out: ${unknown.join(', ')}`);
		return parse(shape, raw);
	}
	return parse(shape, tidy(shape, fields(shape), tidying));
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
	const { path, query, settings, body = {} } = operation;
	const source = operation.bodySource
		? (context.getNodeParameter('bodySource', itemIndex) as From['source'])
		: 'fields';
	const collection = collectionOf(operation);
	const shown = [path, query, settings, ...(source === 'fields' ? [body] : [])];
	const parameters = readParameters(context, parametersOf(shown, collection), itemIndex);
	const fields = (shape: Shape) => fromFields(parameters, shape, collection);
	const tidying: Tidying = { timeZone: context.getTimezone(), keepEmpty: false, fromEditor: true };
	const plain = (shape: Shape) => parse(shape, tidy(shape, fields(shape), tidying));
	return {
		path: plain(path) as Record<string, string>,
		query: plain(query) as Record<string, string>,
		settings: plain(settings),
		body: readBody(context, operation, { source, fields }, itemIndex, hint),
	};
}
