import type { SimplifiedDocument } from './documentForms';
import type { InvoiceOptions } from './invoiceOptions';
import { cents, fromCents, shown } from '../../shared/values/cents';
import { addDays } from '../../shared/values/dates';
import { amount, days, text } from './read';
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
			const { dueDate: value, dueDateFrom: how } = read;
			report.derived.push({ field: 'dueDate', value, how, from: 'DueDateGroup' });
		}
		return read.dueDate;
	}
	const unread = read.unreadable?.find(({ field }) => field === 'dueDate')?.value;
	const netDays = days(options.defaultNetDays);
	const dueDate = read.invoiceDate && netDays !== undefined ? addDays(read.invoiceDate, netDays) : undefined;
	if (dueDate !== undefined) {
		const why = unread === undefined ? 'the document has no due date' : 'its own cannot be read';
		const how = `${netDays} days after the invoice date, the default, because ${why}`;
		report.derived.push({ field: 'dueDate', value: dueDate, how, from: 'InvoiceDate' });
		return dueDate;
	}
	report.review.push({
		field: 'dueDate',
		message:
			unread === undefined
				? 'The document has no due date, which BlueTape requires. Download with API version v2, because v1 leaves ' +
					'due dates out, or set the default net days.'
				: `The due date '${unread}' cannot be read, and BlueTape requires one. Look the day up in the file and write ` +
					'it as dueDate, like 2026-03-31.',
	});
	return undefined;
}

/** Cents still owed; undefined when the given amount cannot be read. */
export function readAmountDue(given: unknown, total: number, report: Report): number | undefined {
	if (given === undefined || given === null || given === '') {
		const how = 'the whole total is due';
		report.derived.push({ field: 'amountDue', value: fromCents(total), how, from: 'totalAmount' });
		return total;
	}
	const due = cents(amount(given));
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
	if (due === 0 && total > 0) {
		report.review.push({
			field: 'amountDue',
			message:
				`The given amount due is 0.00 beside a total of ${shown(total)}, so nothing would be asked for. ` +
				'Check whether an invoice is wanted at all.',
		});
	}
	return due;
}

/** The given time, else the upload's, else now; ISO 8601 in UTC (bluetape.md C18). */
export function readModified(read: SimplifiedDocument, options: InvoiceOptions, report: Report): string {
	const given = text(options.sourceModifiedDate);
	if (given !== undefined) return given;
	const derive = (value: string, how: string, from: string) => {
		report.derived.push({ field: 'sourceModifiedDate', value, how, from });
		return value;
	};
	const uploaded = read.uploadedTimestamp;
	const isTimestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(uploaded ?? '');
	if (uploaded !== undefined && isTimestamp && !Number.isNaN(Date.parse(uploaded))) {
		return derive(uploaded, 'time of the upload', 'UploadedTimestamp');
	}
	return derive(options.now ?? new Date().toISOString(), 'time of this run', 'nothing');
}
