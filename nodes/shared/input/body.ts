import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { inputFailure } from '../failure';
import { isOptional, type Shape } from '../table/notes';
import type { Operation } from '../table/operation';
import { parseJson } from '../values/json';
import { fromItem } from './fromItem';
import { tellMovedDays } from './movedDays';
import { nameOf, numbersIn } from './names';
import { isPutTogether } from './parameters';
import { parse } from './schema';
import { tidy } from './tidy';
import { tellUnusual } from './unusual';
import { isObject } from '../values/object';

/** Where an item's body is taken from. */
export type Source = 'fields' | 'input' | 'json';

function fromJson(context: IExecuteFunctions, shape: Shape, itemIndex: number): IDataObject {
	const given: unknown = context.getNodeParameter('jsonBody', itemIndex);
	const stored: unknown = context.getNodeParameter('jsonBody', itemIndex, null, { rawExpressions: true });
	// Put in by an expression, a number may be the text of a cell: 1.250 for 1250.
	const numbers = isPutTogether(stored) ? 'typed' : numbersIn(shape, 'json');
	const read = typeof given === 'string' ? parseJson(given, numbers) : { value: given };
	if (read.mistake !== undefined) {
		throw inputFailure(
			`'JSON Body' can't be read as JSON: ${read.mistake}`,
			'Nothing was sent for this item',
		);
	}
	const { value } = read as { value: unknown };
	if (isObject(value)) return value as IDataObject;
	throw inputFailure("'JSON Body' must be one JSON object", 'Nothing was sent for this item');
}

/** The member of `given` that holds the whole body, one level too deep: all that is needed, and more than stands outside. */
function wrapperOf(
	given: Record<string, unknown>,
	shape: Shape,
	source: 'input' | 'json',
): string | undefined {
	const from = source === 'json' ? 'json' : 'item';
	const known = (names: string[]) =>
		new Set(names.map((name) => nameOf(shape, name, from)).filter((name) => Object.hasOwn(shape, name)));
	const outside = known(Object.keys(given));
	const needed = Object.keys(shape).filter((name) => !isOptional(shape[name]));
	return Object.keys(given).find((name) => {
		if (Object.hasOwn(shape, nameOf(shape, name, from))) return false;
		const [inner, ...others] = [given[name]].flat();
		if (others.length || !isObject(inner)) return false;
		const inside = known(Object.keys(inner));
		return inside.size > outside.size + 1 && needed.every((field) => inside.has(field));
	});
}

/**
 * The body of an item's request, checked. `inEditor` gives what stands in the editor for a shape, `path` the ids that the
 * request goes to; `hint` is told what was left out and what is out of the ordinary. Throws `Failed` of kind `input`.
 */
export function readBody(
	context: IExecuteFunctions,
	operation: Operation,
	source: Source,
	inEditor: (shape: Shape, keepEmpty: boolean) => Record<string, unknown>,
	path: Record<string, string>,
	itemIndex: number,
	hint: (message: string, type?: 'warning') => void,
): IDataObject {
	const shape = operation.body;
	if (!shape) return {};
	const tidying = { timeZone: context.getTimezone(), keepEmpty: operation.updates };
	const read = {
		fields: () => ({ raw: inEditor(shape, operation.updates), left: [] }),
		json: () => ({
			raw: tidy(shape, fromJson(context, shape, itemIndex), { ...tidying, from: 'json' }),
			left: [],
		}),
		input: () => fromItem(context.getInputData()[itemIndex].json, operation, path, tidying, hint),
	};
	// An expression, or a workflow that was not made in the editor, may give anything.
	if (!Object.hasOwn(read, source)) {
		const known = Object.keys(read).map((one) => `"${one}"`);
		throw inputFailure(
			`'Body Source' is ${JSON.stringify(source) ?? 'empty'}; write one of ${known.join(', ')}`,
			'Nothing was sent for this item',
		);
	}
	const { raw, left } = read[source]();
	const given = source === 'input' ? context.getInputData()[itemIndex].json : raw;
	const body = parse(shape, raw, left, source === 'fields' ? undefined : wrapperOf(given, shape, source));
	tellMovedDays(shape, raw, tidying.timeZone, hint);
	tellUnusual(shape, body, hint);
	return body;
}
