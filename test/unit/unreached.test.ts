import { unreached } from '../../nodes/shared/http/unreached';

describe('before the request has left', () => {
	it.each<[string, object, RegExp, RegExp | undefined]>([
		['an unknown name', { code: 'ENOTFOUND' }, /no host of this name \(ENOTFOUND\)$/, undefined],
		['a name server that is away', { code: 'EAI_AGAIN' }, /no host of this name/, undefined],
		['nobody there', { code: 'ECONNREFUSED' }, /nobody listens/, undefined],
		['a cause', { code: 'ERR_BAD_REQUEST', cause: { code: 'EAI_AGAIN' } }, /\(EAI_AGAIN\)/, undefined],
		['no way', { code: 'EHOSTUNREACH', syscall: 'connect' }, /no way there/, undefined],
		['no net', { code: 'X', cause: { code: 'ENETUNREACH', syscall: 'connect' } }, /no way there/, undefined],
		['a wall', { code: 'ETIMEDOUT', syscall: 'connect' }, /connection took too long/, undefined],
		[
			'several addresses',
			{ code: 'ETIMEDOUT', errors: [{ code: 'ETIMEDOUT', syscall: 'connect' }] },
			/connection took too long/,
			undefined,
		],
		['a certificate of its own', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, /trusts/, /NODE_EXTRA_CA_CERTS/],
		['its own authority', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, /trusts/, /NODE_EXTRA_CA_CERTS/],
		['a gap', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, /trusts/, /NODE_EXTRA_CA_CERTS/],
		['no issuer', { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, /trusts/, /NODE_EXTRA_CA_CERTS/],
		['one drawn back', { code: 'CERT_REVOKED' }, /trusts/, /NODE_EXTRA_CA_CERTS/],
		['an old one', { code: 'CERT_HAS_EXPIRED' }, /certificate has expired/, /renew/],
		['a new one', { code: 'CERT_NOT_YET_VALID' }, /not valid yet/, /clock/],
		['another name', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, /another host name/, /address/],
		[
			'http where https was asked for',
			{
				code: 'EPROTO',
				message: 'write EPROTO 80:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:',
			},
			/does not speak https \(EPROTO\)$/,
			/http:\/\//,
		],
		[
			'the same by its own code',
			{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
			/does not speak https/,
			/http:\/\//,
		],
		[
			"n8n's own wall",
			{ code: 'X', cause: { cause: { name: 'SsrfBlockedIpError', message: 'blocked' } } },
			/lets no request through to this address \(SsrfBlockedIpError\)$/,
			/N8N_SSRF_ALLOWED_HOSTNAMES/,
		],
		[
			'the same by name',
			{ name: 'SsrfBlockedHostnameError' },
			/lets no request through/,
			/ALLOWED_HOSTNAMES/,
		],
		['something else there', { code: 'ERR_SSL_PACKET_LENGTH_TOO_LONG' }, /does not speak https/, /port/],
	])('%s', (_name, error, why, advice) => {
		const seen = unreached(error);
		expect(seen.neverSent).toBe(true);
		expect(seen.why).toMatch(why);
		if (advice) expect(seen.advice).toMatch(advice);
		else expect(seen.advice).toBeUndefined();
	});
});

describe('at any time', () => {
	it.each<[string, unknown, RegExp | undefined]>([
		['a broken connection', { code: 'ECONNRESET' }, /broke off \(ECONNRESET\)/],
		['a broken pipe', { code: 'EPIPE' }, /broke off/],
		['a broken cause', { code: 'ENOTFOUND', cause: { code: 'ECONNRESET' } }, /broke off/],
		['too long', { code: 'ECONNABORTED' }, /took too long/],
		['a silent line', { code: 'ETIMEDOUT', syscall: 'read' }, /it took too long/],
		['no HTTP', { code: 'HPE_INVALID_CONSTANT' }, /no HTTP/],
		['a lost way', { code: 'EHOSTUNREACH', syscall: 'read' }, undefined],
		['an alert in encrypted words', { code: 'EPROTO', message: 'alert bad record mac' }, undefined],
		['nothing that is known', { code: 'WHO_KNOWS' }, undefined],
		['no code', new Error('secret'), undefined],
		['nothing at all', undefined, undefined],
	])('%s', (_name, error, why) => {
		const seen = unreached(error);
		expect(seen.neverSent).toBe(false);
		if (why) expect(seen.why).toMatch(why);
		else expect(seen.why).toBeUndefined();
	});
});

describe('a code that only looks like a known one is none', () => {
	const whole = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'];
	const known = [...whole, 'ECONNABORTED', 'ECONNRESET', 'EPIPE'];
	it.each(known.flatMap((code) => [`X${code}`, `${code}X`]))('%s', (code) => {
		const { neverSent, why } = unreached({ code, syscall: 'connect' });
		expect([neverSent, why]).toEqual([false, undefined]);
	});

	it.each([
		'XHPE_INVALID_CONSTANT',
		'XCERT_REVOKED',
		'XCERT_HAS_EXPIRED',
		'XCERT_NOT_YET_VALID',
		'XERR_TLS_X',
		'XERR_TLS_CERT_ALTNAME_INVALID',
	])('%s', (code) => {
		const { neverSent, why } = unreached({ code });
		expect([neverSent, why]).toEqual([false, undefined]);
	});

	it.each(['CERT_HAS_EXPIREDX', 'CERT_NOT_YET_VALIDX', 'ERR_TLS_CERT_ALTNAME_INVALIDX'])(
		'%s is about a certificate all the same',
		(code) => expect(unreached({ code }).why).toMatch(/not one that n8n trusts/),
	);
});

it('an error with a cause that says nothing is read itself', () =>
	expect(unreached({ code: 'EPIPE', cause: {} }).why).toMatch(/broke off/));

it.each(['connect', 'read', undefined])(
	'of several addresses the first one tells, unless %s stands there',
	(syscall) => {
		const { neverSent } = unreached({ code: 'ETIMEDOUT', syscall, errors: [{ syscall: 'connect' }] });
		expect(neverSent).toBe(syscall !== 'read');
	},
);

it('where no address was tried, the code alone tells', () =>
	expect(unreached({ code: 'ETIMEDOUT', errors: [] }).why).toBe('it took too long (ETIMEDOUT)'));

it('a failure of TLS that says nothing else is told by neither', () =>
	expect(unreached({ code: 'EPROTO' })).toEqual({ neverSent: false, advice: undefined }));
