/** What to do about an HTTP status that is no success: its own advice, else that of 301, 400 or 500, whatever is its kind. */
export function statusHint(hints: Record<number, string>, status: number): string {
	const kind = status < 400 ? 301 : status < 500 ? 400 : 500;
	return hints[status] ?? hints[kind];
}
