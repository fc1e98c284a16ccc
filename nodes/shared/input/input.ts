import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isUpFront, parameterOf, type Shape } from '../table/notes';
import { collectionOf, type Operation } from '../table/operation';
import type { Input, Settings } from '../table/parsed';
import { readBody, type Source } from './body';
import { readParameters } from './parameters';
import { parse } from './schema';
import { tidy, type Tidying } from './tidy';

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

/**
 * Reads one item's parameters for `operation` and checks them before anything is sent.
 * Throws `Failed` of kind `input` that names the field and says what to change.
 */
export function readInput(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	hint: (message: string, type?: 'warning') => void,
): Input & { settings: Settings } {
	const { path, query, settings, body = {} } = operation;
	const source = operation.bodySource
		? (context.getNodeParameter('bodySource', itemIndex) as Source)
		: 'fields';
	const collection = collectionOf(operation);
	const shown = [path, query, settings, ...(source === 'fields' ? [body] : [])];
	const parameters = readParameters(context, parametersOf(shown, collection), itemIndex);
	const fields = (shape: Shape) => fromFields(parameters, shape, collection);
	const tidying: Tidying = { timeZone: context.getTimezone(), keepEmpty: false, from: 'editor' };
	const plain = (shape: Shape) => parse(shape, tidy(shape, fields(shape), tidying));
	const ids = plain(path) as Record<string, string>;
	return {
		path: ids,
		query: plain(query) as Record<string, string>,
		settings: plain(settings),
		body: readBody(context, operation, source, fields, ids, itemIndex, hint),
	};
}
