import type { IDataObject } from 'n8n-workflow';
import { inputFailure } from '../failure';
import type { Input } from '../table/parsed';

const NAMED = "'Extra Fields' (extraFields)";

/** JSON has no such number: it would travel as null, and clear the field. */
function checkNumbers(name: string, value: unknown): void {
	JSON.stringify(value, (_key, inner: unknown) => {
		if (typeof inner !== 'number' || Number.isFinite(inner)) return inner;
		throw inputFailure(
			`${NAMED} has ${inner} in '${name}', which is no number`,
			'Check the expression; a field that is to stay as it is, is left out',
		);
	});
}

/**
 * The user's extra fields, for merging into the body. What has no value, as an expression gives for a field that is not there, says
 * nothing (`hint` is told): it would take away the field of that name. Throws `Failed` for an id of another record.
 */
export function extraOf(
	extra: IDataObject,
	{ path, body }: Pick<Input, 'path' | 'body'>,
	hint: (message: string) => void,
): IDataObject {
	const own = [...Object.values(path), body.id].find((id) => typeof id === 'string');
	const fields: IDataObject = {};
	const empty: string[] = [];
	for (const [name, value] of Object.entries(extra)) {
		checkNumbers(name, value);
		// As JSON says it: undefined, or a function.
		if (JSON.stringify(value) === undefined) empty.push(name);
		else if (name.toLowerCase() !== 'id') fields[name] = value;
		else if (value !== own && !(typeof value === 'number' && String(value) === own)) {
			const about = own === undefined ? '' : ` while the item is about "${own}"`;
			throw inputFailure(
				`${NAMED} has ${JSON.stringify(value)} in '${name}'${about}: they can't name the record`,
				'Take it out there; the ID has a field of its own. Nothing was sent for this item',
			);
		}
	}
	if (empty.length) hint(`${NAMED} has no value for ${empty.join(', ')}, so that was left out`);
	return fields;
}
