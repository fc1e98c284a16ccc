import { z } from 'zod';

/** Where the vendor's sources disagree, which of them the emulator follows. */
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
};
