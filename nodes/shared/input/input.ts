import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isUpFront, parameterOf, type Shape } from '../table/notes';
import { collectionOf, type Operation } from '../table/operation';
import type { Input, Settings } from '../table/parsed';
import { isWrite } from '../table/route';
import { readBody, type Source } from './body';
import { readParameters, textsPutTogether } from './parameters';
import { parse } from './schema';
import { tidy } from './tidy';
import { tellUnfilled } from './unfilled';
import { tellUnusual } from './unusual';

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
	const names = parametersOf(shown, collection);
	const parameters = readParameters(context, names, itemIndex);
	const raw = (name: string) => context.getNodeParameter(name, itemIndex, null, { rawExpressions: true });
	const stored = Object.fromEntries(names.map((name) => [name, raw(name)]));
	const together = new Set(
		Object.entries(parameters)
			.filter(([, given]) => typeof given === 'object')
			.flatMap(([name, given]) => textsPutTogether(stored[name], given)),
	);
	for (const shape of shown) {
		const [ofStored, ofGiven] = [stored, parameters].map((each) => fromFields(each, shape, collection));
		tellUnfilled(shape, ofStored, ofGiven, hint);
	}
	const inEditor = (shape: Shape, keepEmpty = false) =>
		tidy(shape, fromFields(parameters, shape, collection), {
			timeZone: context.getTimezone(),
			keepEmpty,
			from: 'editor',
			together,
		});
	const plain = (shape: Shape) => parse(shape, inEditor(shape));
	const ids = plain(path) as Record<string, string>;
	if (isWrite(operation.route)) tellUnusual(path, ids, hint);
	return {
		path: ids,
		query: plain(query) as Record<string, string>,
		settings: plain(settings),
		body: readBody(context, operation, source, inEditor, ids, itemIndex, hint),
	};
}
