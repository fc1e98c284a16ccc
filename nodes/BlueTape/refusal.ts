import type { Answer } from '../shared/http/request';
import { adviceFor } from '../shared/http/statusAdvice';
import { isPage, pageTitle } from '../shared/http/webPage';
import { codeAdvice, pageAdvice, statusAdvice } from './errors';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** The symbolic code of an error body: in `code`, else as a word of `reason` (bluetape.md C16). */
export function symbolOf(body: unknown): string | undefined {
	if (!isObject(body)) return undefined;
	const { code, reason } = body;
	if (typeof code === 'string' && /[a-z]/i.test(code)) return code;
	const words = typeof reason === 'string' ? (reason.match(/[a-z]+(?:_[a-z]+)+/g) ?? []) : [];
	return words.find((word) => word in codeAdvice);
}

/** An error answer in words (bluetape.md 9). Codes that are not in the contract are shown as they came. */
export function explain(status: number, body: unknown): { code?: string; message: string; advice?: string } {
	const code = symbolOf(body);
	const reason = isObject(body) && typeof body.reason === 'string' ? body.reason.trim() : '';
	const told = [reason || pageTitle(body), code && code !== reason ? `(${code})` : '']
		.filter(Boolean)
		.join(' ');
	const page = isPage(body);
	const advice =
		(code && codeAdvice[code]) ?? (page ? pageAdvice(status) : undefined) ?? adviceFor(statusAdvice, status);
	const answered = `BlueTape answered ${status}${page ? ' with a web page' : ''}`;
	return { code, message: told ? `${answered}: ${told}` : answered, advice };
}

/** Is this the refusal of a create because the record is there already? (Not: its phone, quote or project is taken.) */
export function alreadyExists({ status, body }: Answer, symbol: string | undefined): boolean {
	const code = symbolOf(body);
	return status === 409 && !isPage(body) && (code === undefined || code === symbol);
}
