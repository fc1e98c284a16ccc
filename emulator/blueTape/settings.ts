import { z } from 'zod';

/** Where the vendor's sources disagree or are silent, which reading the emulator follows; the first is the one it begins with. */
export const settings = z
	.object({
		/**
		 * bluetape.md C16: the symbol in `code`, or the HTTP status there and the symbol, if shown at all, in `reason`. The others are not
		 * documented, but are what services answer with: `capitals`, `message`, `problem` (RFC 9457), `nested`, `text`.
		 */
		errorStyle: z.enum(['symbol', 'status', 'capitals', 'message', 'problem', 'nested', 'text']),
		/** bluetape.md C7: 204 without a body, or 200 with `blueTapeId`. */
		uploadAnswer: z.enum(['none', 'id']),
		/** bluetape.md C11: a bare JSON string, or an object with `checkoutUrl`. */
		checkoutRedirectAnswer: z.enum(['string', 'object']),
		/** bluetape.md C10: `isCompanyRegistered` and its neighbours beside `creditInfo` or inside it. */
		companyCreditFields: z.enum(['beside', 'inside']),
		/** bluetape.md C9: the status tables' 202 and 201, or the newer samples' 200. */
		companyStatus: z.enum(['table', 'sample']),
		/** bluetape.md C15: an invoice must equal its quote, or may be lower. */
		quoteTotals: z.enum(['equal', 'upToApproved']),
		/** bluetape.md 1: an unknown path is answered by what stands before the service, or in the vendor's own form. */
		unknownPath: z.enum(['text', 'vendor']),
		/** bluetape.md 2: with auto trade credit a new invoice leaves `Placed` by itself. */
		newInvoices: z.enum(['Placed', 'Approved', 'PaymentProcessing']),
		/** bluetape.md #20: the answer to the create of a simplified invoice. */
		simplifiedAnswer: z.enum(['invoice', 'details', 'nothing']),
		/** bluetape.md C12: an update of an invoice that does not exist: 404, or 409 without a reason. */
		missingInvoice: z.enum(['404', '409']),
		/** bluetape.md 4.7: whether a project inside a document makes one. */
		embeddedProjects: z.enum(['made', 'ignored']),
		/** bluetape.md 5.7: `AUTHORIZED` is the only word seen; the webhook says `Approved` and `Rejected`. */
		quoteWords: z.enum(['status', 'webhook']),
		/** bluetape.md 5.8: the list has no partly paid state, though the webhook has one. */
		partlyPaid: z.enum(['PaymentProcessing', 'PartiallyPaid']),
		/** bluetape.md C13: the letter case of the states that come back. */
		statusCase: z.enum(['list', 'lower', 'upper']),
		/** bluetape.md C5: which first letter of `Commercial` is taken. */
		commercial: z.enum(['both', 'latin', 'cyrillic']),
		/** bluetape.md C3: which names of a project's owners are taken. */
		ownerNames: z.enum(['both', 'samples', 'table']),
		/** bluetape.md C6: which form of an upload is taken; the other one is refused with 415. */
		uploadForms: z.enum(['both', 'bytes', 'form']),
		/** bluetape.md trap 26: a file comes at once, or from another address. */
		downloads: z.enum(['bytes', 'redirect']),
		/** bluetape.md trap 26: whether a download says what the file is called. */
		fileNames: z.enum(['disposition', 'none']),
		/** bluetape.md 9.2: the status of a code that no sample shows: by what it means, or always 400. */
		refusalStatus: z.enum(['byMeaning', '400']),
		/** bluetape.md 7.1 and 7.2: whose id a notice has, the caller's or BlueTape's own. */
		noticeIds: z.enum(['caller', 'blueTape']),
		/** bluetape.md 7.2: `amount` is what was paid by this event, or in all. */
		paymentAmount: z.enum(['event', 'total']),
		/** bluetape.md trap 15: an update with an older `sourceModifiedDate` is taken, or answered and left aside. */
		olderUpdates: z.enum(['taken', 'leftAside']),
		/** bluetape.md trap 17: whether a slash in an id may be encoded in the path. */
		encodedSlashes: z.enum(['taken', 'refused']),
	})
	.strict();

export type Settings = z.infer<typeof settings>;
export type ErrorStyle = Settings['errorStyle'];

export const documented: Settings = {
	errorStyle: 'symbol',
	uploadAnswer: 'none',
	checkoutRedirectAnswer: 'string',
	companyCreditFields: 'beside',
	companyStatus: 'table',
	quoteTotals: 'equal',
	unknownPath: 'text',
	newInvoices: 'Placed',
	simplifiedAnswer: 'invoice',
	missingInvoice: '404',
	embeddedProjects: 'made',
	quoteWords: 'status',
	partlyPaid: 'PaymentProcessing',
	statusCase: 'list',
	commercial: 'both',
	ownerNames: 'both',
	uploadForms: 'both',
	downloads: 'bytes',
	fileNames: 'disposition',
	refusalStatus: 'byMeaning',
	noticeIds: 'caller',
	paymentAmount: 'event',
	olderUpdates: 'taken',
	encodedSlashes: 'taken',
};
