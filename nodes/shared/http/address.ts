/** A host, perhaps with a port, and a path; no query, fragment or user name. */
const REST = /^[^\s/?#@]+(\/[^\s?#]*)?$/;

/** A base URL without its last slash; without a scheme, https is meant. Undefined when it is no address of HTTP. */
export function addressOf(given: string | undefined): string | undefined {
	const text = (given ?? '').trim().replace(/\/+$/, '');
	const [, scheme = 'https://', rest] = /([a-z][a-z0-9+.-]*:\/\/)?(.*)/is.exec(text)!;
	const address = scheme + rest;
	// `http:/host` and `https//host` are slips of the pen, and no hosts of that name.
	if (!/^https?:/i.test(scheme) || /^https?[:/]/i.test(rest) || !REST.test(rest)) return undefined;
	return URL.canParse(address) ? address : undefined;
}
