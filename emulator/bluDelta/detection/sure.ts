import Big from 'big.js';
import type { DetectInvoiceResponse } from './types';

const needed = ['DocumentType', 'InvoiceId', 'InvoiceDate', 'NetTotalAmount', 'GrandTotalAmount'];

/** Whether nobody need look at a result: everything that matters was found, with a good score, and the sums agree. */
export function isSure({ InvoiceDetailTypePredictions }: DetectInvoiceResponse): boolean {
	const found = new Map(
		InvoiceDetailTypePredictions.filter(({ Value }) => Value !== '').map((one) => [one.TypeName, one]),
	);
	if (!needed.every((name) => (found.get(name)?.Score ?? 0) >= 0.9)) return false;
	const amount = (name: string) => Big(found.get(name)?.Value ?? 0);
	return amount('NetTotalAmount').plus(amount('VatTotalAmount')).eq(amount('GrandTotalAmount'));
}
