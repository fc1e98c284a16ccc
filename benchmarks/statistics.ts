/** The middle value; of an even number of values the mean of the two in the middle. NaN of none. */
export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Half the distance between the largest and the smallest value, as a share of the median. */
export function spread(values: number[]): number {
	const middle = median(values);
	return values.length < 2 || !middle ? 0 : (Math.max(...values) - Math.min(...values)) / 2 / middle;
}
