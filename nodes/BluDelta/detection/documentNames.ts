import { plainName } from '../../shared/values/plainName';
import { details, groupLists, lists } from './details';
import type { RawDocument, SimplifiedDocument } from './documentForms';
import type { BlueTapeInvoice } from './invoiceBody';

const ofDocument = {
	...{ invoiceId: 1, invoiceContainerId: 1, uploadedTimestamp: 1, clientAccessIdentifier: 1, fileName: 1 },
	...{ stateBeforeRelease: 1, additionalProperties: 1, detectInvoiceResponse: 1 },
	...{ ...details, ...lists, ...groupLists },
	...{ dueDate: 1, dueDateFrom: 1, dueDateRead: 1, lines: 1, sender: 1, receiver: 1, contacts: 1 },
	...{ language: 1, countries: 1, documentFormat: 1, invoiceState: 1, confidence: 1 },
	...{ scores: 1, unreadable: 1, contradictions: 1 },
} satisfies Record<keyof SimplifiedDocument | keyof RawDocument, unknown>;

/** Every name that a document may have at the top of its item, in whatever form. */
export const documentNames = Object.keys(ofDocument);

const ofInvoice = {
	...{ id: 1, invoiceNumber: 1, customerId: 1, invoiceDate: 1, dueDate: 1, expirationDate: 1 },
	...{ subTotal: 1, taxAmount: 1, totalAmount: 1, amountDue: 1 },
	...{ status: 1, sourceModifiedDate: 1, lines: 1 },
} satisfies Record<keyof BlueTapeInvoice, unknown>;

const plainNames = new Set(['invoiceId', ...Object.keys(ofInvoice)].map(plainName));

/** Is this, in whatever writing, a field of the invoice for whoever sends it, its ID by either name? */
export const isInvoiceName = (name: string): boolean => plainNames.has(plainName(name));
