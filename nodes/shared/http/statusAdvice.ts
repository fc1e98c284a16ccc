/** What to do about an HTTP status that is no success: its own advice, else that of 301, 400 or 500, whatever is its kind. */
export function adviceFor(advice: Record<number, string>, status: number): string {
	const kind = status < 400 ? 301 : status < 500 ? 400 : 500;
	return advice[status] ?? advice[kind];
}
