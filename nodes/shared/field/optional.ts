import { note, notesOf, type Field } from '../table/notes';
import { mayBeLeftOut } from './plain';

/** `field` may be absent. An unfilled one is left out of the request. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
	mayBeLeftOut(field);
	return note(field.optional() as Field<T | undefined>, notesOf(field));
}

/** `field` may be absent and then takes the value of `fallback`; without one, that which the editor starts with. */
export function withDefault<T>(field: Field<T>, fallback?: () => T): Field<T> {
	const value = fallback ?? (() => notesOf(field).default);
	return note(field.default(value as () => undefined) as unknown as Field<T>, notesOf(field));
}
