/** A field of the invoice that was computed or guessed: what it became, how, and from which part of the document. */
export interface Derived {
	/** Such as `taxAmount` or `lines[0].quantity`. */
	field: string;
	/** As in the invoice; for `lines` their number. */
	value: number | string;
	how: string;
	from: string;
}

/** Something a person should look at: what is wrong and what to do, in full sentences. */
export interface Review {
	field: string;
	message: string;
}

/** What the mapping has to say beside the invoice; filled as it goes. */
export interface Report {
	derived: Derived[];
	review: Review[];
}
