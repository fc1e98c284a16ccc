import { parseJson } from '../../nodes/shared/values/json';

// JSON is JSON: what it doesn't know is never read as another value than the one that was typed.

it.each<[string, string]>([
	['{"quoteId": QUO-1001}', 'line 1: the value QUO-1001 needs quotes: "QUO-1001"'],
	['{"a": 1,\n "invoiceNumber": 000123}', 'line 2: the value 000123 needs quotes: "000123"'],
	['{"zipCode": 02134, "x": 1}', 'line 1: the value 02134 needs quotes: "02134"'],
	['{"quoteId": undefined}', 'line 1: the value undefined needs quotes: "undefined"'],
	['{"dueDate": 2026-12-01}', 'line 1: the value 2026-12-01 needs quotes: "2026-12-01"'],
	['{"at": 12:30}', 'line 1: the value 12:30 needs quotes: "12:30"'],
	['{"total": 1,100.50}', 'line 1: the value 1,100.50 needs quotes: "1,100.50"'],
	['{"total": $12.50}', 'line 1: the value $12.50 needs quotes: "$12.50"'],
	['{"total": .5}', 'line 1: the value .5 needs quotes: ".5"'],
	['{"total": 0x10}', 'line 1: the value 0x10 needs quotes: "0x10"'],
	['{"total": +5 // plus\n}', 'line 1: the value +5 needs quotes: "+5"'],
	['{"total": NaN}', 'line 1: the value NaN needs quotes: "NaN"'],
	['{"paid": True}', 'line 1: the value True needs quotes: "True"'],
	['{"name": “Ada”}', 'line 1: the quotes in “Ada” are typographic ones: write straight ones, "'],
	['{”id”:”J-4”}', 'line 1: the quotes in ”id”:”J-4” are typographic ones: write straight ones, "'],
	['{"a": 1,\n „b“: 2}', 'line 2: the quotes in „b“: 2 are typographic ones: write straight ones, "'],
	['{‘a’: 1}', 'line 1: the quotes in ‘a’: 1 are typographic ones: write straight ones, "'],
	[
		'{"a": "Ada”}',
		'line 1: a text has no quote at the end of its line; write a line break in it as \\n. Typographic quotes such as ” end no text: write "',
	],
	['{id: "x"}', 'line 1: the name id needs quotes: "id"'],
	['{ id : "x"}', 'line 1: the name id needs quotes: "id"'],
	["{'' : 1}", "line 1: a comma, a quote or a bracket is missing or too much at '' : 1}"],
	['{"a": ““Ada””}', 'line 1: the quotes in ““Ada”” are typographic ones: write straight ones, "'],
	['{"a": 12,345,678.90}', 'line 1: the value 12,345,678.90 needs quotes: "12,345,678.90"'],
	['{"a": x/y}', 'line 1: the value x/y needs quotes: "x/y"'],
	['{"a": 10.25 "b": 1}', 'line 1: a comma, a quote or a bracket is missing or too much at "b": 1}'],
	['{"a": 10.25 20.75}', 'line 1: the value 10.25 20.75 needs quotes: "10.25 20.75"'],
	[`{"a": ${'x'.repeat(41)}}`, `line 1: the value ${'x'.repeat(40)}… needs quotes: "${'x'.repeat(40)}…"`],
	[`{"a": ${'x'.repeat(40)}}`, `line 1: the value ${'x'.repeat(40)} needs quotes: "${'x'.repeat(40)}"`],
	["{'id': 'x'}", 'line 1: the name \'id\' needs quotes: "id"'],
	['{"a": {"b": 1, c: 2}}', 'line 1: the name c needs quotes: "c"'],
	['nonsense', 'line 1: the value nonsense needs quotes: "nonsense"'],
	[`{"a": ${'x'.repeat(60)}}`, `line 1: the value ${'x'.repeat(40)}… needs quotes: "${'x'.repeat(40)}…"`],
	['{"a": 1 "b": 2}', 'line 1: a comma, a quote or a bracket is missing or too much at "b": 2}'],
	['{"a": 1,, "b": 2}', 'line 1: a comma, a quote or a bracket is missing or too much at , "b": 2}'],
	['{"a": "b}', 'line 1: a text has no quote at the end of its line; write a line break in it as \\n'],
	[
		'{"x": 1,\n"a": "b\nc"}',
		'line 2: a text has no quote at the end of its line; write a line break in it as \\n',
	],
	['{"a": "b\tc"}', 'line 1: a text has a tab or another invisible character; write a tab as \\t'],
	['{"a": "\\x41"}', 'line 1: a text has a backslash that means nothing in JSON; write it twice'],
	['{"a": "\\u00"}', 'line 1: a text has \\u without four hexadecimal digits'],
	['['.repeat(30_000), 'it is nested too deeply'],
	['{"a":\n\n 1', 'line 3: the text ends too early; a bracket or a quote is missing'],
	['', 'line 1: the text ends too early; a bracket or a quote is missing'],
	['{"a": [1}', 'line 1: a comma, a quote or a bracket is missing or too much at }'],
	['{"a": [true}', 'line 1: a comma, a quote or a bracket is missing or too much at }'],
	['{"a": 1,\n "a": 2}', 'line 2: "a" stands there twice'],
	['{"a": {"b": 1, "b": 1}}', 'line 1: "b" stands there twice'],
])('%s: %s', (text, mistake) => expect(parseJson(text)).toEqual({ mistake }));

it.each<[string, unknown]>([
	['{"a": "x", "b": [1, true, null, {"c": -0.5}]}', { a: 'x', b: [1, true, null, { c: -0.5 }] }],
	['\uFEFF{"a": 1, // why\n /* and how */ "b": [1, 2,],}', { a: 1, b: [1, 2] }],
	[
		'{"id": 12345678901234567890, "number": 1.10, "zero": 1100.00}',
		{ id: '12345678901234567890', number: '1.10', zero: '1100.00' },
	],
	['{"a": "the “big” one"}', { a: 'the “big” one' }],
	['{"e": 1e3}', { e: 1000 }],
	['```json\n{"a": 1}\n```\n', { a: 1 }],
	['```\n[1]\n```', [1]],
	['  ```JSON  \n[1]\n\n ``` \n', [1]],
	['```json\n{"a": "```"}\n```', { a: '```' }],
	['```\n[1]```', [1]],
	['["```\\n1\\n```"]', ['```\n1\n```']],
	['[\u00A01]', [1]],
	['{\u00A0"a\u00A0\\"\u00A0b":\u00A0"\u00A0"}', { 'a\u00A0"\u00A0b': '\u00A0' }],
	['"text"', 'text'],
	['{"a": "1 \\u00e9 \\n"}', { a: '1 é \n' }],
])('%s is read as it was typed', (text, value) => expect(parseJson(text)).toEqual({ value }));

it('a name that JavaScript has its own idea of is a name', () => {
	const { value } = parseJson('{"__proto__": {"x": 1}}') as { value: object };
	expect(Object.keys(value)).toEqual(['__proto__']);
});
