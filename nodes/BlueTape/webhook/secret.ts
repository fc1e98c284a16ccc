import { createHash, timingSafeEqual } from 'node:crypto';

export const CREDENTIAL = 'blueTapeWebhookApi';

/** The fields of the credential `blueTapeWebhookApi`. */
export interface Secret {
	headerName?: string;
	headerValue?: string;
}

/** What is wrong with a stored secret, in words for its owner; undefined when it can be used. */
export function secretProblem({ headerName = '', headerValue = '' }: Secret): string | undefined {
	if (!/^[\w!#$%&'*+.^`|~-]+$/.test(headerName.trim())) return 'The Header Name must be like X-BlueTape-Key';
	if (!headerValue.trim()) return 'The Header Value is empty: without a secret nobody is let in';
	if (!/^[\x20-\x7e]+$/.test(headerValue.trim())) {
		return 'The Header Value may only hold plain letters, digits and signs: others do not survive in a header';
	}
	return undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Do the request's headers hold the secret? Takes the same time for every wrong one. False when the secret is unusable. */
export function holdsSecret(headers: Record<string, string | string[] | undefined>, secret: Secret): boolean {
	const { headerName = '', headerValue = '' } = secret;
	const given = headers[headerName.trim().toLowerCase()];
	const equal = timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(headerValue.trim()));
	return equal && secretProblem(secret) === undefined;
}
