/** Compares labels. Not by `localeCompare`: it loads the world's alphabets, and n8n's start waits for that. */
export function alphabetical(one: string, other: string): number {
	const [a, b] = [one.toLowerCase(), other.toLowerCase()];
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
