import { codesIn, member, membersOf, quietWordsOf, shortened, wordsOf } from '../../nodes/shared/http/words';

describe("the service's words", () => {
	it.each<[string, unknown, string]>([
		['reason', { code: '409', reason: ' Taken. ' }, 'Taken.'],
		['message', { message: 'No' }, 'No'],
		['capitals', { Code: 'X', Reason: 'No' }, 'No'],
		['an error in a box', { error: { code: 'X', message: 'No' } }, 'No'],
		['an error as a text', { error: 'No' }, 'No'],
		['plain text', ' Not today \n', 'Not today'],
		['a list of texts', ['No', 'Never'], 'No; Never'],
		[
			'the form of .NET',
			{
				type: 'https://tools.ietf.org/html/rfc9110',
				title: 'One or more validation errors occurred.',
				status: 400,
				errors: { DueDate: ['The DueDate is not valid.'], Total: ['Must be positive', 'Is needed'] },
				traceId: '00-1',
			},
			'One or more validation errors occurred. DueDate: The DueDate is not valid. Total: Must be positive; Total: Is needed',
		],
		['a list of errors', { errors: [{ field: 'dueDate', message: 'is bad' }] }, 'is bad; field: dueDate'],
		['the sentence before what belongs to it', { detail: 'Later', message: 'First' }, 'First; Later'],
		['what is not known by name', { hint: 'Try again' }, 'hint: Try again'],
		['the same twice, once', { message: 'No', error: 'No' }, 'No'],
		['an OAuth error', { error: 'denied', error_description: 'Too late' }, 'Too late; denied'],
		['codes alone', { code: '409', reason: '', status: 'x', statusCode: '409', traceId: 'x' }, ''],
		['no stack', { message: 'No', stack: 'at x (y.js)', stackTrace: 'z' }, 'No'],
		['numbers', { message: 5, ok: false }, ''],
		['nothing', null, ''],
		['not there', undefined, ''],
		['a web page', '<html><title>502 Bad Gateway</title></html>', '502 Bad Gateway'],
		['a nameless page', '<html></html>', ''],
		['far within', { a: { a: { error: { error: { a: { a: { message: 'No' } } } } } } }, 'a: a: a: a: No'],
		['a list that is too deep', JSON.parse('['.repeat(60) + '"No"' + ']'.repeat(60)), ''],
		['blanks beside words', { message: ' ', detail: 'No' }, 'No'],
		[
			'what is known by name before what is not',
			{ hint: 'Try again', innerError: 'Full' },
			'Full; hint: Try again',
		],
		['too deep', JSON.parse('{"error":'.repeat(60) + '"No"' + '}'.repeat(60)), ''],
		[
			'XML',
			'<?xml version="1.0"?><e:Error><e:Code>X</e:Code><e:Message>A &amp; B</e:Message></e:Error>',
			'A & B',
		],
		['XML without members', '<Error>No</Error>', 'No'],
		['broken XML', '<Error><Message>Not', 'Not'],
	])('in %s', (_name, body, words) => expect(wordsOf(body)).toBe(words));

	it('are shortened', () => {
		expect(wordsOf({ message: 'x'.repeat(400) })).toBe('x'.repeat(400));
		expect(wordsOf({ message: 'x'.repeat(401) })).toBe(`${'x'.repeat(400)}…`);
		expect(shortened('abc def', 4)).toBe('abc…');
	});
});

it.each([
	[{ Code: 1 }, 1],
	[{ code: 2, other: 3 }, 2],
	[{ codes: 1 }, undefined],
	[['x'], undefined],
	[null, undefined],
	['code', undefined],
])('the member "code" of %j is %j', (body, value) => expect(member(body, 'code')).toBe(value));

it.each<[unknown, string]>([
	[{ code: 5012 }, 'code: 5012'],
	[{ code: '5012', status: 400 }, 'code: 5012'],
	[{ status: 'Customer is blocked' }, 'status: Customer is blocked'],
	[{ code: '400', statusCode: 400, traceId: 'x' }, ''],
	[{ code: 'known' }, ''],
	[{ code: ' 400 ' }, ''],
	[{ code: null }, ''],
	[{ status: { hint: 'Blocked' } }, 'status: hint: Blocked'],
	[null, ''],
])('when nothing else is told, %j says "%s"', (body, words) =>
	expect(quietWordsOf(body, ['400', 'KNOWN', undefined])).toBe(words),
);

it('members are listed from outside to inside, and a bare text has no name', () => {
	expect(membersOf({ a: { b: 'B' }, c: null })).toEqual([
		['', { a: { b: 'B' }, c: null }],
		['a', { b: 'B' }],
		['c', null],
		['b', 'B'],
	]);
	expect(membersOf('No')).toEqual([['', 'No']]);
});

it('a code is found wherever it stands, but not where nobody would put it', () => {
	expect(codesIn({ error: [{ errorCode: 'A' }], code: 'B' })).toEqual(['B', 'A']);
	expect(codesIn(JSON.parse('{"error":'.repeat(60) + '{"code":"A"}' + '}'.repeat(60)))).toEqual([]);
});
