import type { Line } from '../amounts/sums';
import type { Formats } from './value';

/** Fields by name, of one row of a table, of an input item, or of one line of it. */
export type Fields = Array<[name: string, value: unknown]>;

/** What stands in the same row or entry, and is used. */
export interface Beside {
	/** The line that it makes. */
	line?: Line;
	/** In percent. */
	taxRate?: unknown;
	/** Has the line a tax, be it a share of the header's? */
	isTaxed?: boolean;
	/** As it was given, in parts of a unit too. */
	quantity?: unknown;
	/** Of its column. */
	quantityName?: string;
	/** A calendar day. */
	today?: string;
	/** Those of its table. */
	formats?: Formats;
	/** Does its price stand under a name like `Unit Cost`? */
	isPriceCost?: boolean;
}
