const advice = (what: string) =>
	`Each ${what} is one item with all of its lines. For a table with one row a line, put the operation From Rows before this node`;

/** What to do when several items of a run would make the same record. */
export const ONE_ITEM_EACH = { invoice: advice('invoice'), quote: advice('quote') };
