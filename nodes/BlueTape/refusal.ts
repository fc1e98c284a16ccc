import { kindOfStatus, type Failure, type FailureKind } from '../shared/failure';
import type { Answer, Outgoing } from '../shared/http/request';
import { adviceFor } from '../shared/http/statusAdvice';
import { isPage } from '../shared/http/webPage';
import { quietWordsOf, shortened, wordsOf } from '../shared/http/words';
import { aboutAnother, adviceOfCode, codeAdvice, statusOfCode } from './errors';
import { refusalIn } from './inSuccess';
import { pageAdvice, statusAdvice } from './statuses';
import { symbolOf, textsOf } from './symbol';

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
	const inside = status < 300 && request.method !== 'GET' ? refusalIn(body) : undefined;
	const answered = `BlueTape answered ${status}${page ? ' with a web page' : inside ? ', but speaks of an error' : ''}`;
	if (inside === 'unknown') {
		const quoted = told || shortened(JSON.stringify(body), 100);
		return { code, kind: 'stateUnknown', message: `${answered}: ${quoted}` };
	}
	const meant = inside && code ? statusOfCode(code) : status;
	const advice =
		(code === undefined ? undefined : adviceOfCode(code, request)) ??
		// What is refused with a good status is no answer of BlueTape's.
		(page || (status < 300 && !inside) ? pageAdvice(status) : undefined) ??
		adviceFor(statusAdvice(request), meant);
	return {
		code,
		message: told ? `${answered}: ${told}` : answered,
		advice,
		...(meant !== status && { kind: kindOfStatus(meant, true) }),
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

/** Is this a refusal for a reason of BlueTape's, be its status a good one? */
const isRefusal = (status: number, body: unknown): boolean =>
	status < 300 ? refusalIn(body) !== undefined : status >= 400 && status < 500;

/** Does a refusal of a create say that `record` is there already: by a conflict, or else in so many words? */
export function isThere({ status, body }: Answer, record: string): boolean {
	if (!isRefusal(status, body) || isAboutAnother(body, record)) return false;
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
		? isRefusal(status, body)
		: status === 404 && !isAboutAnother(body, record) && !namesAnother(body, record);

/** Does a conflict say nothing at all? So the older page tells an update of an invoice that is not there (bluetape.md C12). */
export const isSilent = ({ status, body }: Answer): boolean =>
	status === 409 && !isPage(body) && !symbolOf(body) && !wordsOf(body);
