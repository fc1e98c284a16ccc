import { cents, shown } from '../../shared/values/cents';
import { sum } from '../../shared/values/spread';
import type { Review } from './report';
import type { SimplifiedDetection } from './simplified';

/** Hardly any tax of the world is more than 30 % of what it is on, or less than a thousandth of it. */
const [MOST, LEAST] = [0.3, 0.001];

/**
 * A tax that no tax can be on the net total: one of the two was misread, although they make the total. Exempt amounts and discounts
 * make odd shares of the net total, so what the VAT groups tax counts as well; each line may have rounded by half a cent. In cents.
 */
export function oddTax(
	{ subTotal, taxAmount }: { subTotal: number; taxAmount: number },
	{ vatGroups, lines = [] }: SimplifiedDetection,
): Review[] {
	const most = (net: number) => net * MOST + Math.max(1, lines.length) / 2;
	const isOdd = [subTotal, taxed(vatGroups)].every((net) => taxAmount > most(net) || taxAmount < net * LEAST);
	if (taxAmount === 0 || !isOdd) return [];
	const message =
		`The tax ${shown(taxAmount)} can hardly be the tax on the net total ${shown(subTotal)}: one of them may be ` +
		'misread, or hold something else. Compare the amounts with the file.';
	return [{ field: 'taxAmount', message }];
}

/** The net amounts in cents that have a tax, each without its sign. */
const taxed = (groups: SimplifiedDetection['vatGroups'] = []) =>
	sum(
		groups
			.filter(({ vatRate, vatAmount }) => vatRate !== 0 && vatAmount !== 0)
			.map(({ netAmount }) => Math.abs(cents(netAmount) ?? 0)),
	);
