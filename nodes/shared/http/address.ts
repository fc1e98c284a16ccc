/** A base URL without its last slash; undefined when it is no address, or has a query, a fragment or a user name in it. */
export function addressOf(given: string | undefined): string | undefined {
	const address = (given ?? '').trim().replace(/\/+$/, '');
	return /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i.test(address) ? address : undefined;
}
