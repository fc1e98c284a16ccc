import type { SimplifiedDocument } from './documentForms';
import type { InvoiceOptions } from './invoiceOptions';
import { cents, shown } from '../../shared/values/cents';
import { addDays } from '../../shared/values/dates';
import { days, text } from './read';
import type { Report } from './report';

/** Says that BlueTape requires what the document lacks. */
export function missing(field: string, name: string, report: Report): undefined {
	report.review.push({
		field,
		message:
			`BLU DELTA found no usable ${name}, which BlueTape requires. ` +
			'Correct the document in BLU DELTA, or enter the invoice by hand.',
	});
}

/** The due date of the document, else the default net days after the invoice date. */
export function readDue(
	read: SimplifiedDocument,
	options: InvoiceOptions,
	report: Report,
): string | undefined {
	if (read.dueDate !== undefined) {
		if (read.dueDateFrom !== undefined) {
			report.derived.push({ field: 'dueDate', from: 'DueDateGroup', how: read.dueDateFrom });
		}
		return read.dueDate;
	}
	const netDays = days(options.defaultNetDays);
	const dueDate = read.invoiceDate && netDays !== undefined ? addDays(read.invoiceDate, netDays) : undefined;
	if (dueDate !== undefined) {
		const how = `${netDays} days after it, the default, because the document has no due date`;
		report.derived.push({ field: 'dueDate', from: 'InvoiceDate', how });
		return dueDate;
	}
	report.review.push({
		field: 'dueDate',
		message:
			'The document has no due date, which BlueTape requires. Download with API version v2, because v1 leaves ' +
			'due dates out, or set the default net days.',
	});
	return undefined;
}

/** Cents still owed; undefined when the given amount cannot be read. */
export function readAmountDue(given: unknown, total: number, report: Report): number | undefined {
	if (given === undefined || given === null || given === '') {
		report.derived.push({ field: 'amountDue', from: 'totalAmount', how: 'the whole total is due' });
		return total;
	}
	const due = cents(given);
	if (due === undefined || due < 0) {
		report.review.push({
			field: 'amountDue',
			message: `The given amount due '${text(given) ?? JSON.stringify(given)}' is not an amount such as 250.00. Correct it and run again.`,
		});
		return undefined;
	}
	if (due > total) {
		report.review.push({
			field: 'amountDue',
			message:
				`The given amount due ${shown(due)} is more than the total ${shown(total)} of the invoice. ` +
				'Check which of the two is right.',
		});
	}
	return due;
}

/** The given status, else `Placed` (bluetape.md C1). */
export function readStatus(options: InvoiceOptions, report: Report): string {
	const given = text(options.status);
	if (given !== undefined) return given;
	report.derived.push({ field: 'status', from: 'nothing', how: 'the status of a new invoice' });
	return 'Placed';
}

/** The given time, else the upload's, else now; ISO 8601 in UTC (bluetape.md C18). */
export function readModified(read: SimplifiedDocument, options: InvoiceOptions, report: Report): string {
	const given = text(options.sourceModifiedDate);
	if (given !== undefined) return given;
	const uploaded = read.uploadedTimestamp;
	const isTimestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(uploaded ?? '');
	if (uploaded !== undefined && isTimestamp && !Number.isNaN(Date.parse(uploaded))) {
		report.derived.push({
			field: 'sourceModifiedDate',
			from: 'UploadedTimestamp',
			how: 'time of the upload',
		});
		return uploaded;
	}
	report.derived.push({ field: 'sourceModifiedDate', from: 'nothing', how: 'time of this run' });
	return options.now ?? new Date().toISOString();
}
