import { isXml } from './xml';

/** Is this a page for people (HTML)? A proxy, a firewall or a wrong address answers with one. */
export const isPage = (body: unknown): body is string =>
	typeof body === 'string' && body.trimStart().startsWith('<') && !isXml(body);

/** What a page says of itself, e.g. `502 Bad Gateway`: its title or first heading, at most 80 characters; empty when it has none. */
export function pageTitle(body: unknown): string {
	if (!isPage(body)) return '';
	const inner = /<(title|h1|h2)\b[^>]*>([^]{0,500}?)<\/\1>/i.exec(body)?.[2] ?? '';
	return inner
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 80);
}

/** Web servers label as HTML what a program sends without a label: one word such as `OK` or an id, or that it went well. */
const WENT_WELL =
	/^\S+$|\b(ok|success|successful|successfully|created|updated|deleted|removed|saved|done)\b/i;

/** Is this bare text, by its label, a page for people: `Sign in to continue`? */
export const isPageOfWords = (contentType: string | undefined, text: string): boolean =>
	/^\s*(text\/html|application\/xhtml)/i.test(contentType ?? '') && !WENT_WELL.test(text.trim());
