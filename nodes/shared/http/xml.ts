/** The name of the first element, past a declaration, a document type and comments. */
const START = /^\s*(?:<(?:\?[^>]*\?|!--[^]*?--)>\s*)*<(!doctype\b|[\w.-]+:)?\s*([\w.-]+)/i;
const OF_ERRORS = /error|fault|exception|problem|envelope|response/i;
/** An element that holds no other. */
const LEAF = /<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[([^]*?)\]\]>|([^<]*))\s*<\/[^<>]*>/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", amp: '&' };

/** Is this data as XML, as some services write their errors? A page for people (HTML, XHTML) is none. */
export function isXml(body: unknown): body is string {
	if (typeof body !== 'string') return false;
	const root = START.exec(body)?.[2];
	if (!root || /^(html|head|body)$/i.test(root)) return false;
	return body.trimStart().startsWith('<?xml') || OF_ERRORS.test(root);
}

const plain = (text: string): string =>
	text.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity).trim();

/** What XML says, each innermost element as a member; of broken XML the bare text. */
export function saidBy(xml: string): Array<Record<string, string>> | string {
	const leaves = [...xml.matchAll(LEAF)].map(([, name, data, text]) => ({ [name]: data ?? plain(text) }));
	return leaves.length ? leaves : plain(xml.replace(/<[^>]*>?/g, ' ').replace(/\s+/g, ' '));
}
