import { bare, barest } from './lookAlike';
import type { Review } from './told';

interface One {
	body: Record<string, unknown>;
	/** What its rows have in common. */
	key: string | undefined;
	review: Review[];
}

/** Tells each body whose mark, from `markOf`, another one has as well, and that `areTwins`; undefined parts make no mark. */
function tell(
	bodies: One[],
	markOf: (body: One['body']) => unknown[],
	sentence: Review,
	areTwins: (same: One[]) => boolean = ({ length }) => length > 1,
): void {
	const byMark = new Map<string, One[]>();
	for (const one of bodies) {
		const parts = markOf(one.body);
		if (parts.includes(undefined)) continue;
		const mark = JSON.stringify(parts);
		const same = byMark.get(mark);
		if (same) same.push(one);
		else byMark.set(mark, [one]);
	}
	for (const twins of [...byMark.values()].filter(areTwins)) {
		const [first, second] = twins.map(({ body, key }) => `"${typeof body.id === 'string' ? body.id : key}"`);
		const more = twins.length > 2 ? ` and ${twins.length - 2} more` : '';
		const message = `${first} and ${second}${more} ${sentence.message}`;
		for (const { review } of twins) {
			if (!review.some((one) => one.message === message)) review.push({ ...sentence, message });
		}
	}
}

const as = (writing: (text: string) => string, value: unknown) =>
	typeof value === 'string' ? writing(value) : undefined;

/** Tells the bodies that look like one which the table writes in two ways: it would be asked for twice. */
export function tellTwins(bodies: One[]): void {
	const sameId = {
		field: 'id',
		message:
			'are the same but for letter case, blanks, dashes, leading zeros or signs that nobody sees: are they one? Write its ID alike in all of its rows',
	};
	tell(bodies, ({ id }) => [as(bare, id)], sameId);
	tell(
		bodies,
		({ id, customerId, invoiceDate, quoteDate }) => [as(barest, id), customerId, invoiceDate ?? quoteDate],
		sameId,
		// 1-23 and 12-3 are two, 1-23 and 123 hardly.
		(same) => same.length > 1 && same.some(({ body }) => !as(bare, body.id)!.includes('-')),
	);
	const numbers = [
		['invoiceNumber', 'Invoice Number'],
		['quoteNumber', 'Quote Number'],
	];
	for (const [field, label] of numbers) {
		tell(bodies, ({ [field]: number, customerId }) => [as(bare, number), as(bare, customerId)], {
			field,
			message: `have the same ${label} and Customer ID: are they one? Give them one ID, or choose a column that all of its rows have in common as Group By`,
		});
	}
}
