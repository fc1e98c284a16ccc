import type { IDataObject } from 'n8n-workflow';
import { z } from '../../bundled/zod';
import { inputFailure } from '../failure';
import type { Shape, Values } from '../table/notes';
import { issueSentences } from './issues';

const schemas = new WeakMap<Shape, z.ZodTypeAny>();

/**
 * Parses `raw` by `shape`. Throws `Failed` with one sentence per mistake, each naming its field. `left` holds names beside those of the
 * shape that were left out: one of them may be what is missing. `wrapper`: the name under which all of it seems to lie.
 */
export function parse<S extends Shape>(
	shape: S,
	raw: unknown,
	left: string[] = [],
	wrapper?: string,
): IDataObject & Values<S> {
	let schema = schemas.get(shape);
	if (!schema) schemas.set(shape, (schema = z.object(shape).strict()));
	const parsed = schema.safeParse(raw);
	if (!parsed.success) {
		if (wrapper !== undefined) {
			throw inputFailure(
				`is everything inside '${wrapper}'? Take it out of there: fields are looked for on the outermost level`,
				'Nothing was sent for this item',
			);
		}
		const others = left.length
			? `. Fields left out because this operation does not know them: ${left.join(', ')}`
			: '';
		throw inputFailure(issueSentences(parsed.error, shape, left), `Nothing was sent for this item${others}`);
	}
	// A field that is absent stays absent: JSON has no undefined.
	const present = Object.entries(parsed.data as IDataObject).filter(([, value]) => value !== undefined);
	return Object.fromEntries(present) as IDataObject & Values<S>;
}
