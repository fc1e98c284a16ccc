/** A field of the invoice that was computed or guessed: from what, and how. */
export interface Derived {
	field: string;
	from: string;
	how: string;
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
