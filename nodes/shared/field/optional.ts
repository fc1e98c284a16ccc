import { note, notesOf, type Field } from '../table/notes';

/** `field` may be absent. An unfilled one is left out of the request. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
	return note(field.optional() as Field<T | undefined>, notesOf(field));
}

/** `field` may be absent and then takes the value of `fallback`. */
export function withDefault<T>(field: Field<T>, fallback: () => string): Field<T> {
	return note(field.default(fallback) as unknown as Field<T>, notesOf(field));
}
