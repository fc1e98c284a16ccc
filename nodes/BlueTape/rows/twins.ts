import { bare, barest } from './lookAlike';
import type { Review } from './told';

interface One {
	body: Record<string, unknown>;
	/** What its rows have in common. */
	key: string;
	review: Review[];
}

const idOf = ({ body }: One): string | undefined => (typeof body.id === 'string' ? body.id : undefined);
const areSeveral = (same: One[]): boolean => same.length > 1;

/** Tells each body whose mark, from `markOf`, another one has as well, where they `areTwins`; undefined parts make no mark. */
function tell(
	bodies: One[],
	markOf: (one: One) => unknown[],
	sentence: Review,
	areTwins: (same: One[]) => boolean,
	nameOf: (one: One) => string = (one) => idOf(one) ?? one.key,
): void {
	const byMark = new Map<string, One[]>();
	for (const one of bodies) {
		const parts = markOf(one);
		if (parts.includes(undefined)) continue;
		const mark = JSON.stringify(parts);
		const same = byMark.get(mark);
		if (same) same.push(one);
		else byMark.set(mark, [one]);
	}
	for (const twins of [...byMark.values()].filter(areTwins)) {
		const [first, second] = twins.map((one) => `"${nameOf(one)}"`);
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
	const together = 'choose a column that all of its rows have in common as Group By';
	const oneId = { field: 'id', message: `have the same ID: are they one? Then ${together}` };
	tell(
		bodies,
		(one) => [idOf(one)],
		oneId,
		areSeveral,
		({ key }) => key,
	);
	const likeId = {
		field: 'id',
		message:
			'are the same but for letter case, blanks, dashes, leading zeros or signs that nobody sees: are they one? Write its ID alike in all of its rows',
	};
	const differ = (same: One[]) => new Set(same.map(idOf)).size > 1;
	tell(bodies, (one) => [as(bare, idOf(one))], likeId, differ);
	const ofOneDay = (one: One) => {
		const { customerId, invoiceDate, quoteDate } = one.body;
		return [as(barest, idOf(one)), customerId, invoiceDate ?? quoteDate];
	};
	// 1-23 and 12-3 are two, 1-23 and 123 hardly.
	const isLoose = (same: One[]) => same.some((one) => !bare(idOf(one)!).includes('-'));
	tell(bodies, ofOneDay, likeId, (same) => differ(same) && isLoose(same));
	const numbers = [
		['invoiceNumber', 'Invoice Number'],
		['quoteNumber', 'Quote Number'],
	];
	for (const [field, label] of numbers) {
		const message = `have the same ${label} and Customer ID: are they one? Give them one ID, or ${together}`;
		const markOf = ({ body }: One) => [as(bare, body[field]), as(bare, body.customerId)];
		tell(bodies, markOf, { field, message }, areSeveral);
	}
}
