import type { Sending } from './question';

/** A path whose ids are percent-encoded (bluetape.md trap 17). */
export const encoded = (parts: TemplateStringsArray, ...ids: string[]): string =>
	String.raw({ raw: parts }, ...ids.map(encodeURIComponent));

export const get = (path: string, query?: Record<string, string>): Sending => ({
	method: 'GET',
	path,
	query,
});
export const post = (path: string, json?: unknown): Sending => ({ method: 'POST', path, json });
export const put = (path: string, json?: unknown): Sending => ({ method: 'PUT', path, json });
export const remove = (path: string): Sending => ({ method: 'DELETE', path });
