/** Compares labels. Not by `localeCompare`: what it loads of the world's alphabets took a tenth of the package's start. */
export function alphabetical(one: string, other: string): number {
	const [a, b] = [one.toLowerCase(), other.toLowerCase()];
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
