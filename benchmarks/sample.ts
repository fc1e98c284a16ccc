import type { EmulatorProcess } from './emulatorProcess';

let count = 0;

/** A new invoice of one line, outside of n8n. */
export const sampleInvoice = (): string =>
	JSON.stringify({
		...{ id: `SAMPLE-${++count}`, invoiceNumber: 'INV/1', customerId: 'CUST-101', status: 'Placed' },
		...{ invoiceDate: '2026-11-04', dueDate: '2030-12-12', expirationDate: '2031-01-12' },
		...{ subTotal: 100, taxAmount: 10, totalAmount: 110, amountDue: 110 },
		sourceModifiedDate: '2026-11-04T00:00:00.000Z',
		lines: [
			{ description: 'Gravel', unitAmount: 25, quantity: 4, subTotal: 100, taxAmount: 10, totalAmount: 110 },
		],
	});

export const sampleHeaders = ({ blueTape: { apiKey, accountId } }: EmulatorProcess) => ({
	'content-type': 'application/json',
	'x-bluetape-key': apiKey,
	'x-integration-accountid': accountId,
});
