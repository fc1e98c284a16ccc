import { MEANS, RECEIVED, wordsOf } from '../../shared/values/moneyNames';
import { dayOf } from '../amounts/dayDoubts';
import type { Body } from '../amounts/sums';
import { DATE_FORMATS, dayOfCell, withCentury, type DateFormat } from './days';
import type { Beside } from './fields';
import { isDay, isTrue } from './marks';

const PAYMENT = '(?:payment|pmt|pymt)';
const IN = new RegExp(
	`^(?:${PAYMENT}|deposit|retainer|${MEANS}) (?:${RECEIVED}|made|posted|applied|cleared)(?: (?:date|on))?$`,
);
const ON = new RegExp(`^${PAYMENT} date$|^date (?:of )?${PAYMENT}$`);

/** Is a day one on which is to be paid: when it is due, or in the days to come? */
function isPlanned(value: unknown, { dueDate }: Body, { today, formats }: Beside): boolean {
	const inFormats = (some: readonly DateFormat[]) =>
		some.flatMap((format) => dayOfCell(withCentury(value), format) ?? []);
	const own = inFormats(formats ? [formats.dateFormat] : []);
	const days = own.length ? own : inFormats(DATE_FORMATS);
	return (
		days.some((day) => dueDate !== undefined && day === dayOf(dueDate)) ||
		(days.length > 0 && days.every((day) => today !== undefined && day > today))
	);
}

/** Does a field say that a payment has come: `Payment Received: Yes`, `Payment Date: 11/02/2026`? */
export function isPaymentIn(name: string, value: unknown, body: Body, beside: Beside): boolean {
	const words = wordsOf(name).join(' ');
	if (IN.test(words)) return isTrue(value) || isDay(value);
	return ON.test(words) && isDay(value) && !isPlanned(value, body, beside);
}
