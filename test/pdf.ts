import { printInvoices } from '../emulator/bluDelta/print';
import type { PrintedInvoice } from '../emulator/bluDelta/printedInvoice';

/** Somebody's invoice; `invoicePdf` takes these unless told otherwise. */
export const sampleInvoice = {
	number: 'RE-2024-0417',
	date: '2024-04-17',
	dueDate: '2024-05-17',
	sender: {
		name: 'Alpenholz Baustoffe GmbH',
		street: 'Musterweg 12',
		town: '5020 Salzburg',
		country: 'AT',
		email: 'rechnung@alpenholz.example',
		phone: '+43 662 000000',
		website: 'www.alpenholz.example',
	},
	receiver: {
		name: 'Nordlicht Bau GmbH',
		street: 'Beispielstrasse 7',
		town: '4020 Linz',
		country: 'AT',
	},
	lines: [
		{ itemId: 'SP-19', description: 'Spanplatte 19 mm', quantity: 40, unitPrice: '12.50', vatRate: 20 },
		{ description: 'Lieferpauschale', unitPrice: 75, vatRate: 20 },
		{ itemId: 'LT-3050', description: 'Lattung 30x50, lfm', quantity: 12.5, unitPrice: 4.4, vatRate: 20 },
		{ itemId: 'FB-07', description: 'Fachbuch Holzbau', quantity: 3, unitPrice: 22, vatRate: 10 },
	],
} satisfies PrintedInvoice;

/** A PDF of an invoice that the emulator can read; what is not given is the sample's. */
export const invoicePdf = async (invoice: PrintedInvoice = {}): Promise<Buffer> =>
	await printInvoices([{ ...sampleInvoice, ...invoice }]);

/** Several invoices in one file, a page each. */
export const invoicesPdf = async (...invoices: PrintedInvoice[]): Promise<Buffer> =>
	await printInvoices(invoices.map((invoice) => ({ ...sampleInvoice, ...invoice })));
