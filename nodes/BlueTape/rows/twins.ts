import type { Review } from './told';

interface One {
	body: Record<string, unknown>;
	/** What its rows have in common. */
	key: string | undefined;
	review: Review[];
}

/** Tells each body whose mark, from `markOf`, another one has as well. */
function tell(bodies: One[], markOf: (body: One['body']) => string | undefined, sentence: Review): void {
	const byMark = new Map<string, One[]>();
	for (const one of bodies) {
		const mark = markOf(one.body)?.toLowerCase();
		if (mark === undefined) continue;
		const same = byMark.get(mark);
		if (same) same.push(one);
		else byMark.set(mark, [one]);
	}
	for (const twins of [...byMark.values()].filter(({ length }) => length > 1)) {
		const [first, second] = twins.map(({ body, key }) => `"${typeof body.id === 'string' ? body.id : key}"`);
		const more = twins.length > 2 ? ` and ${twins.length - 2} more` : '';
		const message = `${first} and ${second}${more} ${sentence.message}`;
		twins.forEach(({ review }) => review.push({ ...sentence, message }));
	}
}

/** Tells the bodies that look like one which the table writes in two ways: it would be asked for twice. */
export function tellTwins(bodies: One[]): void {
	tell(bodies, ({ id }) => (typeof id === 'string' ? id : undefined), {
		field: 'id',
		message: 'are the same but for letter case: are they one? Write its ID alike in all of its rows',
	});
	const numbers = [
		['invoiceNumber', 'Invoice Number'],
		['quoteNumber', 'Quote Number'],
	];
	for (const [field, label] of numbers) {
		const markOf = ({ [field]: number, customerId }: One['body']) =>
			number === undefined || customerId === undefined ? undefined : JSON.stringify([number, customerId]);
		const message = `have the same ${label} and Customer ID: are they one? Give them one ID, or choose a column that all of its rows have in common as Group By`;
		tell(bodies, markOf, { field, message });
	}
}
