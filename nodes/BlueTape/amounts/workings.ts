import { fromCents, TOO_MUCH } from '../../shared/values/cents';
import type { Derived } from '../../shared/table/parsed';

/** What is told of an invoice or quote whose amounts are worked out; filled as it goes. */
export interface Workings {
	derived: Derived[];
	/** Sentences about what can be worked out from nothing that is there. */
	missing: string[];
	/** The fields of taxes that are only what a total leaves above a subtotal: either may be mistaken. */
	rests: Set<string>;
}

/** Tells that `field` is worked out as so many cents, and gives them in dollars. More than an amount can be is missing. */
export function worked(workings: Workings, field: string, amount: number, how: string): number {
	const value = fromCents(amount);
	if (Math.abs(amount) >= TOO_MUCH) workings.missing.push(`${field} would be too large: correct the amounts`);
	workings.derived.push({ field, value, how });
	return value;
}
