import { detail, detection, download, due, totals, vat } from '../build';
import { april, type Example } from './example';

const fine = totals('10.00', '2.00', '12.00');

/** A document in order but for these details. */
const but = (details: Record<string, string>) => download(detection({ ...fine, ...details }, [april]));

/** A document with these totals. */
const adding = (...amounts: Parameters<typeof totals>) => but(totals(...amounts));

/** Documents that must not become an invoice, and the fields that the review names. */
const rows: Array<[name: string, document: unknown, review: string[], options?: Example['options']]> = [
	['credit memo', but({ DocumentType: 'CreditMemo' }), ['documentType']],
	['another type', but({ DocumentType: 'Other' }), ['documentType']],
	['no type', but({ DocumentType: '' }), ['documentType']],
	['foreign currency', but({ InvoiceCurrency: 'CHF' }), ['invoiceCurrency']],
	['no currency', but({ InvoiceCurrency: '' }), ['invoiceCurrency']],
	['error document, null result', download(null, 'Error'), ['stateBeforeRelease']],
	[
		'error document with data all the same',
		{ ...but({}), StateBeforeRelease: 'Error' },
		['stateBeforeRelease'],
	],
	['deleted document', { ...but({}), StateBeforeRelease: 'Deleted' }, ['stateBeforeRelease']],
	[
		'a state not heard of, in the other spelling',
		{ ...but({}), StateBeforeRelease: undefined, StateBeforeReleased: 'Parked' },
		['stateBeforeRelease'],
	],
	['failed detection', download({ ...detection(fine, [april]), InvoiceState: 'Failed' }), ['invoiceState']],
	[
		'detection state that is not 0',
		download({ ...detection(fine, [april]), InvoiceState: 1 }),
		['invoiceState'],
	],
	['empty result', download({}), ['detectInvoiceResponse']],
	[
		'only unfound details',
		download({ InvoiceDetailTypePredictions: [detail('InvoiceId', '')] }),
		['detectInvoiceResponse'],
	],
	['no due date (v1 download)', download(detection(fine)), ['dueDate']],
	[
		'a duration that is no number of days, senseless default',
		download(detection(fine, [due('', '30 Tage')])),
		['dueDate', 'dueDate'],
		{ defaultNetDays: -3 },
	],
	['no number and no date', but({ InvoiceId: '', InvoiceDate: '' }), ['invoiceNumber', 'invoiceDate']],
	['no number', but({ InvoiceId: '' }), ['invoiceNumber']],
	['no date', but({ InvoiceDate: '' }), ['invoiceDate']],
	[
		'no date to count the default net days from',
		download(detection({ ...fine, InvoiceDate: '' })),
		['invoiceDate', 'dueDate'],
		{ defaultNetDays: 14 },
	],
	['a day that does not exist', but({ InvoiceDate: '2026-02-30' }), ['invoiceDate', 'invoiceDate']],
	['no totals', adding('', '', ''), ['subTotal', 'taxAmount', 'totalAmount']],
	['a net total alone', adding('10.00', '', ''), ['taxAmount', 'totalAmount']],
	['a tax total alone', adding('', '2.00', ''), ['subTotal', 'totalAmount']],
	['a grand total alone', adding('', '', '12.00'), ['subTotal', 'taxAmount']],
	[
		'a VAT group without its net amount, so the groups have no sum',
		download(
			detection(totals('', '2.00', ''), [vat('20.0', '10.00', '2.00'), vat('10.0', '', '1.00'), april]),
		),
		['subTotal', 'taxAmount', 'totalAmount'],
	],
	['negative total', adding('-10.00', '-2.00', '-12.00'), ['totalAmount']],
	['negative net total', adding('-10.00', '12.00', '2.00'), ['subTotal']],
	['negative tax total', adding('10.00', '-2.00', '8.00'), ['taxAmount']],
	['an amount due that is none', but({}), ['amountDue'], { amountDue: '7,50' }],
];

export const refused = rows.map(([name, document, review, options]): Example => ({
	name,
	document,
	review,
	...(options && { options }),
}));
