import * as fc from 'fast-check';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Twist } from './call';
import { manglings } from './manglings';

const header = fc.stringMatching(/^[\x21-\x7e\x80-\xff]{0,30}$/);
const headerName = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,20}$/);
const secretHeader = (value: string): [string, string] => ['X-BlueTape-Key', value];

const secrets: Record<string, Twist['secret']> = {
	none: () => [],
	empty: () => [secretHeader('')],
	'in another case': (secret) => [secretHeader(secret.toUpperCase())],
	'with more after it': (secret) => [secretHeader(`${secret}0`)],
	'only its beginning': (secret) => [secretHeader(secret.slice(0, -1))],
	'with an odd byte': (secret) => [secretHeader(`${secret}\xff`)],
	'twice right': (secret) => [secretHeader(secret), secretHeader(secret)],
	'right, then wrong': (secret) => [secretHeader(secret), secretHeader('wrong')],
	'wrong, then right': (secret) => [secretHeader('wrong'), secretHeader(secret)],
	'as Authorization': (secret) => [['Authorization', `Bearer ${secret}`]],
	'as cookie': (secret) => [['Cookie', `X-BlueTape-Key=${secret}`]],
	'with an underscore in its name': (secret) => [['X_BlueTape_Key', secret]],
	'10 kB of it': () => [secretHeader('x'.repeat(10_000))],
	'100 kB of it': () => [secretHeader('x'.repeat(100_000))],
};
const goodSecrets: Record<string, Twist['secret']> = {
	'in a header of small letters': (secret) => [['x-bluetape-key', secret]],
	'with blanks around it': (secret) => [secretHeader(` \t${secret}  `)],
};
const secretTwists: fc.Arbitrary<Twist> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc
			.constantFrom(...Object.keys(secrets))
			.map((key): Twist => ({ story: `secret ${key}`, verdict: 'never', secret: secrets[key] })),
	},
	{
		weight: 2,
		arbitrary: header.map((value): Twist => ({
			story: `secret "${value}"`,
			verdict: 'never',
			secret: () => [secretHeader(value)],
		})),
	},
	fc
		.constantFrom(...Object.keys(goodSecrets))
		.map((key): Twist => ({ story: `secret ${key}`, secret: goodSecrets[key] })),
);

const methods = [
	'GET',
	'PUT',
	'PATCH',
	'DELETE',
	'HEAD',
	'OPTIONS',
	'PROPFIND',
	'QUERY',
	'TRACE',
	'M-SEARCH',
];
const methodTwists = fc
	.constantFrom(...methods)
	.map((method): Twist => ({ story: method, verdict: 'never', method }));

const swapped = (path: string) =>
	path.endsWith('quote/approval')
		? path.replace('quote/approval', 'invoice/payment')
		: path.replace('invoice/payment', 'quote/approval');
const paths: Array<[string, Twist['path'], Twist['verdict'], elsewhere?: boolean]> = [
	['a query', (path) => `${path}?a=1&a=2&__proto__[x]=1`, 'starts'],
	['a query of 10 kB', (path) => `${path}?${'q'.repeat(10_000)}`, 'starts'],
	['a query that is no text', (path) => `${path}?%ff%zz`, 'starts'],
	['a slash at the end', (path) => `${path}/`, 'perhaps'],
	['slashes at the beginning', (path) => `//${path}`, 'perhaps', true],
	['double slashes', (path) => path.replaceAll('/', '//'), 'perhaps', true],
	[
		'a letter written as %',
		(path) => path.replace(/.$/, (end) => `%${end.charCodeAt(0).toString(16)}`),
		'perhaps',
	],
	['capitals', (path) => path.toUpperCase(), 'perhaps', true],
	['a detour', (path) => path.replace(/(\w+\/\w+)$/, 'x/../$1'), 'perhaps'],
	['a fragment', (path) => `${path}#x`, 'perhaps'],
	['the other event', swapped, 'starts'],
	['more after it', (path) => `${path}/more`, 'never'],
	['only its beginning', (path) => path.replace(/\/\w+$/, ''), 'never'],
	['nothing after the id', (path) => path.replace(/\/\w+\/\w+$/, ''), 'never'],
	['a NUL', (path) => `${path}%00`, 'never'],
	['no text', (path) => `${path}%ff`, 'never'],
	['half an escape', (path) => `${path}%`, 'never'],
	['another id', (path) => path.replace(/[\da-f]{8}-/, '00000000-'), 'never'],
	['the test URL', (path) => path.replace('/webhook/', '/webhook-test/'), 'never', true],
	['the waiting URL', (path) => path.replace('/webhook/', '/webhook-waiting/'), 'never', true],
	['a form URL', (path) => path.replace('/webhook/', '/form/'), 'never', true],
	['no webhook at all', () => '/invoice/payment', 'never', true],
];
const pathTwists = fc.constantFrom(...paths).map(([name, path, verdict, elsewhere]): Twist => ({
	story: `path with ${name}`,
	verdict,
	path,
	elsewhere,
}));

/** The trigger goes by what a body says, whatever type it is called. */
const typeTwists = fc
	.oneof(
		fc.constantFrom(
			'',
			'text/plain',
			'application/json; charset=utf-16',
			'application/json; charset=no-such',
			'application/xml',
			'text/html',
			'application/x-www-form-urlencoded',
			'multipart/form-data',
			'multipart/form-data; boundary=x',
			'multipart/form-data; boundary=',
			'application/octet-stream',
			'APPLICATION/JSON',
			'application/json, application/xml',
			';',
			'/',
		),
		header,
	)
	.map((contentType): Twist => ({ story: `content type "${contentType}"`, verdict: 'perhaps', contentType }));

type Encoded = [name: string, header: string, encode: Twist['encode'], verdict: Twist['verdict']];
const same = (body: Buffer) => body;
const encodings: Encoded[] = [
	['gzip', 'gzip', gzipSync, 'starts'],
	['deflate', 'deflate', deflateSync, 'starts'],
	['Brotli', 'br', brotliCompressSync, 'perhaps'],
	['gzip twice', 'gzip, gzip', (body) => gzipSync(gzipSync(body)), 'perhaps'],
	['gzip in capitals', 'GZIP', gzipSync, 'perhaps'],
	['gzip that is not told', 'identity', gzipSync, 'perhaps'],
	['gzip that is none', 'gzip', same, 'never'],
	['deflate that is none', 'deflate', same, 'never'],
	['gzip cut off', 'gzip', (body) => gzipSync(body).subarray(0, -9), 'never'],
	[
		'gzip with a broken sum',
		'gzip',
		(body) => Buffer.concat([gzipSync(body).subarray(0, -8), Buffer.alloc(8)]),
		'never',
	],
	['an unknown encoding', 'no-such', same, 'perhaps'],
	[
		'17 MB of blanks in gzip',
		'gzip',
		(body) => gzipSync(Buffer.concat([body, Buffer.alloc(17e6, ' ')])),
		'never',
	],
];
const encodingTwists = fc.constantFrom(...encodings).map(([name, value, encode, verdict]): Twist => ({
	story: name,
	verdict,
	encode,
	headers: [['content-encoding', value]],
}));

const harmless: Array<[string, string]> = [
	['Origin', 'https://example.com'],
	['Origin', 'null'],
	['X-Forwarded-For', '203.0.113.7'],
	['X-Forwarded-For', ', ,;::1, '],
	['X-Forwarded-Host', 'example.com:99999'],
	['X-HTTP-Method-Override', 'GET'],
	['Accept', 'text/html'],
	['Accept-Encoding', 'gzip;q=0, *;q=x'],
	['Cookie', 'n8n-auth=x; =; __proto__=1'],
	['Authorization', 'Basic ====='],
	['Range', 'bytes=5-1'],
	['If-None-Match', '*'],
	['Access-Control-Request-Method', 'POST'],
	['Forwarded', 'for="[::1'],
	['Host', 'example.com'],
	['Expect', '100-continue'],
	['__proto__', 'x'],
	['constructor', 'x'],
];
const headerTwists = fc.oneof(
	fc.constantFrom(...harmless).map((one): Twist => ({ story: one.join(': '), headers: [one] })),
	fc
		.tuple(headerName, header)
		.filter(([name]) => !/^(connection|upgrade|te|trailer|transfer-encoding|content-|expect)/i.test(name))
		.map((one): Twist => ({ story: one.join(': '), headers: [one] })),
	fc.nat(1000).map((count): Twist => ({
		story: `${count} headers`,
		// Of more than 16 kB in all, node's server reads none.
		verdict: 'perhaps',
		headers: Array.from({ length: count }, (_, at) => [`X-${at}`, 'x']),
	})),
);

const sendingTwists: fc.Arbitrary<Twist> = fc.oneof(
	fc.constantFrom<Twist>(
		{ story: 'in chunks', sending: 'in chunks' },
		{ story: 'cut off', verdict: 'never', sending: 'cut off' },
		{ story: 'answer not heard', verdict: 'perhaps', sending: 'unheard' },
		{ story: 'twins', copies: 2 },
	),
	manglings,
);

/** In each call most things are as they should be. */
const sometimes = (twist: fc.Arbitrary<Twist>, weight = 1) =>
	fc.oneof({ weight: 8, arbitrary: fc.constant([]) }, { weight, arbitrary: twist.map((one) => [one]) });

/** All that may be odd about a call beside its body. */
export const twists: fc.Arbitrary<Twist[]> = fc
	.tuple(
		sometimes(secretTwists, 2),
		sometimes(methodTwists),
		sometimes(pathTwists, 2),
		sometimes(typeTwists),
		sometimes(encodingTwists, 2),
		sometimes(headerTwists, 3),
		sometimes(sendingTwists, 4),
	)
	.map((all) => all.flat());
