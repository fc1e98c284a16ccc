import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Clock } from '../shared/clock';
import type { companyCreate } from './schemas/company';
import type { customerCreate } from './schemas/customer';
import type { invoiceCreate, invoiceStatuses, simplifiedCreate } from './schemas/invoice';
import type { projectCreate } from './schemas/project';
import type { quoteCreate } from './schemas/quote';
import { documented, type Settings } from './settings';

export type InvoiceStatus = (typeof invoiceStatuses)[number] | 'partiallyPaid' | 'unknown';
export type QuoteStatus = 'PLACED' | 'AUTHORIZED' | 'REJECTED' | 'DISMISSED';

interface Stored {
	blueTapeId: string;
}

interface StoredFile {
	fileName: string;
	content: Buffer;
}

export type Company = Stored & Omit<z.infer<typeof companyCreate>, 'customers'> & { customerId?: string };

export type Customer = Stored &
	z.infer<typeof customerCreate> & {
		/** Cannot be notified, for want of a good e-mail or phone. */
		isDraft: boolean;
		isRegistered: boolean;
		/** Absent until BlueTape has approved credit. */
		creditLimit?: number;
		/** After a rejection no BlueTape credit until then (bluetape.md 5.8). */
		creditBlockedUntil?: string;
	};

export type Invoice = Stored &
	Pick<z.infer<typeof invoiceCreate>, 'id' | 'invoiceNumber' | 'totalAmount' | 'amountDue' | 'lines'> & {
		/** Absent on a simplified invoice until somebody pays it. */
		customerId?: string;
		payersInfo?: z.infer<typeof simplifiedCreate>['payersInfo'];
		/** `YYYY-MM-DD`. */
		dueDate: string;
		status: InvoiceStatus;
		quoteId?: string;
		projectId?: string;
		file?: StoredFile;
		/** Sum of the payments so far. */
		paid: number;
		/** The body as it came last. */
		sent: Record<string, unknown>;
	};

export type Quote = Stored &
	Pick<z.infer<typeof quoteCreate>, 'id' | 'quoteNumber' | 'customerId' | 'totalAmount' | 'dueDate'> & {
		status: QuoteStatus;
		approvedAmount?: number;
		projectId?: string;
		file?: StoredFile;
		sent: Record<string, unknown>;
	};

export type Project = Stored & z.infer<typeof projectCreate>;

/** A message that a person got. */
export interface Notification {
	time: string;
	channel: 'email' | 'sms';
	/** The address or the phone number. */
	to: string;
	about: 'customer' | 'invoice' | 'quote';
	/** The caller's id of that record. */
	id: string;
	why: string;
}

export interface BlueTapeState {
	readonly clock: Clock;
	readonly apiKey: string;
	readonly accountId: string;
	/** Where sign-up and checkout links lead; set when the server listens. */
	origin: string;
	settings: Settings;
	companies: Map<string, Company>;
	customers: Map<string, Customer>;
	invoices: Map<string, Invoice>;
	quotes: Map<string, Quote>;
	projects: Map<string, Project>;
	notifications: Notification[];
}

/** No records, documented settings. */
export function emptyState(start: Pick<BlueTapeState, 'clock' | 'apiKey' | 'accountId'>): BlueTapeState {
	return { ...start, origin: '', settings: { ...documented }, ...noRecords() };
}

/** Forgets every record and setting. */
export function clearState(state: BlueTapeState): void {
	Object.assign(state, noRecords(), { settings: { ...documented } });
}

const noRecords = () => ({
	companies: new Map<string, Company>(),
	customers: new Map<string, Customer>(),
	invoices: new Map<string, Invoice>(),
	quotes: new Map<string, Quote>(),
	projects: new Map<string, Project>(),
	notifications: [] as Notification[],
});

/** Twelve hexadecimal digits, like the ids in the vendor's samples. */
export const newBlueTapeId = () => randomBytes(6).toString('hex');
