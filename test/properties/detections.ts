import * as fc from 'fast-check';
import type { InvoiceOptions } from '../../nodes/BluDelta/detection/invoiceOptions';
import type { DownloadedDocument } from '../../nodes/BluDelta/detection/types';
import { download } from '../detection/build';
import { consistent, damaged, nearly } from './documents';

/** The states in which a document may become an invoice. */
export const states = fc.constantFrom('Validated', 'Autoprocessed');

/** Downloaded documents that add up. */
export const good = fc
	.tuple(consistent, states)
	.map(([{ document }, state]) => download(document, state) as DownloadedDocument);

/** Such as add up, such as nearly do, and damaged ones. */
export const documents = fc.oneof(good, good.chain(nearly), damaged(good), damaged(good));

/** What a user may choose for the invoice. */
export const choices: fc.Arbitrary<InvoiceOptions> = fc.record(
	{
		customerId: fc.constant('CUS-1'),
		tolerance: fc.constantFrom(0, 0.02, 1),
		lines: fc.constantFrom('fromDocument' as const, 'omit' as const),
		itemIds: fc.boolean(),
		minimumScore: fc.constantFrom(0, 0.5, 1),
		expectedCurrency: fc.constantFrom('USD', 'usd', 'EUR'),
		defaultNetDays: fc.constantFrom(0, 30),
		amountDue: fc.constantFrom(0, 1, 250.5, 1e9, '', '12.34'),
		status: fc.constantFrom('Placed', 'open'),
	},
	{ requiredKeys: ['customerId'] },
);

/** Exact cents of an amount of at most two decimals. Throws for any other. */
export function cents(amount: number): number {
	const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(amount))!;
	return Number(`${sign}${whole}${part.padEnd(2, '0')}`);
}
