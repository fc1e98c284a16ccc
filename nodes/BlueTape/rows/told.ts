import { isOptional } from '../../shared/table/notes';
import type { Derived } from '../../shared/table/parsed';
import type { Column } from './columns';

/** What a person has to look at. */
export interface Review {
	/** The API's name, as in `dueDate` or `lines[1].quantity`. */
	field: string;
	message: string;
}

/** What is told while rows are read. */
export interface Told {
	review: Review[];
	/** Lines that are put otherwise than their rows have them. */
	derived: Derived[];
	/** What may well be meant, and is worth a hint. */
	remarks: Set<string>;
}

/**
 * Keeps what could not be read in the place of the value. Left out, Create would do without, and send another invoice than the rows
 * mean; so it refuses it in words of its own. What Create can't do without it misses anyway.
 */
export function keep(into: Record<string, unknown>, given: unknown, column: Column): void {
	if (!column.inLine && !isOptional(column.field)) return;
	// 12.5 is none where the comma stands before the cents, but Create would take it.
	const isTaken = column.field.safeParse(given).success;
	into[column.key] = isTaken ? `${String(given)} (unclear)` : given;
}
