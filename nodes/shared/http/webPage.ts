/** Is this a page for people (HTML)? A proxy, a firewall or a wrong address answers with one. */
export const isPage = (body: unknown): body is string =>
	typeof body === 'string' && body.trimStart().startsWith('<');

/** What a page says of itself, e.g. `502 Bad Gateway`: its title or first heading, at most 80 characters; empty when it has none. */
export function pageTitle(body: unknown): string {
	if (!isPage(body)) return '';
	const [, , inner = ''] = /<(title|h1|h2)\b[^>]*>([^]{0,500}?)<\/\1>/i.exec(body) ?? [];
	return inner
		.replace(/<[^>]*>|\s+/g, ' ')
		.replace(/ +/g, ' ')
		.trim()
		.slice(0, 80);
}
