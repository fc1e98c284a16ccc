import type { Failure } from '../shared/failure';
import type { Answer, Outgoing } from '../shared/http/request';
import { adviceFor } from '../shared/http/statusAdvice';
import { isPage } from '../shared/http/webPage';
import { member, shortened, wordsOf } from '../shared/http/words';
import { downloadedTooOften, pageAdvice, statusAdvice, wrongFile } from './errors';
import { isObject } from '../shared/values/object';

/** Where tokens come from; a refusal there is about the credential. */
export const loginPath = '/create/accesstoken';

/** `State` of an answer; every documented one has it. */
export function stateOf(body: unknown): string | undefined {
	const state = member(body, 'State') ?? '';
	return (typeof state === 'string' ? state : JSON.stringify(state)).trim() || undefined;
}

/** 0 is good (bludelta.md 3), and what others write for it. */
const GOOD = /^(0+(\.0+)?|ok|okay|true|success|successful|succeeded)$/i;

/** The service's own words: in the envelope, or in ServiceStack's error body (bludelta.md 3). */
export function messageOf(body: unknown): string {
	const words = [member(body, 'Message'), member(member(body, 'ResponseStatus'), 'Message')];
	return words.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? '';
}

/** HTTP 200 says nothing by itself: `State` decides, and what is no JSON object is no answer of BLU DELTA. */
export function isRefusal({ body }: Pick<Answer, 'body'>): boolean {
	if (!isObject(body)) return true;
	return !GOOD.test(stateOf(body) ?? '0') || isObject(member(body, 'ResponseStatus'));
}

const speaksOfToken = (told: string): boolean =>
	/\btoken|authenti|unauthori/i.test(told) &&
	// Of another token, that of a parser, or of servers that talk with each other.
	!/unexpected token|\b(transport|remote party|connection|stream|ssl|tls)\b/i.test(told);

/**
 * Does the answer speak of the token, in whatever way? (Not documented: bludelta.md 2.1.) A service that is broken does not: the
 * request goes out again with a new token, and a download may have counted.
 */
export const isAboutToken = (answer: Answer): boolean =>
	answer.status === 401 ||
	answer.status === 403 ||
	(answer.status < 500 && isRefusal(answer) && speaksOfToken(messageOf(answer.body)));

/** A service that broke, and speaks of the token: what it was asked for may have happened, and would fail again with this token. */
export const brokeOverToken = ({ status, body }: Answer): boolean =>
	status >= 500 && speaksOfToken(wordsOf(body));

/**
 * Is this an answer about the records that were asked for, be it a refusal? Its status is not documented. Not one about the
 * token, nor what a proxy says.
 */
export const isAboutRecord = (answer: Answer): boolean =>
	isObject(answer.body) &&
	(answer.status < 300 ||
		(answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status))) &&
	!isAboutToken(answer);

type Explained = Pick<Failure, 'code' | 'message' | 'advice'> & { kind?: Failure['kind'] };

/** An error answer in words. */
export function explain(
	status: number,
	body: unknown,
	{ path, method }: Pick<Outgoing, 'path' | 'method'>,
): Explained {
	const told = wordsOf(messageOf(body)) || wordsOf(body);
	const given = stateOf(body);
	const state = given && shortened(given, 40);
	// A web page is that of a proxy, which has a limit of its own.
	if (status === 429 && path.includes('/download/') && !isPage(body)) {
		return {
			...downloadedTooOften,
			message: `BLU DELTA refuses the next document: it was downloaded three times without a confirmation${told ? ` (${told})` : ''}`,
		};
	}
	if (status < 300)
		return { ...refusalWithGoodStatus(body, told, state, method), ...inToken(path, status, body) };
	const page = isPage(body) ? ' with a web page' : '';
	const advice =
		(page ? pageAdvice(status) : undefined) ??
		(status === 415 ? wrongFileAdvice(path) : undefined) ??
		adviceFor(statusAdvice, status);
	const message = `BLU DELTA answered ${status}${page}${told ? `: ${told}` : ''}`;
	return { message, advice, ...inToken(path, status, body) };
}

const wrongFileAdvice = (path: string): string | undefined =>
	Object.entries(wrongFile).find(([start]) => path.startsWith(start))?.[1];

function refusalWithGoodStatus(
	body: unknown,
	told: string,
	state: string | undefined,
	method: string,
): Explained {
	if (isObject(body)) {
		const message = `BLU DELTA refused the request${state === undefined ? '' : ` (State ${state})`}: ${told || 'it gives no reason'}`;
		const aboutToken = isAboutToken({ status: 200, headers: {}, body });
		return {
			...(state !== undefined && { code: `State ${state}` }),
			message,
			advice: aboutToken ? statusAdvice[401] : statusAdvice[400],
			...(aboutToken && { kind: 'credential' }),
		};
	}
	const page = isPage(body);
	const message = `BLU DELTA sent ${page ? 'a web page' : 'an answer that cannot be read'} instead of data`;
	// What to do about a write that may have happened is said by whoever knows what it was.
	if (!page && method !== 'GET') return { kind: 'stateUnknown', message };
	return { kind: 'unexpected', message, advice: statusAdvice[404] };
}

/**
 * A refused token request is about the credential: about its address when somebody else answers there, else about the
 * key. A service that is broken says nothing about either.
 */
function inToken(path: string, status: number, body: unknown): Partial<Explained> {
	if (path !== loginPath || status >= 500) return {};
	return { kind: 'credential', advice: statusAdvice[status === 404 || isPage(body) ? 404 : 401] };
}
