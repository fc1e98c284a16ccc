import { isAllowed, unreadableEntries } from '../../nodes/BlueTape/webhook/allowlist';
import { canonicalJson, eventId } from '../../nodes/BlueTape/webhook/digest';
import { eventOf } from '../../nodes/BlueTape/webhook/notice';
import { holdsSecret, secretProblem, type Secret } from '../../nodes/BlueTape/webhook/secret';
import { bearsOut } from '../../nodes/BlueTape/webhook/verify';
import { payment } from './blueTapeNotices';

describe('the IP allowlist', () => {
	test.each([
		['', '203.0.113.7', true],
		[' ,, ', '203.0.113.7', true],
		['203.0.113.7', '203.0.113.7', true],
		['203.0.113.7', '203.0.113.8', false],
		['203.0.113.7', '::ffff:203.0.113.7', true],
		['203.0.113.7', '::ffff:cb00:7107', true],
		['203.0.113.7', '::ffff:203.0.113.8', false],
		['::ffff:203.0.113.7', '203.0.113.7', true],
		['::ffff:203.0.113.0/120', '203.0.113.99', true],
		['::ffff:203.0.113.0/120', '203.0.114.1', false],
		['203.0.113.0/24', '203.0.113.255', true],
		['203.0.113.0/24', '203.0.114.0', false],
		['203.0.113.77/24', '203.0.113.1', true],
		['203.0.113.8/29', '203.0.113.15', true],
		['203.0.113.8/29', '203.0.113.16', false],
		['203.0.113.7/32', '203.0.113.7', true],
		['0.0.0.0/0', '8.8.8.8', true],
		['0.0.0.0/0', '2001:db8::1', false],
		['::/0', '2001:db8::1', true],
		['::/0', '8.8.8.8', false],
		['2001:db8::/32', '2001:db8:ffff::1', true],
		['2001:db8::/32', '2001:db9::1', false],
		['2001:DB8:0:0::1', '2001:db8::1', true],
		['fe80::/10', 'fe80::1%eth0', true],
		['10.0.0.1, 10.0.0.2', '10.0.0.2', true],
		['10.0.0.1\n10.0.0.2;10.0.0.3', '10.0.0.3', true],
		['nonsense', '10.0.0.1', false],
		['nonsense, 10.0.0.1', '10.0.0.1', true],
		['10.0.0.1', undefined, false],
		['10.0.0.1', '', false],
		['10.0.0.1', '10.0.0.1, 10.0.0.2', false],
		['127.0.0.1', '127.1', false],
		['10.0.0.8', '10.0.0.010', false],
	])('%j lets %j in: %j', (allowlist, caller, expected) => {
		expect(isAllowed(allowlist, caller)).toBe(expected);
	});

	test.each([
		['203.0.113.7, 2001:db8::/32, ::ffff:1.2.3.4/96', []],
		['1.2.3', ['1.2.3']],
		['1.2.3.4/33', ['1.2.3.4/33']],
		['1.2.3.4/', ['1.2.3.4/']],
		['1.2.3.4/-1', ['1.2.3.4/-1']],
		['1.2.3.4/8/8', ['1.2.3.4/8/8']],
		['2001:db8::/129', ['2001:db8::/129']],
		['::ffff:1.2.3.4/24', ['::ffff:1.2.3.4/24']],
		['example.com, 10.0.0.1, 300.1.1.1', ['example.com', '300.1.1.1']],
	])('%j has the unreadable entries %j', (allowlist, entries) => {
		expect(unreadableEntries(allowlist)).toEqual(entries);
	});
});

describe('the digest of a notice', () => {
	const digest = (text: string) => eventId('invoice.payment', JSON.parse(text));

	test.each([
		['{"a":100,"b":{"d":1,"c":2}}', '{ "b": {"c":2.0, "d":1}, "a": 100.00 }'],
		['{"a":100}', '{"a":1e2}'],
		['{"a":0.1}', '{"a":1.0E-1}'],
		['{"a":0}', '{"a":-0.0}'],
		['{"a":"\\u0041"}', '{"a":"A"}'],
	])('%s and %s say the same', (one, other) => expect(digest(one)).toBe(digest(other)));

	test.each([
		['{"a":100}', '{"a":"100"}'],
		['{"a":100}', '{"a":100.01}'],
		['{"a":[1,2]}', '{"a":[2,1]}'],
		['{"a":null}', '{}'],
		['{"a":{"b":1}}', '{"a":[1]}'],
	])('%s and %s say different things', (one, other) => expect(digest(one)).not.toBe(digest(other)));

	test('is SHA-256 over event and canonical JSON, so it stays the same in later versions', () => {
		expect(canonicalJson({ b: [1, null, { y: 'é', x: true }], a: 1.5 })).toBe(
			'{"a":1.5,"b":[1,null,{"x":true,"y":"é"}]}',
		);
		expect(eventId('invoice.payment', payment)).toBe(
			'9f46ef837d6feb7af1de249b0814dd5ee528eaf6e0eafaacc6de1ca28b554fd9',
		);
		expect(eventId('quote.approval', payment)).not.toBe(eventId('invoice.payment', payment));
	});
});

test.each([
	['/webhook/5b3f/invoice/payment', 'invoice.payment'],
	['/webhook-test/5b3f/quote/approval/', 'quote.approval'],
	['/webhook/w/bluetape%20trigger/quote/approval', 'quote.approval'],
	['/webhook/5b3f/invoice/payments', undefined],
	['/webhook/5b3f/otherinvoice/payment', undefined],
])('the path %s means %s', (path, event) => expect(eventOf(path)).toBe(event));

describe('the secret', () => {
	const secret = { headerName: ' X-BlueTape-Key ', headerValue: ' correct horse ' };

	test.each([
		[{ 'x-bluetape-key': 'correct horse' }, true],
		[{ 'x-bluetape-key': 'correct hors' }, false],
		[{ 'x-bluetape-key': 'Correct horse' }, false],
		[{ 'x-bluetape-key': 'correct horse, correct horse' }, false],
		[{ 'x-bluetape-key': ['correct horse'] }, false],
		[{ 'x-bluetape-key': '' }, false],
		[{ 'x-other': 'correct horse' }, false],
		[{}, false],
	])('the headers %j hold it: %j', (headers, expected) =>
		expect(holdsSecret(headers, secret)).toBe(expected),
	);

	test.each([
		[{}, /Header Name/],
		[{ headerName: 'X Key', headerValue: 'a' }, /Header Name/],
		[{ headerName: 'X-Key' }, /Header Value is empty/],
		[{ headerName: 'X-Key', headerValue: '  ' }, /Header Value is empty/],
		[{ headerName: 'X-Key', headerValue: 'schlüssel' }, /plain letters/],
	])('%j is unusable, and lets nobody in', (unusable: Secret, problem) => {
		expect(secretProblem(unusable)).toMatch(problem);
		expect(holdsSecret({ 'x-key': '', '': '' }, unusable)).toBe(false);
		expect(holdsSecret({ 'x-key': unusable.headerValue }, unusable)).toBe(false);
	});

	test('a usable one has no problem', () => expect(secretProblem(secret)).toBeUndefined());
});

test.each([
	['AUTHORIZED', 'Approved', true],
	['approved', 'Approved', true],
	['PLACED', 'Approved', false],
	['REJECTED', 'Rejected', true],
	['AUTHORIZED', 'Rejected', false],
	['Paid', 'Paid', true],
	['paid', 'PAID', true],
	['PaymentProcessing', 'Paid', false],
	['Placed', 'Paid', false],
	['PaymentProcessing', 'PartiallyPaid', true],
	['partiallyPaid', 'PartiallyPaid', true],
	['Paid', 'PartiallyPaid', true],
	['Placed', 'PartiallyPaid', false],
	['Reversed', 'reversed', true],
	['constructor', 'toString', false],
	['Placed', 'constructor', false],
	['constructor', 'Constructor', true],
	['PartiallyPaid', 'PARTIALLY_PAID', true],
	['PARTIALLY-PAID', 'Partially Paid', true],
	['Paid', 'partially paid', true],
	['PAYMENT_PROCESSING', 'PartiallyPaid', true],
	['APPROVED', 'AUTHORIZED', true],
	['AUTHORIZED', 'Authorized', true],
	['PLACED', 'AUTHORIZED', false],
	['PartiallyPaid', 'Paid', false],
	['Unpaid', 'Paid', false],
	['Оплачено', 'оплачено', true],
	[' оплачено ', 'оплачено', true],
	['оплачено', 'отказано', false],
	['2', '2', true],
	['2', '3', false],
])('the status %s bears out %s: %j', (status, claim, expected) =>
	expect(bearsOut(status, claim)).toBe(expected),
);
