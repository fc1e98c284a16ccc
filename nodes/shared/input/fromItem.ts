import type { IDataObject } from 'n8n-workflow';
import { inputFailure } from '../failure';
import { FILES } from '../http/itemFile';
import { labelOf, notesOf, parameterOf, shapeOf, type Field, type Shape } from '../table/notes';
import type { Operation } from '../table/operation';
import { kindOf } from '../values/moneyNames';
import { plainName } from '../values/plainName';
import { nameOf } from './names';
import { tidy, type Second, type Tidying } from './tidy';

/** What this package's own nodes put beside a body, and n8n beside an item: no news when it is left out. */
export const OURS = ['derived', 'review', 'document', 'created', FILES];

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

/** A value as the field would send it, to be compared. */
function sent(field: Field, value: unknown): string {
	const parsed = field.safeParse(value);
	return JSON.stringify(parsed.success ? parsed.data : value);
}

/** Refuses an item that has two IDs for one record; tells of other fields that it has twice, where the values differ. */
function tellSeconds(seconds: Second[], hint: (message: string, type: 'warning') => void): void {
	for (const { field, taken, left } of seconds) {
		if (sent(field, taken.value) === sent(field, left.value)) continue;
		const both = [taken, left].map(({ name, value }) => `${name} ${JSON.stringify(value)}`).join(' and ');
		if (notesOf(field).parameter !== undefined) {
			throw inputFailure(
				`the item has ${both}, two IDs for one record: keep the one that is meant`,
				'Nothing was sent for this item',
			);
		}
		hint(`The item has ${both}, two values for one field: that of ${taken.name} is sent`, 'warning');
	}
}

/** Names of what costs money, and of a status. What a currency says is for whoever knows the vendor's. */
const isOfMoney = (name: string): boolean =>
	!['currency', undefined].includes(kindOf(name)) || /price|status|costs?$/.test(plainName(name));

/** Is there an amount among these fields? */
const hasAmounts = (shape: Shape): boolean =>
	Object.values(shape).some((field) => notesOf(field).kind === 'decimal');

/** Can a name that was left out have been an amount or a status? In a line anything can, whatever it is called. */
function isOfWeight(path: string, shape: Shape): boolean {
	const [head, ...rest] = path.split('.');
	const field = rest.length ? shape[nameOf(shape, head, 'item')] : undefined;
	const inner = field && shapeOf(field);
	if (!inner) return hasAmounts(shape) && isOfMoney(path);
	if (notesOf(field).kind === 'list') return hasAmounts(inner);
	return isOfWeight(rest.join('.'), inner);
}

/** Tells of an item that is called otherwise than the record that its fields go to. */
function tellOther(
	json: IDataObject,
	{ path: shape }: Operation,
	path: Record<string, string>,
	hint: (message: string, type: 'warning') => void,
): void {
	for (const [key, id] of Object.entries(path)) {
		const names = [key, parameterOf(key, shape[key]), labelOf(key, shape[key])].map(plainName);
		const own = Object.keys(json).find((name) => names.includes(plainName(name)));
		// A row of a database has an `id` of its own: that is none where another column gives the record's.
		const isElsewhere = Object.values(json).some((value) => sent(shape[key], value) === JSON.stringify(id));
		const name = own ?? (isElsewhere ? undefined : 'id');
		const value = name === undefined ? undefined : json[name];
		if (typeof value !== 'string' && typeof value !== 'number') continue;
		if (String(value).trim() === '' || sent(shape[key], value) === JSON.stringify(id)) continue;
		hint(
			`The item has ${name} ${JSON.stringify(value)}, and its fields go to ${key} ${JSON.stringify(id)}`,
			'warning',
		);
	}
}

/** The fields of an item that an operation knows, tidied, and the names of the others. `hint` is told what may cost money in those. */
export function fromItem(
	json: IDataObject,
	operation: Operation,
	path: Record<string, string>,
	tidying: Omit<Tidying, 'from'>,
	hint: (message: string, type?: 'warning') => void,
): { raw: Record<string, unknown>; left: string[] } {
	const shape = operation.body!;
	const unknown: string[] = [];
	const seconds: Second[] = [];
	reminder(json).forEach((remark) => hint(remark, 'warning'));
	const raw = tidy(shape, json, { ...tidying, from: 'item', unknown, seconds });
	tellSeconds(seconds, hint);
	tellOther(json, operation, path, hint);
	const isOfPath = (name: string) => Object.keys(path).some((key) => plainName(key) === plainName(name));
	const left = unknown.filter((name) => !OURS.includes(name) && !isOfPath(name));
	const [weighty, others] = [true, false].map((is) => left.filter((name) => isOfWeight(name, shape) === is));
	const sentence = 'of the input that this operation does not know were left out:';
	if (weighty.length)
		hint(`Perhaps an amount or a status is missing: fields ${sentence} ${weighty.join(', ')}`, 'warning');
	if (others.length) hint(`Fields ${sentence} ${others.join(', ')}`);
	return { raw, left };
}
