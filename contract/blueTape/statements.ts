import { z } from 'zod';
import { member, outline } from '../answer';
import { body, different, documented, given, gives, inferred, refused, status, when } from '../checks';
import type { Check, Expectation, Question } from '../question';
import { encoded, post } from '../sending';
import type { World } from '../world';

const isRefused = ({ status: is }: { status: number }) => is >= 400;

/** bluetape.md 5.1. */
const written = z.object({ blueTapeId: z.string().min(1) }).strict();
const withTotal = z.object({ totalAmount: z.number() }).strict();
export const writtenInvoice = written.extend({ details: withTotal.optional() }).strict();

/** A success by the status of the tables, and its shape. */
export const succeeds = (endpoint: string, by: number, schema: z.ZodTypeAny = written): Expectation[] => [
	documented(endpoint, `it is ${by}`, status(by)),
	documented('bluetape.md 5.1', 'the answer has blueTapeId', gives(schema)),
];

/** A success that answers an empty object. */
export const succeedsEmpty = (endpoint: string, by: number): Expectation[] => [
	documented(endpoint, `it is ${by}`, status(by)),
	documented(endpoint, 'the answer is {}', gives(z.object({}).strict())),
];

const error = z.object({ code: z.string(), reason: z.string() }).strict();

/** bluetape.md C16: two texts. */
const errorShape = documented(
	'bluetape.md C16',
	'an error has the texts code and reason',
	given(isRefused, body(error)),
);

const says = (sentence: string): Check =>
	given(
		(answer) => isRefused(answer) && typeof member(answer, 'reason') === 'string',
		when((answer, world) => member(answer, 'reason') === sentence.replace('{number}', world.own('invoice'))),
	);

/** A refusal of which a sample shows the status and the sentence. */
export const refusedSaying = (endpoint: string, by: number, sentence: string): Expectation[] => [
	documented(endpoint, `it is ${by}`, status(by)),
	errorShape,
	documented('bluetape.md 9.2', `the reason is "${sentence}"`, says(sentence)),
];

/** A refusal by status alone. */
export const refusedBy = (at: string, by: number): Expectation[] => [
	documented(at, `it is ${by}`, status(by)),
	errorShape,
];

/** Where a symbol may stand (bluetape.md C16). */
const symbolIn = (symbol: string): Record<string, Check> => {
	const reading = (test: (code: string, reason: string, status: number) => boolean): Check =>
		given(
			(answer) => isRefused(answer) && typeof member(answer, 'code') === 'string',
			(answer) => {
				const [code, reason] = [member(answer, 'code'), member(answer, 'reason')];
				return test(String(code), String(reason), answer.status) ? undefined : different(outline(answer));
			},
		);
	return {
		'the symbol is the code': reading((code) => code === symbol),
		'the symbol stands in the reason': reading((_code, reason) => new RegExp(`\\b${symbol}\\b`).test(reason)),
		'the code is the status, without a symbol': reading((code, _reason, by) => code === String(by)),
	};
};

/** A refusal that the list of symbolic codes has; its status is inferred. */
export const refusedAs = (symbol: string, by: number): Expectation[] => [
	documented('bluetape.md 9.2', `${symbol} is refused`, refused),
	inferred('bluetape.md 9.2', `${symbol} is ${by}`, given(isRefused, status(by))),
	documented('bluetape.md C16', `${symbol} is told`, symbolIn(symbol)),
	errorShape,
];

/** A path of bluetape.md 3. */
export const at = (...parts: Parameters<typeof encoded>) => `/integration${encoded(...parts)}`;

/** A create without each of its required fields (bluetape.md 9.1). */
export const withoutEach = (
	what: string,
	fields: string[],
	place: string,
	path: string,
	full: (world: World, id: string) => Record<string, unknown>,
): Question[] =>
	fields.map((field) => ({
		asks: `${what} without ${field}`,
		send: (world) => {
			const { [field]: _left, ...json } = full(world, world.own(`without-${field}`));
			return post(path, json);
		},
		expects: refusedBy(place, 400),
		// A service that takes it all the same may write.
		writes: /invoice|quote/.test(path),
	}));
