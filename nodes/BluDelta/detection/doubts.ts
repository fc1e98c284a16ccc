import { mapped } from './details';
import type { SimplifiedDocument } from './documentForms';
import type { InvoiceOptions } from './invoiceOptions';
import { oddDates } from './oddDates';
import { score } from './read';
import type { Review } from './report';

/** Single values that the invoice is made of. */
const single = [...Object.keys(mapped), 'dueDate'];

/**
 * What does not stop an invoice but deserves a look: unreadable values, low scores, odd dates, a currency that
 * nobody asked for (bludelta.md 8.2).
 *
 * @param withLines whether the invoice has the document's own lines
 */
export function doubts(document: SimplifiedDocument, options: InvoiceOptions, withLines: boolean): Review[] {
	return [
		...unreadable(document, options),
		...unknownStart(document),
		...contradicting(document),
		...lowScores(document, options.minimumScore, withLines),
		...oddDates(document, (options.now ?? new Date().toISOString()).slice(0, 10)),
		...unaskedCurrency(document, options),
	];
}

function unreadable({ unreadable: values = [] }: SimplifiedDocument, { lines }: InvoiceOptions): Review[] {
	return values
		.filter(({ field }) => {
			if (field.startsWith('lines[')) return lines !== 'omit';
			return single.includes(field) || field.startsWith('vatGroups[');
		})
		.map(({ field, value }) => ({
			field,
			message:
				`BLU DELTA gives '${value}' here, which is not in its documented form (amounts like 1234.50, dates like ` +
				'2026-03-31), so it was not used. Compare the invoice with the file.',
		}));
}

function unknownStart({ unreadable: values = [], dueDate }: SimplifiedDocument): Review[] {
	return values
		.filter(({ field }) => field === 'dueDateStart' && dueDate !== undefined)
		.map(({ value }) => ({
			field: 'dueDate',
			message:
				`The document counts the days from '${value}', which is not understood, so the due date ${dueDate} is ` +
				'counted from the invoice date and most likely wrong. Look the due date up in the file.',
		}));
}

function contradicting({ contradictions = [] }: SimplifiedDocument): Review[] {
	return contradictions.map(({ field, values }) => ({
		field,
		message:
			`BLU DELTA gives ${values.map((value) => `'${value}'`).join(' and ')} here, and '${values[0]}' was used. ` +
			'Compare the value with the file.',
	}));
}

function lowScores(document: SimplifiedDocument, minimum: unknown, withLines: boolean): Review[] {
	const least = score(minimum);
	// Validated means that a person has seen every value.
	if (least === undefined || document.stateBeforeRelease?.toLowerCase() === 'validated') return [];
	const scored = [
		...single.map((field) => [field, document.scores?.[field]] as const),
		...(document.vatGroups ?? []).map((group, at) => [`vatGroups[${at}]`, group.score] as const),
		...(withLines ? (document.lines ?? []) : []).map((line, at) => [`lines[${at}]`, line.score] as const),
	];
	return scored.flatMap(([field, given]) => {
		if (given === undefined || given >= least) return [];
		const message =
			`BLU DELTA is unsure here: score ${given}, wanted at least ${least}. ` +
			'Compare the value with the file before the invoice is sent.';
		return [{ field, message }];
	});
}

function unaskedCurrency({ invoiceCurrency }: SimplifiedDocument, options: InvoiceOptions): Review[] {
	if (options.expectedCurrency || invoiceCurrency?.toUpperCase() === 'USD') return [];
	const [found, remedy] =
		invoiceCurrency === undefined
			? [
					'BLU DELTA found no currency on the document.',
					'Look at the file whether its amounts are US dollars.',
				]
			: [
					`The document is in ${invoiceCurrency}.`,
					'Set the expected currency to accept or refuse such documents.',
				];
	const taken = 'BlueTape invoices carry no currency and are most likely taken as US dollars.';
	return [{ field: 'invoiceCurrency', message: `${found} ${taken} ${remedy}` }];
}
