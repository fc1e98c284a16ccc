import type { Body, Line } from '../../nodes/BlueTape/amounts/sums';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';

export const invoice = { amountDue: true };
export const days = { dueDate: '2026-12-26', expirationDate: '2027-01-26' };

/** A line with price and quantity, and what is given. */
export const line = (given: Line): Line => ({ quantity: 1, unitAmount: 10, ...given });

/** What is told of amounts that were worked out, a line each. */
export const told = (body: Body, has = invoice) =>
	workOut(body, has).derived.map(({ field, value, how }) => `${field} ${value}: ${how}`);
