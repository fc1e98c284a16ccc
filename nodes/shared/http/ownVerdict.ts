import { letters } from './words';

/** A member of an answer by its plain name. */
export type Said = [name: string, value: unknown];

/** What holds an answer in place of the answer itself. */
const ENVELOPES = ['data', 'result', 'response', 'body', 'payload'];
const SUCCESS = ['success', 'ok', 'succeeded', 'successful', 'issuccess', 'issuccessful'];
const STATUS = ['status', 'statuscode', 'httpstatus', 'httpstatuscode'];
const ERRORS = [
	...['error', 'errors', 'errormessage', 'errorcode', 'errordescription', 'exception', 'fault'],
	...['failed', 'failure', 'failures', 'iserror', 'haserror', 'haserrors'],
];
/** What stands where there is no error. */
const NOTHING = /^\s*(0*|null|undefined|false|no|none|nil|n\/a|ok|success|successful)\s*$/i;
/** "Failed" is none of them: that is what an invoice is called whose payment went wrong. */
const ERROR_WORD = /^\s*(error|fail|failure)\s*$/i;

const objectsIn = (value: unknown): object[] =>
	[value].flat().filter((one): one is object => typeof one === 'object' && one !== null);

/** What an answer says of itself: its own members, and those of what stands in an envelope. A text is a message. */
export function sayings(body: unknown): Said[] {
	if (typeof body === 'string') return [['message', body]];
	const plain = (objects: object[]) =>
		objects.flatMap((one) =>
			Object.entries(one).map(([name, value]): Said => [letters(name), value as unknown]),
		);
	const outer = plain(objectsIn(body));
	const inner = outer.filter(([name]) => ENVELOPES.includes(name)).flatMap(([, value]) => objectsIn(value));
	return [...outer, ...plain(inner)];
}

/** Is this a member for errors? */
export const isOfErrors = (name: string): boolean => ERRORS.includes(name);

/** Is there anything in a member for errors? Services write many a word for "none". */
function speaks(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.values(value).some(speaks);
	return !NOTHING.test(String(value));
}

const isErrorStatus = (value: unknown): boolean => /^[45]\d\d$/.test(String(value));

/** Does it deny that it went well: `success: false`, or a `statusCode` of its own of 400 and more? */
export const denies = (said: Said[]): boolean =>
	said.some(
		([name, value]) =>
			(SUCCESS.includes(name) && /^(false|0|no)$/i.test(String(value))) ||
			(STATUS.includes(name) && isErrorStatus(value)),
	);

/** Does it claim that it went well: `success: true`? */
export const claims = (said: Said[]): boolean =>
	!denies(said) &&
	said.some(([name, value]) => SUCCESS.includes(name) && /^(true|1|yes)$/i.test(String(value)));

/** Does it tell of an error: in a member for errors, by a `code` of 400 and more, or where a status would stand? */
export const tellsError = (said: Said[]): boolean =>
	said.some(
		([name, value]) =>
			(isOfErrors(name) && speaks(value)) ||
			(name === 'code' && isErrorStatus(value)) ||
			([...STATUS, 'result'].includes(name) && typeof value === 'string' && ERROR_WORD.test(value)),
	);

/** Has it a status that is a word, as a record has, and not a word for errors? */
export const hasStatusWord = (said: Said[]): boolean =>
	said.some(
		([name, value]) =>
			name === 'status' && typeof value === 'string' && /[a-z]/i.test(value) && !ERROR_WORD.test(value),
	);
