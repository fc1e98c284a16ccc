import { Big } from '../../bundled/big';
import type { Derived } from '../../shared/table/parsed';
import { fromCents, wholeCents } from '../../shared/values/cents';

interface Line {
	description?: string;
	unitAmount?: number;
	subTotal?: number;
	totalAmount?: number;
}

/** What becomes of a line, and how. */
interface InWholeUnits {
	/** The fields that are others. */
	changed: Line & { quantity: number };
	derived: Derived[];
}

/** A price as people write it. */
function asPrice(price: number): string {
	const exact = new Big(price);
	return exact.round(2).eq(exact) ? exact.toFixed(2) : exact.toFixed();
}

const WHY = 'BlueTape takes whole units from 0 on only';

/** What came back: as many, at a price below zero. */
function returned(line: Line, count: Big, at: string): InWholeUnits | undefined {
	const quantity = count.abs().toNumber();
	if (!Number.isSafeInteger(quantity)) return undefined;
	const derived = [
		{ field: `${at}.quantity`, value: quantity, how: `${count.toFixed()} without its sign: ${WHY}` },
	];
	if (line.unitAmount === undefined) return { changed: { quantity }, derived };
	const unitAmount = -line.unitAmount;
	derived.push({
		field: `${at}.unitAmount`,
		value: unitAmount,
		how: `what ${count.toFixed()} × ${line.unitAmount} makes`,
	});
	return { changed: { quantity, unitAmount }, derived };
}

/** A part of a unit: one, at the price of all of it, with what was written in the description. */
function asOne(line: Line, quantity: Big, at: string): InWholeUnits | undefined {
	const { description, unitAmount: price, subTotal } = line;
	const all = price === undefined ? subTotal : quantity.times(price);
	const amount = all === undefined ? undefined : wholeCents(new Big(all).times(100));
	if (amount === undefined) return undefined;
	const written =
		price === undefined ? `quantity ${quantity.toFixed()}` : `${quantity.toFixed()} × ${asPrice(price)}`;
	const unitAmount = fromCents(amount);
	return {
		changed: { description: description ? `${description} (${written})` : written, quantity: 1, unitAmount },
		derived: [
			{ field: `${at}.quantity`, value: 1, how: `1 for ${quantity.toFixed()}: ${WHY}` },
			{ field: `${at}.unitAmount`, value: unitAmount, how: price === undefined ? 'the subtotal' : written },
		],
	};
}

/**
 * A line whose quantity is a part of a unit, or below zero, as BlueTape can take it (bluetape.md trap 18): of the same amount. `at` is its
 * place, like `lines[0]`. Undefined where that can't be told: no price, or one below zero as well, of which two make a plus, or
 * what came back with a sum above zero.
 */
export function inWholeUnits(line: Line, quantity: string, at: string): InWholeUnits | undefined {
	const given = new Big(quantity);
	const { unitAmount: price, subTotal, totalAmount } = line;
	const isPlus = price === undefined ? (subTotal ?? totalAmount ?? 0) > 0 : price < 0;
	if (given.lt(0) && isPlus) return undefined;
	return given.eq(given.round(0)) ? returned(line, given, at) : asOne(line, given, at);
}
