import type { Answer, Outgoing } from '../shared/http/request';
import { adviceFor } from '../shared/http/statusAdvice';
import { isPage } from '../shared/http/webPage';
import { member, wordsOf } from '../shared/http/words';
import { aboutAnother, codeAdvice, pageAdvice, statusAdvice } from './errors';

const known = (symbol: string): string | undefined =>
	Object.hasOwn(codeAdvice, symbol.toLowerCase()) ? symbol.toLowerCase() : undefined;

const knownIn = (text: unknown): string | undefined =>
	typeof text === 'string'
		? (text.match(/[a-z]+(?:_[a-z]+)+/gi) ?? []).map(known).find((symbol) => symbol !== undefined)
		: undefined;

/**
 * The symbolic code of an error body: a known one in `code`, else as a word of what the body says, in any letter case; else `code`
 * as it came, when it is more than the status (bluetape.md C16).
 */
export function symbolOf(body: unknown): string | undefined {
	const code = member(body, 'code') ?? member(member(body, 'error'), 'code');
	const symbol = knownIn(code) ?? knownIn(member(body, 'reason')) ?? knownIn(wordsOf(body));
	return symbol ?? (typeof code === 'string' && /[a-z]/i.test(code) ? code : undefined);
}

/** An error answer in words (bluetape.md 9). Codes that are not in the contract are shown as they came. */
export function explain(
	status: number,
	body: unknown,
	request: Pick<Outgoing, 'body'>,
): { code?: string; message: string; advice?: string } {
	const code = symbolOf(body);
	const words = wordsOf(body);
	const told = [words, code && !words.toLowerCase().includes(code.toLowerCase()) ? `(${code})` : '']
		.filter(Boolean)
		.join(' ');
	const page = isPage(body);
	const answered = `BlueTape answered ${status}${page ? ' with a web page' : ''}`;
	const advice =
		(code && Object.hasOwn(codeAdvice, code) ? codeAdvice[code] : undefined) ??
		(page ? pageAdvice(status) : undefined) ??
		adviceFor(statusAdvice(request), status);
	return {
		code,
		message: told ? `${answered}: ${told}` : answered,
		advice,
	};
}

/**
 * Is this 409 to a create about another record than `record`? Any other says that it is there already, also by a code that
 * nobody knows.
 */
export function isAboutAnother(body: unknown, record: string): boolean {
	const symbol = symbolOf(body);
	if (isPage(body)) return true;
	return symbol !== undefined && aboutAnother(symbol, record);
}

/** Is this the refusal of an update because there is no such record? */
export const isMissing = ({ status, body }: Answer, record: string): boolean =>
	status === 404 && !isAboutAnother(body, record);
