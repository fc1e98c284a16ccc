import { median } from './statistics';

/** What was measured of one side, once per round. */
export interface Reading {
	/** Whose it is, such as `BlueTape` or `HTTP Request`. */
	side: string;
	/** Such as `s` or `ms/item`. */
	unit: string;
	rounds: number[];
}

/** One demand on the medians. Without `least` and `most` it is for information. */
export interface Check {
	says: string;
	value: number;
	unit: '×' | '%' | 'ms' | 'MB';
	least?: number;
	most?: number;
}

export interface Result {
	name: string;
	title: string;
	readings: Reading[];
	checks: Check[];
	/** What one must know to read the numbers. */
	notes: string[];
}

export const isMet = ({ value, least = -Infinity, most = Infinity }: Check): boolean =>
	value >= least && value <= most;

/** The median of a reading. Throws when there is none of this side and unit. */
export function medianOf(readings: Reading[], side: string, unit: string): number {
	const reading = readings.find((each) => each.side === side && each.unit === unit);
	if (!reading) throw new Error(`Nothing was measured of ${side} in ${unit}`);
	return median(reading.rounds);
}
