import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { inputFailure } from '../failure';
import { FILES } from '../http/itemFile';
import { labelOf, notesOf, shapeOf, type Shape } from '../table/notes';
import type { Operation } from '../table/operation';
import { parseJson } from '../values/json';
import { parse } from './schema';
import { tidy, type Tidying } from './tidy';

/** Where an item's body is taken from. */
export type Source = 'fields' | 'input' | 'json';

/** What this package's own nodes put beside a body, and n8n beside an item: no news when it is left out. */
const OURS = ['derived', 'review', 'document', 'created', FILES];

/** What nodes of ours say a person should look at: whoever sends the item all the same is reminded. */
function reminder({ review }: IDataObject): string[] {
	// A field of the user's own may be called so, too.
	const messages = ([review].flat() as Array<{ message?: unknown } | null | undefined>).flatMap((one) =>
		typeof one?.message === 'string' ? one.message : [],
	);
	if (!messages.length) return [];
	const more = messages.length > 1 ? ` (and ${messages.length - 1} more)` : '';
	return [
		`The item is to be looked at before it is sent, as its 'review' says: ${messages[0]}${more}. Branch on review with an If node`,
	];
}

function fromJson(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const given: unknown = context.getNodeParameter('jsonBody', itemIndex);
	const read = typeof given === 'string' ? parseJson(given) : { value: given };
	if (read.mistake !== undefined) {
		throw inputFailure(
			`'JSON Body' can't be read as JSON: ${read.mistake}`,
			'Nothing was sent for this item',
		);
	}
	const { value } = read as { value: unknown };
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as IDataObject;
	throw inputFailure("'JSON Body' must be one JSON object", 'Nothing was sent for this item');
}

/** Tells of words that are none of those known for a field: they are sent, for the vendor may have more by now. */
function tellUnlisted(
	shape: Shape,
	body: IDataObject,
	hint: (message: string, type?: 'warning') => void,
): void {
	for (const [key, value] of Object.entries(body)) {
		const { kind, options = [] } = notesOf(shape[key]);
		const inner = shapeOf(shape[key]);
		if (inner) [value].flat().forEach((entry) => tellUnlisted(inner, entry as IDataObject, hint));
		const known = options.map((option) => option.value.toLowerCase());
		if (kind !== 'choice' || typeof value !== 'string' || known.includes(value.toLowerCase())) continue;
		hint(
			`'${labelOf(key, shape[key])}' is sent as "${value}", which is none of the known ${options.map((option) => option.value).join(', ')}`,
			'warning',
		);
	}
}

/**
 * The body of an item's request, checked. `fields` gives what stands in the editor for a shape; `hint` is told what was left out
 * and what is out of the ordinary. Throws `Failed` of kind `input`.
 */
export function readBody(
	context: IExecuteFunctions,
	operation: Operation,
	source: Source,
	fields: (shape: Shape) => Record<string, unknown>,
	itemIndex: number,
	hint: (message: string, type?: 'warning') => void,
): IDataObject {
	const shape = operation.body;
	if (!shape) return {};
	const tidying = { timeZone: context.getTimezone(), keepEmpty: operation.updates };
	const read = {
		fields: () => parse(shape, tidy(shape, fields(shape), { ...tidying, from: 'editor' })),
		json: () => parse(shape, tidy(shape, fromJson(context, itemIndex), { ...tidying, from: 'json' })),
		input: () => {
			const unknown: string[] = [];
			const item = { ...tidying, from: 'item', unknown } satisfies Tidying;
			const { json } = context.getInputData()[itemIndex];
			reminder(json).forEach((remark) => hint(remark, 'warning'));
			const raw = tidy(shape, json, item);
			const left = unknown.filter((name) => !OURS.includes(name) && !Object.hasOwn(operation.path, name));
			if (left.length)
				hint(`Fields of the input that this operation does not know were left out: ${left.join(', ')}`);
			return parse(shape, raw, left);
		},
	};
	// An expression, or a workflow that was not made in the editor, may give anything.
	if (!Object.hasOwn(read, source)) {
		const known = Object.keys(read).map((one) => `"${one}"`);
		throw inputFailure(
			`'Body Source' is ${JSON.stringify(source) ?? 'empty'}; write one of ${known.join(', ')}`,
			'Nothing was sent for this item',
		);
	}
	const body = read[source]();
	tellUnlisted(shape, body, hint);
	return body;
}
