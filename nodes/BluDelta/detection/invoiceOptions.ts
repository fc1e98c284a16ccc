/** What the user decides about the mapping; everything may be left out. */
export interface InvoiceOptions {
	/** Your BlueTape customer; not the CustomerId that the issuer printed. */
	customerId?: string;
	/** Instead of the document's id. */
	invoiceId?: string;
	/** ISO 4217; any other currency, or none, makes no invoice. */
	expectedCurrency?: string;
	/** Days after the invoice date, for documents without a due date. */
	defaultNetDays?: number;
	/** 0 to 1; lower scores are told in `review`, unless a person has validated the document. */
	minimumScore?: number;
	/** Up to how much of a difference between net plus tax and the total is rounding of the tax, in currency units; 0 if not set. */
	tolerance?: number;
	/** None if not set: then a new invoice becomes `Placed`, and one that is there keeps its own. */
	status?: string;
	/** ISO 8601 in UTC; the upload time if not set, else `now`. */
	sourceModifiedDate?: string;
	now?: string;
	/** `fromDocument` if not set. */
	lines?: 'fromDocument' | 'omit';
	/** Puts the article number before each line's description. */
	itemIds?: boolean;
	/** Still owed, in currency units, when a deposit was paid; the total if not set. */
	amountDue?: number | string;
}
