import type { SimplifiedDocument } from './documentForms';
import { number } from './read';
import type { Review } from './report';
import { isEmpty } from './simplified';

const accepted = ['validated', 'autoprocessed'];

/**
 * Why a document must not become an invoice at all (bludelta.md 8.2, "Gates"); empty when it may.
 * A bare detection result has no state: then the state is not judged.
 */
export function gates(document: SimplifiedDocument, expectedCurrency: string | undefined): Review[] {
	const state = stateGate(document);
	if (state) return [state];
	if (isEmpty(document)) return [emptyResult];
	return [typeGate(document), currencyGate(document, expectedCurrency)].filter((gate) => gate !== undefined);
}

const emptyResult: Review = {
	field: 'detectInvoiceResponse',
	message:
		'The document holds no detection result, so there is nothing to make an invoice of. ' +
		'Pass a document downloaded from BLU DELTA to this step, or enter the invoice by hand.',
};

function stateGate({ stateBeforeRelease, invoiceState }: SimplifiedDocument): Review | undefined {
	const field = 'stateBeforeRelease';
	const state = stateBeforeRelease?.toLowerCase();
	if (state === 'error') {
		return {
			field,
			message:
				'BLU DELTA could not process this document (state Error), so its data cannot be relied on. ' +
				'Look at the file and enter the invoice by hand, or upload a better copy.',
		};
	}
	if (state === 'deleted') {
		return {
			field,
			message:
				'This document was deleted in BLU DELTA (state Deleted), so no invoice is made of it. ' +
				'If it was deleted by mistake, upload it again.',
		};
	}
	if (state !== undefined && !accepted.includes(state)) {
		return {
			field,
			message:
				`The document has the state '${stateBeforeRelease}', but only Validated and Autoprocessed ones become ` +
				'invoices. Look at it in BLU DELTA and release it from there.',
		};
	}
	if (isFailure(invoiceState)) {
		return {
			field: 'invoiceState',
			message:
				`BLU DELTA reports that the detection failed (invoice state '${invoiceState}'). ` +
				'Look at the file and enter the invoice by hand, or upload a better copy.',
		};
	}
	return undefined;
}

const failures = ['failed', 'failure', 'error'];

/** 0 is ok, as a number or as text; the first word is from older clients (bludelta.md 6.1), words of another kind are not known. */
function isFailure(state: number | string | undefined): boolean {
	if (state === undefined) return false;
	const code = number(state);
	return code === undefined ? failures.includes(String(state).toLowerCase()) : code !== 0;
}

function typeGate({ documentType }: SimplifiedDocument): Review | undefined {
	const field = 'documentType';
	if (documentType === undefined) {
		return {
			field,
			message:
				'BLU DELTA found no document type, so this may not be an invoice. ' +
				'Look at the file and set the document type in BLU DELTA.',
		};
	}
	const type = documentType.toLowerCase();
	if (type === 'invoice') return undefined;
	if (type === 'creditmemo') {
		return {
			field,
			message:
				'This is a credit memo: it gives money back and must not become an invoice. ' +
				'Route it to your bookkeeping, or adjust the invoice that it belongs to.',
		};
	}
	return {
		field,
		message:
			`The document type is '${documentType}', not Invoice. ` +
			'If the document is an invoice, correct its type in BLU DELTA; otherwise leave it out.',
	};
}

function currencyGate(document: SimplifiedDocument, expected: string | undefined): Review | undefined {
	const { invoiceCurrency } = document;
	if (expected === undefined || invoiceCurrency?.toUpperCase() === expected.toUpperCase()) return undefined;
	const found =
		invoiceCurrency === undefined
			? `BLU DELTA found no currency, but ${expected} is expected.`
			: `The document is in ${invoiceCurrency}, but ${expected} is expected.`;
	return {
		field: 'invoiceCurrency',
		message:
			`${found} BlueTape invoices carry no currency, so the amounts would be taken as they stand. ` +
			'Check the document, and enter the invoice by hand in the right currency.',
	};
}
