import { isPage } from '../shared/http/webPage';
import { codesIn, member, membersOf, wordsOf } from '../shared/http/words';
import { codeAdvice } from './errors';

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

/** Names and texts of a body. */
export const textsOf = (body: unknown): string[] =>
	membersOf(body).flatMap(([name, value]) => (typeof value === 'string' ? [name, value] : name));

/**
 * The symbolic code of an error body: a known one in a code, else in any text of it, the reason's first, in any letter case; else
 * the code as it came, when it is more than the status (bluetape.md C16).
 */
export const symbolOf = (body: unknown): string | undefined =>
	isPage(body) ? undefined : (knownSymbol(body) ?? codesIn(body).find((code) => /[a-z]/i.test(code)));

/** The same where it is one that the contract knows. */
export function knownSymbol(body: unknown): string | undefined {
	const reason = member(body, 'reason');
	return (
		knownIn(codesIn(body)) ??
		knownIn([typeof reason === 'string' ? reason : '', wordsOf(body)]) ??
		knownIn(textsOf(body))
	);
}
