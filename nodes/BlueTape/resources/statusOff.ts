import type { Body } from '../amounts/sums';
import { isOver } from '../rows/marks';

/** The status of a new invoice that says that nobody is to pay it any more, `Paid` or `void`, though something is asked for. */
export function statusOff(body: Body & { status?: unknown }): string[] {
	const { status, totalAmount, amountDue = totalAmount } = body;
	if (amountDue === 0 || !isOver(status, amountDue === totalAmount)) return [];
	return [`'Status' is ${JSON.stringify(status)}: is all of it still to be paid?`];
}
