import * as fc from 'fast-check';
import { isOptional, notesOf, shapeOf, type Field, type Shape } from '../../nodes/shared/table/notes';

/** A value as somebody may write it, and what the API must get for it. */
export interface Written {
	given: unknown;
	sent: unknown;
}

const same = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Written> =>
	value.map((one) => ({ given: one, sent: one }));
const padded = (value: fc.Arbitrary<string>): fc.Arbitrary<Written> =>
	fc
		.tuple(value, fc.constantFrom('', ' '))
		.map(([one, blank]) => ({ given: blank + one + blank, sent: one }));
const numbered = fc.nat().map((one): Written => ({ given: one, sent: String(one) }));

// What begins with "=" is an expression to n8n.
const anyText = fc
	.string({ unit: 'binary', minLength: 1, maxLength: 12 })
	.filter((text) => !text.startsWith('='));
const text = fc.oneof(same(anyText.filter((one) => one.trim() !== '')), numbered);
// Of an ID, what nobody sees is no part, and a dash alone stands for none.
export const anyId = anyText
	.map((one) => one.replace(/[\p{C}\p{Z}]/gu, '').normalize('NFC'))
	.filter((one) => one !== '' && !/^(\.{1,2}|\p{Pd}+)$|^=/u.test(one));
// An apostrophe at an edge is a quote, to the field.
const email = fc.emailAddress().filter((one) => !/^[=']|'@/.test(one));
const phone = fc.stringMatching(/^\+(1\d{10}|[2-9]\d{9,14})$/);

const decimal = fc.oneof(
	// Of more than 15 digits the last ones are noise.
	same(fc.double({ noNaN: true, max: 9.9e12, min: -9.9e12 }).map((one) => Number(one.toPrecision(15)) + 0)),
	// `1.100` may be eleven hundred, so three places are refused.
	fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('', '00', '000')).map(([cents, zeros]) => {
		const written = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
		return { given: written + zeros, sent: cents / 100 };
	}),
);
const integer = fc
	.nat()
	.chain((one) => fc.constantFrom<unknown>(one, String(one)).map((given) => ({ given, sent: one })));

const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
export const calendarDays = dates.map((date) => date.toISOString().slice(0, 10));
const clocks = fc.constantFrom(
	'',
	'T00:00:00',
	'T23:59:59.999Z',
	' 10:30:00',
	'T00:30:00.000+14:00',
	'T23:30:00-11:00',
);
const day = (sentAs: (day: string) => string) =>
	fc.tuple(calendarDays, clocks).map(([one, clock]) => ({ given: one + clock, sent: sentAs(one) }));
const moment = dates.chain((date) => {
	const plus2 = new Date(date.getTime() + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
	return fc.constantFrom(date.toISOString(), plus2).map((given) => ({ given, sent: date.toISOString() }));
});
const flag = fc
	.boolean()
	.chain((one) => fc.constantFrom<unknown>(one, String(one)).map((given) => ({ given, sent: one })));

const accepts = (field: Field, value: unknown) => field.safeParse(value).success;

/** Good values of one field, told by what it takes: e-mail addresses, phone numbers and ids are texts to the editor. */
function valuesOf(field: Field): fc.Arbitrary<Written> {
	const { kind, options = [] } = notesOf(field);
	switch (kind) {
		case 'decimal':
			return decimal;
		case 'percent':
			return fc.integer({ min: 0, max: 100 }).map((given) => ({ given, sent: undefined }));
		case 'integer':
			return integer;
		case 'date':
			return day(field.parse('2026-03-31') === '2026-03-31' ? (one) => one : (one) => `${one}T00:00:00.000Z`);
		case 'dateTime':
			return moment;
		case 'flag':
			return flag;
		case 'choice':
			return same(
				fc.constantFrom(
					...options.filter(({ value }) => value).flatMap(({ value }) => [value, value.toUpperCase()]),
				),
			);
		case 'group':
			return bodiesOf(shapeOf(field)!);
		case 'list':
			return listsOf(field);
		default:
			// Ids, those of other records included, come without the blanks around them.
			if (accepts(field, 'x')) return accepts(field, 'null') ? text : fc.oneof(padded(anyId), numbered);
			return padded(accepts(field, 'a@example.com') ? email : phone);
	}
}

function listsOf(field: Field): fc.Arbitrary<Written> {
	const { single } = notesOf(field);
	const shape = shapeOf(field)!;
	const entry = bodiesOf(shape, 'emailAddress' in shape ? ['emailAddress'] : []);
	return fc.array(entry, { minLength: 1, maxLength: single ? 1 : 3 }).map((entries) => ({
		given: entries.map(({ given }) => given),
		sent: entries.map(({ sent }) => sent),
	}));
}

/** What the package works out or reads where it is missing: here it is there, so that the body is sent as it is. */
const WORKED_OUT = [
	...['unitAmount', 'subTotal', 'taxAmount', 'totalAmount', 'amountDue'],
	...['expirationDate', 'status'],
];

/**
 * Objects with the fields of `shape`, all required ones and some of the others, at least one. What the package would fill in by itself
 * (the moment of sending) is always there, and so is what is in `always`.
 */
export function bodiesOf(
	shape: Shape,
	always: string[] = [],
): fc.Arbitrary<Written & { given: object; sent: object }> {
	const keys = Object.keys(shape);
	const needed = keys.filter(
		(key) =>
			!isOptional(shape[key]) ||
			always.includes(key) ||
			WORKED_OUT.includes(key) ||
			(accepts(shape[key], undefined) && shape[key].parse(undefined) !== undefined),
	);
	const fields = Object.fromEntries(keys.map((key) => [key, valuesOf(shape[key])]));
	return fc
		.record(fields, { requiredKeys: needed })
		.filter((body) => Object.keys(body).length > 0)
		.map((body) => {
			const part = (name: keyof Written) =>
				Object.fromEntries(
					Object.entries(body)
						.map(([key, written]) => [key, written[name]])
						// The tax rate is ours: it is not sent.
						.filter(([, value]) => value !== undefined),
				);
			return { given: part('given'), sent: part('sent') };
		});
}
