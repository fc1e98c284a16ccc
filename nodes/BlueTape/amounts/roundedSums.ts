import { Big } from '../../bundled/big';
import type { Line, Sums } from './sums';

/** Is quantity × unit price no whole cents, so that the subtotal was rounded? */
const isRounded = ({ quantity, unitAmount }: Line): boolean => {
	if (quantity === undefined || unitAmount === undefined) return false;
	const exact = new Big(unitAmount).times(quantity);
	return !exact.eq(exact.round(2));
};

/** Cents between a sum that was rounded once and that of parts, each of which was rounded by half a cent at most. */
const between = (parts: number): number => (parts === 0 ? 0 : Math.floor((parts + 1) / 2));

/** Cents by which a header may differ from the sum of its lines that has been worked out, and rounded, for itself. */
export function roundingOf(lines: Line[]): Required<Sums> {
	const subTotal = between(lines.filter(isRounded).length);
	const taxAmount = between(lines.filter((line) => line.taxAmount !== 0).length);
	return { subTotal, taxAmount, totalAmount: subTotal + taxAmount };
}
