import * as fc from 'fast-check';
import type { NoticeEvent } from '../../nodes/BlueTape/webhook/notice';
import { isNoId } from '../../nodes/shared/values/noId';

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
/** Of several IDs in one text something odd is told. */
const isOneId = (text: string) => !isNoId(text) && !/\d.*[\s,;|&+].*\d/s.test(text);
const id = word.map((text) => text.trim()).filter(isOneId);
/** Numbers that JSON carries as they are. */
const number = fc.oneof(
	fc.integer(),
	fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
	// Whole numbers of more digits are IDs, and stay text.
	fc.double({ noNaN: true, min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
	any: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), number, fc.boolean(), fc.constant(null)),
		fc.array(tie('any'), { maxLength: 4 }),
		fc.dictionary(fc.string({ maxLength: 6 }), tie('any'), { maxKeys: 4, noNullPrototype: true }),
	),
})).any;

const documented = {
	'quote.approval': fc.record({ quoteId: id, result: word, creditInfo: fc.record({ limit: number }) }),
	'invoice.payment': fc.record({
		invoiceId: id,
		// A payment below zero is odd.
		amount: number.map(Math.abs),
		fee: number,
		paymentMethod: word,
		status: word,
	}),
};

/** The documented names and what looks like them to a reader that is not strict, and names of the reader's own. */
const taken =
	/^(quoteid|result|creditinfo|invoiceid|amount|fee|paymentmethod|status|invoice|quote)$|^(event|eventId|receivedAt|problems|verified|envelope)$/;
const otherName = fc
	.string({ maxLength: 8 })
	.filter((name) => !taken.test(name.toLowerCase().replace(/[\s_-]/g, '')) && !taken.test(name));

/** A notice as BlueTape documents it, with fields besides that nobody knows. */
export const notices: fc.Arbitrary<{ event: NoticeEvent; body: Record<string, unknown> }> = fc
	.constantFrom<NoticeEvent>('quote.approval', 'invoice.payment')
	.chain((event) =>
		fc
			.tuple(fc.dictionary(otherName, value, { maxKeys: 3, noNullPrototype: true }), documented[event])
			.map(([more, body]) => ({ event, body: { ...more, ...body } })),
	);

const cents = fc.integer({ min: -1e11, max: 1e11 }).map((number) => number / 100);
const plainWord = fc
	.stringMatching(/^[A-Za-z0-9äöüéß][\wäöüéß .\/#-]{0,12}[A-Za-z0-9äöüéß]$/)
	.filter(isOneId);
const plainDocumented = {
	'quote.approval': fc.record({
		quoteId: plainWord,
		result: fc.constantFrom('Approved', 'Rejected', 'Pending'),
		creditInfo: fc.record({ limit: cents, balance: cents, pastDueAmount: cents }),
	}),
	'invoice.payment': fc.record({
		invoiceId: plainWord,
		amount: cents.map(Math.abs),
		fee: cents,
		paymentMethod: fc.constantFrom('card', 'ach', 'loan', 'wire'),
		status: fc.constantFrom('Paid', 'PartiallyPaid', 'Reversed'),
	}),
};

/** A notice of amounts in cents and words of Western letters, so that it can be written in any way. */
export const plainNotices: typeof notices = fc
	.constantFrom<NoticeEvent>('quote.approval', 'invoice.payment')
	.chain((event) =>
		(plainDocumented[event] as fc.Arbitrary<Record<string, unknown>>).map((body) => ({ event, body })),
	);

/** Choices that a writer makes, one number after the other. */
type Taste = () => number;

const blank = (taste: Taste) => ['', '', ' ', '\n\t'][taste() % 4];

function writtenNumber(given: number, taste: Taste): string {
	const plain = JSON.stringify(given);
	const [mantissa, exponent] = given.toExponential().split('e');
	const spellings = [plain, `${mantissa}${taste() % 2 ? 'E' : 'e'}${exponent}`, plain, plain];
	if (Number.isInteger(given) && !plain.includes('e')) spellings.push(`${plain}.0`, `${plain}.00`);
	if (plain.includes('.') && !plain.includes('e')) spellings.push(`${plain}0`);
	return spellings[taste() % spellings.length];
}

function writtenText(given: string, taste: Taste): string {
	if (taste() % 3) return JSON.stringify(given);
	const units = Array.from({ length: given.length }, (_, at) =>
		given.charCodeAt(at).toString(16).padStart(4, '0'),
	);
	return `"${units.map((unit) => `\\u${taste() % 2 ? unit : unit.toUpperCase()}`).join('')}"`;
}

/** `given` as JSON in one of the many ways to write it: members in any order, numbers and texts spelt differently, blanks. */
export function writtenJson(given: unknown, taste: Taste): string {
	const gap = blank(taste);
	if (typeof given === 'number') return gap + writtenNumber(given, taste);
	if (typeof given === 'string') return writtenText(given, taste) + gap;
	if (typeof given !== 'object' || given === null) return gap + JSON.stringify(given);
	if (Array.isArray(given)) return `[${given.map((one) => writtenJson(one, taste)).join(',')}${gap}]`;
	const members = Object.entries(given).map(([key, member]) => ({
		at: taste(),
		text: `${gap}${writtenText(key, taste)}${gap}:${writtenJson(member, taste)}`,
	}));
	return `{${members
		.sort((a, b) => a.at - b.at)
		.map(({ text }) => text)
		.join(',')}${gap}}`;
}

/** Any taste: numbers from a list, over and over. */
export const tastes = fc.array(fc.nat(), { minLength: 5, maxLength: 30 }).map((numbers) => {
	let next = 0;
	return (): number => numbers[next++ % numbers.length];
});
