import type { Failure, FailureKind } from '../shared/failure';
import type { Answer, Outgoing } from '../shared/http/request';
import { adviceFor } from '../shared/http/statusAdvice';
import { isPage } from '../shared/http/webPage';
import { codesIn, member, membersOf, quietWordsOf, wordsOf } from '../shared/http/words';
import { aboutAnother, adviceOfCode, codeAdvice, pageAdvice, statusAdvice } from './errors';

/** That a record is there, or isn't, is known of every kind, though the contract lists some of these codes only. */
const OF_RECORDS = /^(company|customer|invoice|quote|project)_(already_exist|does_not_exist)$/;

function known(symbol: string): string | undefined {
	const lower = symbol.toLowerCase();
	return Object.hasOwn(codeAdvice, lower) || OF_RECORDS.test(lower) ? lower : undefined;
}

const knownIn = (texts: string[]): string | undefined =>
	texts
		.flatMap((text) => [...text.matchAll(/[a-z]+(?:_[a-z]+)+/gi)])
		.map(([symbol]) => known(symbol))
		.find((symbol) => symbol !== undefined);

const textsOf = (body: unknown): string[] =>
	membersOf(body).flatMap(([name, value]) => (typeof value === 'string' ? [name, value] : name));

/**
 * The symbolic code of an error body: a known one in a code, else in any text of it, the reason's first, in any letter case; else
 * the code as it came, when it is more than the status (bluetape.md C16).
 */
export function symbolOf(body: unknown): string | undefined {
	if (isPage(body)) return undefined;
	const codes = codesIn(body);
	const reason = member(body, 'reason');
	const symbol =
		knownIn(codes) ??
		knownIn([typeof reason === 'string' ? reason : '', wordsOf(body)]) ??
		knownIn(textsOf(body));
	return symbol ?? codes.find((code) => /[a-z]/i.test(code));
}

/** An error answer in words (bluetape.md 9). Codes that are not in the contract are shown as they came. */
export function explain(
	status: number,
	body: unknown,
	request: Partial<Pick<Outgoing, 'body' | 'method' | 'path'>>,
): Pick<Failure, 'code' | 'message' | 'advice'> & { kind?: FailureKind } {
	const code = symbolOf(body);
	const words = wordsOf(body) || quietWordsOf(body, [String(status), code]);
	const told = [words, code && !words.toLowerCase().includes(code.toLowerCase()) ? `(${code})` : '']
		.filter(Boolean)
		.join(' ');
	const page = isPage(body);
	const answered = `BlueTape answered ${status}${page ? ' with a web page' : ''}`;
	const advice =
		(code === undefined ? undefined : adviceOfCode(code, request)) ??
		// What is refused with a good status is no answer of BlueTape's.
		(page || status < 300 ? pageAdvice(status) : undefined) ??
		adviceFor(statusAdvice(request), status);
	return {
		code,
		message: told ? `${answered}: ${told}` : answered,
		advice,
		// A page says nothing about a record: who acts on "not found" must not act on a proxy's word.
		...(page && GONE.includes(status) && { kind: 'unexpected' }),
	};
}

const GONE = [404, 410];

/** Is what to do about this code known? */
export const hasAdvice = (code: string | undefined): code is string =>
	code !== undefined && Object.hasOwn(codeAdvice, code);

/**
 * Is this conflict of a create about another record than `record`? Any other says that it is there already, also by a code that
 * nobody knows.
 */
export function isAboutAnother(body: unknown, record: string): boolean {
	const symbol = symbolOf(body);
	if (isPage(body)) return true;
	return symbol !== undefined && aboutAnother(symbol, record);
}

/** Does a refusal of a create say that `record` is there already: by a conflict, or else in so many words? */
export function isThere({ status, body }: Answer, record: string): boolean {
	if (status < 400 || status >= 500 || isAboutAnother(body, record)) return false;
	const words = new RegExp(`\\b${record}( with (this|that|the same) id)?[ _-]?already[ _-]?exists?`, 'i');
	return status === 409 || words.test(textsOf(body).join('\n'));
}

const OTHERS = /\b(company|customer|invoice|quote|project)\b/i;

/** Does a refusal speak of another kind of record, and not of `record`? */
function namesAnother(body: unknown, record: string): boolean {
	const words = wordsOf(body);
	return OTHERS.test(words) && !new RegExp(`\\b${record}`, 'i').test(words);
}

/** Is this the refusal of an update because there is no such record? */
export const isMissing = ({ status, body }: Answer, record: string): boolean =>
	symbolOf(body) === `${record}_does_not_exist`
		? status >= 400 && status < 500
		: status === 404 && !isAboutAnother(body, record) && !namesAnother(body, record);

/** Does a conflict say nothing at all? So the older page tells an update of an invoice that is not there (bluetape.md C12). */
export const isSilent = ({ status, body }: Answer): boolean =>
	status === 409 && !isPage(body) && !symbolOf(body) && !wordsOf(body);
