import * as fc from 'fast-check';
import type { NoticeEvent } from '../../nodes/BlueTape/webhook/notice';
import { notices, tastes, writtenJson } from '../properties/notices';
import { ID, TWO_NOTICES, type Twist, type Verdict } from './call';

export interface Body {
	event: NoticeEvent;
	/** With `THE-ID` in place of the invoice's or quote's id. */
	json: string;
	twist?: Twist;
}

const idOf = (event: NoticeEvent) => (event === 'quote.approval' ? 'quoteId' : 'invoiceId');
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const nestedObjects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Genuine notices in any writing. */
const genuine: fc.Arbitrary<Body> = fc.tuple(notices, tastes).map(([{ event, body }, taste]) => {
	const { [idOf(event)]: _, ...rest } = body;
	// First, so that a cut text has it too.
	return { event, json: `{"${idOf(event)}":"${ID}",${writtenJson(rest, taste).slice(1)}` };
});

/** Members put after the others, so that they count where a name comes twice. */
type More = [story: string, verdict: Verdict, members: string];

const anyNotice: More[] = [
	['the prototype', 'starts', '"__proto__":{"polluted":true}'],
	['the prototype as text', 'starts', '"__proto__":"polluted"'],
	['the constructor', 'starts', '"constructor":{"prototype":{"polluted":true}}'],
	['names of methods', 'starts', '"toString":1,"hasOwnProperty":null,"toJSON":"x","then":"x","length":-1'],
	[
		'an event of its own',
		'starts',
		'"event":"quote.approval","eventId":"x","receivedAt":{},"problems":1,"verified":0',
	],
	['names in another case', 'starts', '"AMOUNT":1,"payment_method":"x","Credit Info":{}'],
	[
		"names of n8n's",
		'starts',
		'"json":{},"binary":{"data":{"id":"x"}},"pairedItem":9,"error":"x","again":{},"notice":{}',
	],
	['an expression', 'starts', '"note":"={{ $env }}","{{ 1 }}":"{{ $json }}"'],
	['99 levels', 'starts', `"deep":${nested(98)}`],
	['1000 levels', 'never', `"deep":${nested(1000)}`],
	['100,000 levels', 'never', `"deep":${nested(100_000)}`],
	['100,000 levels of objects', 'never', `"deep":${nestedObjects(100_000)}`],
	['10,000 members', 'starts', Array.from({ length: 10_000 }, (_, at) => `"m${at}":${at}`).join()],
	['a text of 1 MB', 'starts', `"note":"${'x'.repeat(1e6)}"`],
	['a body of 17 MB', 'never', `"note":"${'x'.repeat(17e6)}"`],
	['a number of 5000 digits', 'starts', `"number":${'9'.repeat(5000)}`],
	['odd characters', 'starts', '"odd":"\\u0000\\ud800\\uffff\\u202e","\\u0000":1,"":2'],
];
const payment: More[] = [
	['an unknown status', 'starts', '"status":"Novelty"'],
	['amounts of no size', 'starts', '"amount":-0,"fee":1e-400'],
	['the largest amount', 'starts', '"amount":1.7976931348623157e308'],
	['an endless amount', 'starts', '"amount":1e400'],
	['an amount as text', 'starts', '"amount":"12.50"'],
	['no amount', 'starts', '"amount":null'],
	['a list for an amount', 'starts', '"amount":[1]'],
	['an empty status', 'starts', '"status":" "'],
	['no method', 'starts', '"paymentMethod":""'],
	['an object for a fee', 'starts', '"fee":{"valueOf":1}'],
	['an object for an id', 'never', '"invoiceId":{"trim":1}'],
	['no id', 'never', '"invoiceId":null'],
];
const approval: More[] = [
	['an empty credit info', 'starts', '"creditInfo":{}'],
	['an unknown result', 'starts', '"result":"Novelty"'],
	['a list for credit info', 'starts', '"creditInfo":[]'],
	['no credit info', 'starts', '"creditInfo":null'],
	['an object for a result', 'starts', '"result":{"trim":1}'],
	['yes for an id', 'never', '"quoteId":true'],
	['blanks for an id', 'never', '"quoteId":" "'],
];
const withMore = genuine.chain(({ event, json }) =>
	fc
		.constantFrom(...anyNotice, ...(event === 'quote.approval' ? approval : payment))
		.map(([name, verdict, members]): Body => ({
			event,
			json,
			twist: {
				story: name,
				verdict,
				body: (text) => `${text.trimEnd().slice(0, -1)},${members}}`,
			},
		})),
);

/** JSON without the characters that Latin-1 lacks. */
const escaped = (json: string) =>
	json.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

type Garbling = [story: string, verdict: Verdict, body: (json: string) => string | Buffer];
const garblings: Garbling[] = [
	['a byte order mark', 'starts', (json) => `\ufeff${json}`],
	['blanks around', 'starts', (json) => ` \r\n\t${json}\n `],
	['no body', 'never', () => ''],
	['a body of blanks', 'never', () => '   '],
	['UTF-16', 'starts', (json) => Buffer.from(json, 'utf16le')],
	['Latin-1', 'starts', (json) => Buffer.from(escaped(json.replace('{', '{"ü":"é",')), 'latin1')],
	['a comma too many', 'perhaps', (json) => json.replace(/\}\s*$/, ',}')],
	['more after it', 'never', (json) => `${json}x`],
	// A notice a line is taken; where one has several lines, the two are no JSON.
	[TWO_NOTICES, 'perhaps', (json) => `${json}\n${json}`],
	['a list of one', 'starts', (json) => `[${json}]`],
	['an envelope', 'starts', (json) => `{"attempt":1,"data":${json}}`],
	['three envelopes', 'starts', (json) => `{"a":{"b":{"c":${json}}}}`],
	['an envelope too many', 'never', (json) => `{"a":{"b":{"c":{"d":${json}}}}}`],
	['JSON in JSON', 'starts', (json) => JSON.stringify(json)],
	['a comment', 'never', (json) => `/* notice */${json}`],
	['NaN', 'never', (json) => json.replace('{', '{"a":NaN,')],
	['a bare line feed in a text', 'never', (json) => json.replace('{', '{"a":"\n",')],
	['a form', 'starts', (json) => `payload=${encodeURIComponent(json)}`],
	[
		'XML',
		'never',
		() => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
	],
	['100,000 levels of nothing', 'never', () => nested(100_000)],
	['an endless list', 'never', () => '['.repeat(100_000)],
];
const text = (story: string) => (body: string | Buffer) =>
	({ story: `${story} ${JSON.stringify(body)}`, verdict: 'never', body: () => body }) as Twist;
const garbled = fc
	.tuple(
		genuine,
		fc.oneof(
			{
				weight: 3,
				arbitrary: fc
					.constantFrom(...garblings)
					.map(([story, verdict, body]): Twist => ({ story, verdict, body })),
			},
			fc.json().map(text('JSON')),
			fc.string({ unit: 'binary' }).map(text('text')),
			fc.uint8Array({ maxLength: 40 }).map((all) => text('bytes')(Buffer.from(all).toString('latin1'))),
			fc.nat(10_000).map((roll): Twist => ({
				story: 'cut off within',
				verdict: 'never',
				body: (json) => json.slice(0, roll % json.trimEnd().length),
			})),
		),
	)
	.map(([body, twist]): Body => ({ ...body, twist }));

/** A body, as it should be in four of ten. */
export const bodies: fc.Arbitrary<Body> = fc.oneof(
	{ weight: 4, arbitrary: genuine },
	{ weight: 3, arbitrary: withMore },
	{ weight: 3, arbitrary: garbled },
);
