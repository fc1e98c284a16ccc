import * as fc from 'fast-check';
import type { Mangling, Twist, Verdict } from './call';

type Text = Mangling['text'];

const head = (line: string, headers: string, ...more: string[]) =>
	[line, headers, ...more, '', ''].join('\r\n');
const first = ({ method, target }: Parameters<Text>[0], version = 'HTTP/1.1') =>
	`${method} ${target} ${version}`;
const whole: Text = (call) =>
	`${head(first(call), call.headers, `Content-Length: ${call.body.length}`)}${call.body}`;
const withHeader =
	(...more: string[]): Text =>
	(call) =>
		`${head(first(call), call.headers, ...more, `Content-Length: ${call.body.length}`)}${call.body}`;
const chunked =
	(body: (text: string) => string, ...more: string[]): Text =>
	(call) =>
		`${head(first(call), call.headers, 'Transfer-Encoding: chunked', ...more)}${body(call.body)}`;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const length =
	(wrong: (length: number) => string): Text =>
	(call) =>
		`${head(first(call), call.headers, `Content-Length: ${wrong(call.body.length)}`)}${call.body}`;

/** Bytes that lead to n8n's webhooks: with another one among them a call goes elsewhere. */
const TO_WEBHOOKS = 'POST /webhook/'.length;

/** What no library sends. Node's own server reads it before n8n does. */
const list: Array<[story: string, verdict: Verdict, text: Text, ends?: boolean]> = [
	['byte by byte as it should be', 'starts', whole],
	['HTTP/1.0', 'starts', (call) => whole(call).replace('HTTP/1.1', 'HTTP/1.0')],
	['HTTP/9.9', 'never', (call) => whole(call).replace('HTTP/1.1', 'HTTP/9.9')],
	['no HTTP version', 'perhaps', (call) => whole(call).replace(' HTTP/1.1', '')],
	['line feeds only', 'perhaps', (call) => whole(call).replaceAll('\r\n', '\n')],
	['a folded header', 'perhaps', withHeader('X-Folded: one', ' two')],
	['a header without colon', 'never', withHeader('no colon here')],
	['a header without name', 'never', withHeader(': value')],
	['a blank before the colon', 'never', withHeader('X-Blank : value')],
	['a NUL in a header', 'never', withHeader('X-Nul: a\0b')],
	['a header of 100 kB', 'never', withHeader(`X-Large: ${'x'.repeat(100_000)}`)],
	['a blank in the path', 'never', (call) => whole({ ...call, target: `${call.target} x` })],
	['a path of 100 kB', 'never', (call) => whole({ ...call, target: `${call.target}${'/x'.repeat(50_000)}` })],
	['a path with a bare byte', 'never', (call) => whole({ ...call, target: `${call.target}\xff` })],
	[
		'a whole URL as path',
		'perhaps',
		(call) => whole({ ...call, target: `http://n8n.example${call.target}` }),
	],
	['no path', 'never', (call) => whole({ ...call, target: '*' })],
	['a method in small letters', 'never', (call) => whole({ ...call, method: call.method.toLowerCase() })],
	['an unknown method', 'never', (call) => whole({ ...call, method: 'BREW' })],
	['no length', 'never', (call) => `${head(first(call), call.headers)}${call.body}`],
	['two equal lengths', 'perhaps', (call) => withHeader(`Content-Length: ${call.body.length}`)(call)],
	['two lengths', 'never', (call) => withHeader('Content-Length: 1')(call)],
	['a length below zero', 'never', length(() => '-1')],
	['a length in words', 'never', length(() => 'many')],
	['a length beyond all', 'never', length(() => '9'.repeat(40))],
	['a length that is too short', 'never', length((size) => String(size >> 1))],
	['a length that is too long', 'never', length((size) => String(size + 1)), true],
	['half a head', 'never', (call) => whole(call).slice(0, 60), true],
	['chunks as they should be', 'starts', chunked(chunk)],
	['chunks and a length', 'never', chunked(chunk, 'Content-Length: 4')],
	['chunks without end', 'never', chunked((text) => chunk(text).replace(/0\r\n\r\n$/, '')), true],
	['a chunk of no size', 'never', chunked((text) => `zz\r\n${text}\r\n0\r\n\r\n`)],
	['a chunk that is too large', 'never', chunked((text) => `${'f'.repeat(20)}\r\n${text}`)],
	['a chunk with an extension', 'starts', chunked((text) => chunk(text).replace('\r\n', ';x=y\r\n'))],
	[
		'a trailer with the secret',
		'starts',
		chunked((text) => chunk(text).replace(/\r\n$/, 'X-BlueTape-Key: x\r\n\r\n')),
	],
	['an unknown transfer encoding', 'never', withHeader('Transfer-Encoding: gzip')],
	['an upgrade to websockets', 'perhaps', withHeader('Upgrade: websocket', 'Sec-WebSocket-Key: x')],
	['an unknown expectation', 'perhaps', withHeader('Expect: the worst')],
	[
		'two calls in one write',
		'perhaps',
		(call) => whole(call).replace('Connection: close', 'X: x') + whole(call),
	],
	['the greeting of HTTP/2', 'never', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
	['a TLS greeting', 'never', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
];

const bytes = fc
	.uint8Array({ minLength: 1, maxLength: 60 })
	.map((all) => Buffer.from(all).toString('latin1'))
	.map((text): Twist => ({
		story: `bytes ${JSON.stringify(text)}`,
		verdict: 'never',
		sending: { text: () => text, ends: true },
	}));
const mutated = fc.tuple(fc.nat(), fc.nat(255)).map(([where, byte]): Twist => ({
	story: `byte ${where % 120} of the call is ${byte}`,
	verdict: 'perhaps',
	elsewhere: where % 120 < TO_WEBHOOKS,
	sending: {
		text: (call) => {
			const text = whole(call);
			const at = where % 120;
			return text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1);
		},
		ends: true,
	},
}));

export const manglings: fc.Arbitrary<Twist> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.constantFrom(...list).map(([story, verdict, text, ends]): Twist => ({
			...{ story, verdict, sending: { text, ends } },
			elsewhere: story === 'no path',
		})),
	},
	bytes,
	{ weight: 2, arbitrary: mutated },
);
