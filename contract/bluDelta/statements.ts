import { z } from 'zod';
import { isGood, member, type Answer } from '../answer';
import { body, documented, given, unknown, when } from '../checks';
import type { Check, Expectation, Sending } from '../question';

/** bludelta.md 3: HTTP 200 does not say that it worked. */
const isDone = (answer: Answer) => isGood(answer) && (member(answer, 'State') ?? 0) === 0;
const isFailed = (answer: Answer) => answer.status >= 400 || Number(member(answer, 'State')) > 0;

export const done: Check = when(isDone);
export const failed: Check = when(isFailed);
export const doneGives = (schema: z.ZodTypeAny): Check => given(isDone, body(schema));
export const ifDone = (check: Check): Check => given(isDone, check);

/** The ways in which something may be refused. */
export const ways: Record<string, Check> = {
	'HTTP 401': when(({ status }) => status === 401),
	'HTTP 403': when(({ status }) => status === 403),
	'HTTP 400': when(({ status }) => status === 400),
	'State above 0': when((answer) => isGood(answer) && isFailed(answer)),
	'another HTTP status': when(({ status }) => status >= 400),
	'not refused': done,
};

const envelope = { State: z.number().int(), Message: z.string().nullable().optional() };
export const answer = (members: z.ZodRawShape) => z.object({ ...envelope, ...members }).strict();
export const guid = z.string().uuid();

/** A success of one endpoint, with the members of its answer. */
export const succeeds = (endpoint: string, at: string, members: z.ZodRawShape = {}): Expectation[] => [
	documented(endpoint, 'it is done', done),
	documented(
		'bludelta.md 3',
		'every answer has State and Message',
		given(isGood, body(answer({}).passthrough())),
	),
	documented(
		at,
		`the answer has ${Object.keys(members).join(', ') || 'nothing else'}`,
		doneGives(answer(members)),
	),
];

/** A refusal that is certain, and whose way is not known. */
export const refusedSomehow = (at: string, says: string): Expectation[] => [
	documented(at, says, failed),
	unknown('bludelta.md 10', `the way in which ${says}`, ways),
];

export const by = (keys: Sending['by'], sending: Sending): Sending => ({ ...sending, by: keys });
