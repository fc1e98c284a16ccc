/** What `convert` makes of each part, without repeats; undefined when there is no part, or one cannot be converted. */
export function several<T>(parts: unknown[], convert: (part: unknown) => T | undefined): T[] | undefined {
	// Not `map`, which passes over the holes of a list.
	const converted = Array.from(parts, (part) => convert(part));
	return converted.length && converted.every((one) => one !== undefined)
		? [...new Set(converted)]
		: undefined;
}
