/** What is read of an error of the network; the rest holds secrets. */
interface NetworkError {
	name?: string;
	code?: string;
	syscall?: string;
	message?: string;
	cause?: NetworkError;
	errors?: NetworkError[];
}

/** Why a request got no answer. */
export interface Unreached {
	/** It failed before the request left: nothing can have happened at the other end. */
	neverSent: boolean;
	/** What happened, as the end of a sentence. */
	why?: string;
	advice?: string;
}

const trust =
	'If it is a server or a proxy of your own, give n8n the certificate of whoever signed it: set NODE_EXTRA_CA_CERTS to the path of that file (PEM) where n8n runs, and restart n8n. If it is not, somebody else answers at this address';
const atAddress = 'Check the address in the credential';
const renew = 'Whoever runs the service must renew it. Check the clock of the machine that n8n runs on, too';

type Reason = [code: RegExp, why: string, advice?: string];

/** Errors that come before the request has left. */
const BEFORE: Reason[] = [
	[
		/^SsrfBlocked/,
		'n8n lets no request through to this address',
		'If the service is one of your own network, whoever runs n8n names its host in N8N_SSRF_ALLOWED_HOSTNAMES',
	],
	[/^CERT_HAS_EXPIRED$/, 'its certificate has expired', renew],
	[/^CERT_NOT_YET_VALID$/, 'its certificate is not valid yet', renew],
	[/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'its certificate is made out to another host name', atAddress],
	[/SELF_SIGNED|UNABLE_TO_|^CERT_|^ERR_TLS_/, 'its certificate is not one that n8n trusts', trust],
	[
		/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG/,
		'the server there does not speak https',
		`${atAddress}: it may have to begin with http://, or have another port`,
	],
	[/^ENOTFOUND$|^EAI_AGAIN$/, 'the network knows no host of this name'],
	[/^ECONNREFUSED$/, 'nobody listens at this address'],
];
/** These come at any time, but on the way to a connection no request has left. */
const ON_THE_WAY: Reason[] = [
	[/^EHOSTUNREACH$|^ENETUNREACH$/, 'the network knows no way there'],
	[/^ETIMEDOUT$/, 'the connection took too long'],
];
const AFTER: Reason[] = [
	[/^HPE_/, 'what came back is no HTTP', atAddress],
	[/^ECONNABORTED$|^ETIMEDOUT$/, 'it took too long'],
	[/^ECONNRESET$|^EPIPE$/, 'the connection broke off'],
];

/** Node's code of a TLS failure is EPROTO, with the reason in its words; newer ones have a code for each. */
const codeOf = ({ code = '', message = '' }: NetworkError): string =>
	code === 'EPROTO' ? message.toUpperCase().replace(/\W+/g, '_') : code;

/** An error and what has caused it. n8n's own errors have no code, and may lie deep. */
const chain = (error: NetworkError | undefined, most = 5): NetworkError[] =>
	error && most > 0 ? [error, ...chain(error.cause, most - 1)] : [];

/** Reads the error of a request without an answer. */
export function unreached(error: unknown): Unreached {
	const outer = (error ?? {}) as NetworkError;
	const blocked = chain(outer).find(({ name }) => name?.startsWith('SsrfBlocked'));
	const own = blocked ? { code: blocked.name } : outer.cause?.code ? outer.cause : outer;
	// Several addresses were tried.
	const { syscall = own.errors?.[0]?.syscall }: NetworkError = own;
	const code = codeOf(own);
	const find = (reasons: Reason[]) => reasons.find(([pattern]) => pattern.test(code));
	const before = find(BEFORE) ?? (syscall === 'connect' ? find(ON_THE_WAY) : undefined);
	const [, why, advice] = before ?? find(AFTER) ?? [];
	return { neverSent: before !== undefined, ...(why && { why: `${why} (${own.code})` }), advice };
}
