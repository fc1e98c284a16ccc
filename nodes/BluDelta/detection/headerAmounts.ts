import { cents, shown } from '../../shared/values/cents';
import type { SimplifiedDetection } from './simplified';
import { sumsOfGroups, taxAgainst, type GroupSums } from './vatGroups';

/** An amount of the header in cents, and how it was found when it is not printed. */
export interface Found {
	amount: number;
	from?: string;
	how?: string;
	/** What nothing on the document confirms. */
	doubt?: string;
}

export interface HeaderAmounts {
	subTotal?: Found;
	taxAmount?: Found;
	totalAmount?: Found;
}

const printed = (amount: number | undefined): Found | undefined =>
	amount === undefined ? undefined : { amount };

/** Net total, tax and grand total, each from its first source that holds (bludelta.md 8.2). */
export function headerAmounts(detection: SimplifiedDetection): HeaderAmounts {
	const net = cents(detection.netTotalAmount);
	const total = cents(detection.grandTotalAmount);
	const groups = sumsOfGroups(detection.vatGroups, net, total);
	const summed: Found | undefined =
		groups.net === undefined
			? undefined
			: { amount: groups.net, from: 'VatGroup.NetAmount', how: 'sum over the VAT groups' };
	const before = printed(net) ?? summed;
	const taxAmount = printedTax(detection, before?.amount) ?? taxOf(detection, groups, before?.amount, total);
	const subTotal = before ?? netOf(taxAmount?.amount, total);
	return { subTotal, taxAmount, totalAmount: printed(total) ?? totalOf(subTotal?.amount, taxAmount?.amount) };
}

function printedTax({ vatTotalAmount, vatGroups }: SimplifiedDetection, net?: number): Found | undefined {
	const amount = cents(vatTotalAmount);
	if (amount === undefined) return undefined;
	const against = taxAgainst(vatGroups, amount, net);
	const said = `The tax total is ${shown(amount)}, but the VAT groups on the document hold ${shown(against ?? 0)}. `;
	return against === undefined ? { amount } : { amount, doubt: said };
}

function taxOf(
	{ vatExemption }: SimplifiedDetection,
	{ tax, doubt }: GroupSums,
	net: number | undefined,
	total: number | undefined,
): Found | undefined {
	const summed = tax !== undefined && {
		amount: tax,
		from: 'VatGroup.VatAmount',
		how: 'sum over the VAT groups',
	};
	if (summed && doubt === undefined) return summed;
	const unsure = doubt && `The VAT groups do not hold: ${doubt}. `;
	if (net !== undefined && total !== undefined) {
		const amount = total - net;
		const how = 'grand total minus net total';
		const taken = `The tax ${shown(amount)} is the grand total minus the net total, and nothing else on the document confirms it. `;
		return {
			amount,
			from: 'GrandTotalAmount',
			how,
			...((unsure ?? amount !== 0) && { doubt: (unsure ?? '') + taken }),
		};
	}
	if (vatExemption !== undefined) {
		return { amount: 0, from: 'VatExemption', how: `0, because the document states: ${vatExemption}` };
	}
	return summed ? { ...summed, doubt: unsure } : undefined;
}

function netOf(tax: number | undefined, total: number | undefined): Found | undefined {
	if (tax === undefined || total === undefined) return undefined;
	const found = { amount: total - tax, from: 'GrandTotalAmount', how: 'grand total minus tax' };
	const doubt =
		'The document has no net total: it is the grand total minus the tax, and nothing else confirms it. ';
	return tax === 0 ? found : { ...found, doubt };
}

function totalOf(net: number | undefined, tax: number | undefined): Found | undefined {
	if (net === undefined || tax === undefined) return undefined;
	const doubt = `The document has no grand total: ${shown(net + tax)} is net total plus tax, and nothing confirms it. `;
	return { amount: net + tax, from: 'NetTotalAmount', how: 'net total plus tax', doubt };
}
