/** The day so many days from today, as `YYYY-MM-DD`: one that a test fixes has passed some day, or lies too far ahead. */
export const inDays = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
