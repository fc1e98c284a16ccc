import * as field from '../../nodes/shared/field';
import { isOptional, notesOf, shapeOf, type Field } from '../../nodes/shared/table/notes';
import { z } from '../../nodes/bundled/zod';

/** What a field makes of a value: the value as it is sent, or the sentence that refuses it. */
function read(given: Field, value: unknown): unknown {
	const parsed = given.safeParse(value);
	return parsed.success
		? parsed.data
		: { refused: parsed.error.issues.map(({ message }) => message).join('; ') };
}

const GUID = '9aba5d6c-0890-eb11-a870-d0c5d372cac4';
const OTHER = '00000000-0000-0000-0000-00000000000a';
const colours = [
	{ name: 'Light Red', value: 'lightRed' },
	{ name: 'Blue', value: 'Blue', description: 'As the sky' },
];
const fields: Record<string, () => Field> = {
	text: () => field.text(),
	optionalText: () => field.optionalText(),
	id: () => field.id('itemId'),
	newId: () => field.newId('itemId'),
	reference: () => field.reference(),
	guid: () => field.guid(),
	guids: () => field.guids(),
	email: () => field.email(),
	phone: () => field.phone(),
	decimal: () => field.decimal(),
	percent: () => field.percent(),
	integer: () => field.integer(),
	date: () => field.date(),
	dayTimestamp: () => field.dayTimestamp(),
	dateTime: () => field.dateTime(),
	flag: () => field.flag(),
	choice: () => field.choice(colours),
	choices: () => field.choices(colours),
	setting: () => field.setting(colours),
	atLeastOne: () => field.integer({ minValue: 1 }),
	optional: () => field.optional(field.text()),
	fallback: () => field.withDefault(field.text(), () => 'as usual'),
	fileReference: () => field.fileReference({}),
	jsonObject: () => field.jsonObject(),
};
const file = { mimeType: 'text/plain', data: 'YQ==' };

describe('takes, and sends as', () => {
	it.each<[string, unknown, unknown]>([
		['text', 'a', 'a'],
		['text', ' a ', ' a '],
		['text', 7, '7'],
		['optionalText', '', ''],
		['optionalText', undefined, undefined],
		['optionalText', 0, '0'],
		['id', ' INV-1 ', 'INV-1'],
		['id', 1001, '1001'],
		['id', Number.MAX_SAFE_INTEGER, '9007199254740991'],
		['id', '20261126000000012345', '20261126000000012345'],
		['id', '1E21', '1E21'],
		['id', '0', '0'],
		['id', '#7', '#7'],
		['id', 'A-', 'A-'],
		['id', 'N/A-7', 'N/A-7'],
		['id', 'TRUE-7', 'TRUE-7'],
		['id', 'Nullsoft', 'Nullsoft'],
		['id', 'nullify', 'nullify'],
		['id', 'NULLARBOR-1', 'NULLARBOR-1'],
		['id', 'Null-Company', 'Null-Company'],
		['id', 'null7', 'null7'],
		['id', 'x7NaN', 'x7NaN'],
		['id', 'nan-7', 'nan-7'],
		['id', 'undefinedlabs-1', 'undefinedlabs-1'],
		['id', 'INV-', 'INV-'],
		// A record of such a name can be cancelled.
		['id', '1042-null', '1042-null'],
		['id', 'INV-undefined', 'INV-undefined'],
		['newId', 'Null-Company', 'Null-Company'],
		['newId', 'nullify', 'nullify'],
		['newId', 'INV-', 'INV-'],
		['reference', 'a-null', 'a-null'],
		['reference', 'Nullsoft-7', 'Nullsoft-7'],
		['id', '\ufeffINV\u00ad-7\u200b', 'INV-7'],
		['id', '\u00a0INV\u00a07\u2009x\r\n', 'INV 7 x'],
		['id', 'INV  7', 'INV  7'],
		['id', 'Mu\u0308', 'M\u00fc'],
		['reference', 'QUO\u202f1\u2060', 'QUO 1'],
		['guid', `\ufeff${GUID}`, GUID],
		['email', '\u200bnathan@exam\u00adple.com\u00a0', 'nathan@example.com'],
		['phone', '\u202a+1\u00a0202\u00a0555\u00a00123\u202c', '+12025550123'],
		['id', '12E+3', '12E+3'],
		['id', 1.5, '1.5'],
		['id', '...', '...'],
		['id', 'a..', 'a..'],
		['id', '..a', '..a'],
		['id', '😀', '😀'],
		['reference', ' QUO-1\n', 'QUO-1'],
		['reference', 7, '7'],
		['reference', '', ''],
		['reference', undefined, undefined],
		['guid', ` {${GUID.toUpperCase()}} `, GUID],
		['guid', `urn:uuid:${GUID.replaceAll('-', '')}`, GUID],
		['guids', `${GUID}, ${OTHER}\n${GUID};`, [GUID, OTHER]],
		['guids', [OTHER, GUID.toUpperCase(), OTHER], [OTHER, GUID]],
		['email', ' nathan@example.com ', 'nathan@example.com'],
		['email', "o'brien@example.com", "o'brien@example.com"],
		['email', 'a.b+c@mail.example.co.uk', 'a.b+c@mail.example.co.uk'],
		['email', 'köchin@müller.example', 'köchin@müller.example'],
		['phone', ' +1 (202) 555-0123 ', '+12025550123'],
		['phone', '+44 (0)20 7946 0958', '+442079460958'],
		['phone', '+1 (0) 202.555.0123', '+12025550123'],
		['phone', '+(44) 20 7946 0958', '+442079460958'],
		['phone', '+(1) 202 555-0123', '+12025550123'],
		// The vendor's sample.
		['phone', '+11234567890', '+11234567890'],
		['phone', '+353 1 234 5678', '+35312345678'],
		['phone', '(202) 555-0123', '(202) 555-0123'],
		['phone', '0049 170 1234567', '+491701234567'],
		['phone', '00 44 (0)20 7946 0958', '+442079460958'],
		['phone', '(0049) 170 1234567', '+491701234567'],
		['phone', '001 202 555 0123', '+12025550123'],
		['phone', '0012345678', '0012345678'],
		['phone', '00 (202) 555-0123', '00 (202) 555-0123'],
		['phone', '0170 1234567', '0170 1234567'],
		['phone', '0000000000', '0000000000'],
		['phone', 2025550123, '2025550123'],
		['phone', '123456789012345', '123456789012345'],
		['decimal', '1100.50', 1100.5],
		['decimal', '1.10', 1.1],
		['decimal', '0.500', 0.5],
		['decimal', '1.095', 1.095],
		['decimal', '1100.500', 1100.5],
		['decimal', '1.1000', 1.1],
		['decimal', -3, -3],
		['decimal', 0.1 + 0.2, 0.3],
		['decimal', 3 * 1.1, 3.3],
		['decimal', 9_999_999_999_999.99, 9_999_999_999_999.99],
		['decimal', 0.000123456789, 0.000123456789],
		['percent', '8', 8],
		['percent', '8%', 8],
		['percent', ' 8.25 % ', 8.25],
		['percent', 0, 0],
		['percent', 100, 100],
		['integer', '12', 12],
		['integer', '12.0', 12],
		['integer', '0.000', 0],
		['integer', 0.1 * 3 * 10, 3],
		['integer', 0, 0],
		['date', '2026-03-31T23:30:00-11:00', '2026-03-31'],
		['dayTimestamp', '2026-03-31', '2026-03-31T00:00:00.000Z'],
		['dateTime', '2026-03-31T10:00:00+02:00', '2026-03-31T08:00:00.000Z'],
		['flag', true, true],
		['flag', 'true', true],
		['flag', ' TRUE', true],
		['flag', false, false],
		['flag', 'false', false],
		['choice', 'LIGHTRED', 'LIGHTRED'],
		['choice', 'green', 'green'],
		['choice', ' Blue ', 'Blue'],
		['choices', 'blue, LightRed ,BLUE, green', ['Blue', 'lightRed', 'green']],
		['choices', ['lightred'], ['lightRed']],
		['setting', ' LIGHTRED ', 'lightRed'],
		['setting', 'Blue', 'Blue'],
		['atLeastOne', '1', 1],
		['optional', undefined, undefined],
		['optional', 'a', 'a'],
		['fallback', undefined, 'as usual'],
		['fallback', 'a', 'a'],
		['fileReference', ' data ', 'data'],
		['fileReference', file, file],
		['jsonObject', ' {"a": 1} ', { a: 1 }],
		['jsonObject', '  ', {}],
		['jsonObject', { a: 1 }, { a: 1 }],
		['phone', '+44 ( 0 ) 20 7946 0958', '+442079460958'],
	])('%s %j: %j', (name, value, sent) => expect(read(fields[name](), value)).toEqual(sent));
});

describe('refuses with a sentence', () => {
	const sentences: Record<string, string> = {
		text: 'must be text',
		optionalText: 'must be text',
		id: 'must be an ID (not empty, not "null", "." or "..")',
		newId: 'must be an ID (not empty, not "null", "." or "..")',
		reference: 'must be an ID (not "null")',
		guid: `must be an ID like ${GUID}`,
		guids: `must be IDs like ${GUID}, with commas between them`,
		email: 'must be an e-mail address like nathan@example.com',
		phone: 'must be a phone number with area code like +12025550123',
		decimal: 'must be a number like 1100.50 (a point, no thousands separator)',
		percent: 'must be a percentage like 8 or 8.25 %',
		integer: 'must be a whole number, 0 or more',
		date: 'must be a date like 2026-03-31',
		dayTimestamp: 'must be a date like 2026-03-31',
		dateTime: 'must be a date and time like 2026-03-31T09:30:00.000Z',
		flag: 'must be true or false',
		choice: 'must be text, such as lightRed, Blue',
		choices: 'must be one or several of lightRed, Blue',
		setting: 'must be one of lightRed, Blue',
		atLeastOne: 'must be a whole number, 1 or more',
		fileReference: 'must be the name of a field that holds a file, or a file as {{ $binary.data }} gives it',
	};
	const given: Array<[string, unknown[]]> = [
		['text', [1e21, 2 ** 53, ' ', true, {}, [], Number.NaN, Number.POSITIVE_INFINITY]],
		['optionalText', [-1e21, 1e-7, true, {}, Number.NaN]],
		[
			'id',
			[
				'.',
				'..',
				' .. ',
				'  ',
				'\ud83d',
				{},
				true,
				'null',
				' undefined ',
				'NaN',
				'NULL',
				'None',
				'[object Object]',
			],
		],
		[
			'id',
			[
				'#N/A',
				'#ref!',
				'#VALUE!',
				'#NAME?',
				'#DIV/0!',
				'#NUM!',
				'#NULL!',
				'N/A',
				'n.a.',
				'TBD',
				'False',
				'#NV',
				'tba',
				'pending',
				'?',
				'***',
			],
		],
		['id', ['-', '--', '\u2014', '\u200b', 'INV\n7', 'INV\t7', 'INV\u20287', '1.23457E+11\u200b']],
		[
			'newId',
			[
				'INV-undefined',
				'INVundefined',
				'INV-UNDEFINED',
				'undefined-7',
				'INV_null_7',
				'null/7',
				'INV NaN',
				'NaN.7',
				'INV[object Object]',
				'M\ufffdller',
			],
		],
		['reference', ['#N/A', '#NV', 'n/a', '-', 'QUO\n1', 'true']],
		['id', [20261126000000012345, 1e21, 2 ** 53, '1.23457E+11', ' 1,23457e+11', '1E+21']],
		[
			'reference',
			[20261126000000012345, '1.23457E+11', true, {}, ['a'], 'null', 'undefined ', 'NaN', '[object Object]'],
		],
		[
			'guid',
			[GUID.slice(1), `${GUID}0`, `0${GUID}`, `x {${GUID}}`, `{${GUID}} x`, `${GUID.slice(0, -1)}g`, 7],
		],
		['guids', [[], ' , ', `${GUID}, x`, [GUID, 7], {}]],
		[
			'email',
			['nathan', 'nathan@example', 'n m@example.com', 'a@b@example.com', 'nathan@example.', 7, '@x.y'],
		],
		[
			'email',
			[
				...['a@example.com,', '<a@example.com>', 'mailto:a@example.com', "'a@example.com'", 'a@example..com'],
				...['a@example.com.', 'a..b@example.com', '.a@example.com', 'a.@example.com', '"a"@example.com'],
				...['a@example.com;', '(a@example.com)', '[a@example.com]', 'a@example.com:', "'a'@example.com"],
				...['Ada<a@example.com>', 'a@.example.com', 'a@example.com/', 'a@exa\tmple.com'],
			],
		],
		['email', ['nathan@exa mple.com', 'nathan@x.c om', 'x nathan@example.com', '<nathan@example.com> x']],
		[
			'phone',
			[
				...['+1 202 555 012', '+1 202 555 0123 0', '+(202) 555-0123', '+ (202) 555-0123', '+0 202 555 0123'],
				...['+1 1 202 555 0123', '+(0)202 555', '+', '+44 20 7946 0958 1234 5', '++12025550123'],
			],
		],
		['phone', ['555-0123', '1234567890123456', '123456789', '+1 202 555 0123 ext', 'x2025550123', {}]],
		[
			'decimal',
			['1,100', '1.100', ' 1.100 ', '-12.500', '1.100.000', '1e3', 'much', {}, true, 1e13, '-10000000000000'],
		],
		['percent', ['8 pct', '%', '8%%', '8,25', -1, 100.01, '101%', {}]],
		['integer', [-1, 1.5, '-1', '1e2', 2 ** 53, '1.000', '1,000', '1.500', '1.000.000']],
		['date', ['31.03.2026', '2026-02-30', 20260331]],
		['dayTimestamp', ['31.03.2026', '2026-02-30', 20260331]],
		['dateTime', ['tomorrow', '2026-03-31T10:00:00']],
		['flag', ['yes', 1, {}]],
		['choice', [7, ['Blue'], '  ']],
		['choices', [[], ' , ', {}, [{}]]],
		['setting', ['green', 'lightRed,Blue', 7, ['Blue'], {}]],
		['atLeastOne', [0, '0', -1]],
		['fileReference', ['  ', {}, ['data'], true]],
	];
	it.each(given.flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
		'%s %j',
		(name, value) => {
			const { refused } = read(fields[name](), value) as { refused: string };
			expect(refused.startsWith(sentences[name])).toBe(true);
			const json = JSON.stringify(value);
			const shown = typeof value === 'number' ? String(value) : json.slice(0, 40);
			if (typeof value !== 'string') expect(refused).toContain(`, not ${shown}`);
			else expect(refused.includes(`, not "${value}"`)).toBe(value !== '');
		},
	);

	it.each<[unknown, string]>([
		[null, 'must be one JSON object'],
		[7, 'must be one JSON object'],
		['[]', 'must be one JSON object'],
		[[{}], 'must be one JSON object'],
		['null', 'must be one JSON object'],
		['"a"', 'must be one JSON object'],
		[undefined, 'must be one JSON object'],
		['{"a": x}', 'can\'t be read as JSON: line 1: the value x needs quotes: "x"'],
	])('%j is no JSON object', (value, refused) =>
		expect(read(fields.jsonObject(), value)).toEqual({ refused }),
	);

	it.each(['email', 'phone', 'fileReference'])('nothing is no %s', (name) => {
		const refused = `is required: it ${sentences[name]}`;
		expect(read(fields[name](), undefined)).toEqual({ refused });
	});

	const remedy = 'write it so';
	it.each<[string, () => Field, unknown, string]>([
		['a text', () => field.decimal(), '1.094,03', `${sentences.decimal}, not "1.094,03"`],
		['a number', () => field.integer(), 12.5, `${sentences.integer}, not 12.5`],
		[
			'a long text, its beginning',
			() => field.decimal(),
			'x'.repeat(41),
			`${sentences.decimal}, not "${'x'.repeat(40)}…"`,
		],
		[
			'all of one that is not as long',
			() => field.decimal(),
			'x'.repeat(40),
			`${sentences.decimal}, not "${'x'.repeat(40)}"`,
		],
		[
			'what is no plain value',
			() => field.decimal({ remedy }),
			{},
			`${sentences.decimal}, not {}: ${remedy}`,
		],
		['a list', () => field.id('own'), ['INV-7', 8], `${sentences.id}, not ["INV-7",8]`],
		[
			'the beginning of a large one',
			() => field.reference(),
			{ id: 'x'.repeat(40) },
			`${sentences.reference}, not {"id":"${'x'.repeat(33)}…`,
		],
		['what is more than JSON', () => field.id('own'), { big: 7n }, `${sentences.id}, not an object`],
		...(
			[
				['Bob <bob@x.example>', ': write the address alone, bob@x.example'],
				['mailto:bob@x.example', ': write the address alone, bob@x.example'],
				['bob@x.example, ann@x.example', ''],
				['Bob', ''],
			] as const
		).map(([value, advice]): [string, () => Field, unknown, string] => [
			`the address in ${value}`,
			() => field.email(),
			value,
			`${sentences.email}, not "${value}"${advice}`,
		]),
		['what is none', () => field.id('own'), () => 7, `${sentences.id}, not an object`],
		['and what to write', () => field.decimal({ remedy }), '8%', `${sentences.decimal}, not "8%": ${remedy}`],
		...(
			[
				['1.100', 'write 1.1 or 1100'],
				['-1,100', 'write -1.1 or -1100'],
				['1,100,000', 'write 1100000'],
				['1.100.000', 'write 1100000'],
				['1 100', 'write 1100'],
				['0,500', remedy],
				['1,10', remedy],
				[1e14, 'it is too large, 9999999999999.99 is the most'],
				['-10000000000000', 'it is too large, 9999999999999.99 is the most'],
				['0.12345678901234567', remedy],
			] as const
		).map(([value, advice]): [string, () => Field, unknown, string] => [
			`what to write for the amount ${value}`,
			() => field.decimal({ remedy }),
			value,
			`${sentences.decimal}, not ${JSON.stringify(value)}: ${advice}`,
		]),
		...(
			[
				['1.000', 'write 1 or 1000'],
				['1,000', 'write 1 or 1000'],
				["12'000", 'write 12000'],
				['1.500', `for thousands write 1500; ${remedy}`],
				['-1.000', remedy],
				['1,5', remedy],
				[2 ** 53, 'it is too large'],
			] as const
		).map(([value, advice]): [string, () => Field, unknown, string] => [
			`what to write for the whole number ${value}`,
			() => field.integer({ remedy }),
			value,
			`${sentences.integer}, not ${JSON.stringify(value)}: ${advice}`,
		]),
		[
			'what is empty where it may be left out',
			() => field.optional(field.decimal({ remedy })),
			'',
			`is empty: it ${sentences.decimal}, or be left out`,
		],
		[
			'a moment that is none',
			() => field.decimal(),
			new Date(Number.NaN),
			`${sentences.decimal}, not "Invalid Date"`,
		],
		[
			"one of n8n's moments",
			() => field.decimal(),
			{ toISO: () => null, toString: () => 'Invalid DateTime' },
			`${sentences.decimal}, not "Invalid DateTime"`,
		],
		[
			'what has become of a long number',
			() => field.id('itemId'),
			20261126000000012345,
			`${sentences.id}, not 20261126000000012000: the number has lost digits; format the column as text, or write it in quotes`,
		],
		[
			'and of a text',
			() => field.text(),
			1e21,
			`${sentences.text}, not 1e+21: the number has lost digits; format the column as text, or write it in quotes`,
		],
		[
			'and in a spreadsheet',
			() => field.reference(),
			'1.23457E+11',
			`${sentences.reference}, not "1.23457E+11": the number has lost digits; format the column as text`,
		],
		['of a missing one neither', () => field.decimal({ remedy }), '', `is required: it ${sentences.decimal}`],
		[
			'of a day',
			() => field.date(),
			'11/26/2026',
			`${sentences.date}, not "11/26/2026": write it so, or convert it with an expression like {{ DateTime.fromFormat('11/26/2026', 'MM/dd/yyyy').toISODate() }}; for an input item, in a node before this one`,
		],
		[
			'a formula that failed',
			() => field.id('own'),
			'#REF!',
			`${sentences.id}, not "#REF!": a formula of the spreadsheet failed there; mend it`,
		],
		[
			'what an expression has made of nothing',
			() => field.newId('own'),
			'INV-undefined',
			`${sentences.id}, not "INV-undefined": what it is made of is missing; look at the expression that makes it, and whether the item has the fields that it names`,
		],
		[
			'letters in another encoding',
			() => field.newId('own'),
			'M\ufffdller',
			`${sentences.id}, not "M\ufffdller": a letter could not be read; read the text in its own encoding`,
		],
		[
			'a line break in an ID',
			() => field.id('own'),
			'INV\n7',
			`${sentences.id}, not "INV\n7": it has a line break or a tab inside; take it out`,
		],
	])('tells %s', (_what, given, value, refused) => expect(read(given(), value)).toEqual({ refused }));

	it.each(['text', 'id', 'guid', 'email', 'phone', 'decimal', 'date', 'flag', 'choice'])(
		'%s that is missing',
		(name) => {
			const sentence = sentences[name];
			for (const missing of [undefined, null, '']) {
				expect(read(fields[name](), missing)).toEqual({ refused: `is required: it ${sentence}` });
			}
		},
	);
});

describe('groups and lists', () => {
	const shape = () => ({ name: field.text(), count: field.optional(field.integer()) });
	const group = () => field.group(shape());
	const list = () =>
		field.list('Line', shape(), {
			min: 1,
			max: 2,
			check: ({ name }) => (name === 'x' ? 'must not be x' : undefined),
		});
	const endless = () => field.list('Line', shape());
	const one = { name: 'a' };

	it.each<[string, () => Field, unknown, unknown]>([
		['a group', group, { name: 'a', count: '3' }, { name: 'a', count: 3 }],
		['a list', list, [one, { name: 'b', count: 1 }], [one, { name: 'b', count: 1 }]],
		['a list without limits', endless, [], []],
		['many where there is no limit', endless, [one, one, one], [one, one, one]],
	])('%s', (_name, given, value, sent) => expect(read(given(), value)).toEqual(sent));

	it.each<[string, () => Field, unknown, string]>([
		['a text for a group', group, 'a', 'must be an object, not "a": write { "name": … }'],
		['a list for a group', group, [], 'must be an object, not []: write { "name": … }'],
		['a text for one without fields', () => field.group({}), 7, 'must be an object, not 7'],
		['null for a list', list, null, 'is required'],
		['a number for a list', list, 7, 'must be a list, not 7: write [{ "name": … }, …]'],
		['an object for a list', list, one, 'must be a list, not {"name":"a"}: write [{ "name": … }, …]'],
		[
			'the first field is shown where none is needed',
			() => field.list('Line', { count: field.optional(field.integer()) }),
			'',
			'must be a list, not "": write [{ "count": … }, …]',
		],
		['no group', group, undefined, 'is required'],
		['an unknown name', group, { ...one, size: 1 }, "Unrecognized key(s) in object: 'size'"],
		['a text for a list', list, 'a', 'must be a list, not "a": write [{ "name": … }, …]'],
		['no list', list, undefined, 'is required'],
		['too few', list, [], 'needs at least 1 line'],
		['too many', list, [one, one, one], 'takes at most 2 line'],
		['an entry that is wrong as a whole', list, [{ name: 'x' }], 'must not be x'],
	])('%s', (_name, given, value, refused) => expect(read(given(), value)).toEqual({ refused }));
});

describe('what the editor needs to know', () => {
	/** Remedies and remarks are for messages. */
	const shown = ({ remedy: _, remark: __, ...others }: object & { remedy?: unknown; remark?: unknown }) =>
		others;

	const about = { label: 'Label', description: 'Words', upFront: true };

	it.each<[string, () => Field, object]>([
		['text', () => field.text(about), { kind: 'text', remedy: expect.any(Function), ...about }],
		['optionalText', () => field.optionalText(about), { kind: 'text', ...about }],
		[
			'id',
			() => field.id('itemId', about),
			{ kind: 'text', remedy: expect.any(Function), parameter: 'itemId', ...about },
		],
		['guid', () => field.guid(about), { kind: 'text', ...about }],
		['guids', () => field.guids(about), { kind: 'text', ...about }],
		['email', () => field.email(about), { kind: 'text', placeholder: 'e.g. nathan@example.com', ...about }],
		['phone', () => field.phone(about), { kind: 'text', placeholder: 'e.g. +12025550123', ...about }],
		['decimal', () => field.decimal(about), { kind: 'decimal', ...about }],
		['percent', () => field.percent(about), { kind: 'percent', ...about }],
		['integer', () => field.integer(about), { kind: 'integer', minValue: 0, ...about }],
		['integer from 1', () => field.integer({ minValue: 1 }), { kind: 'integer', minValue: 1 }],
		['date', () => field.date(about), { kind: 'date', remedy: expect.any(String), ...about }],
		['dayTimestamp', () => field.dayTimestamp(about), { kind: 'date', remedy: expect.any(String), ...about }],
		['dateTime', () => field.dateTime(about), { kind: 'dateTime', remedy: expect.any(String), ...about }],
		['flag', () => field.flag(about), { kind: 'flag', default: false, ...about }],
		['choice', () => field.choice(colours, about), { kind: 'choice', options: colours, ...about }],
		['choices', () => field.choices(colours, about), { kind: 'choices', options: colours, ...about }],
		['group', () => field.group({}, about), { kind: 'group', ...about }],
		['list', () => field.list('Line', {}, about), { kind: 'list', entry: 'Line', single: false, ...about }],
		['list of one', () => field.list('Line', {}, { max: 1 }), { kind: 'list', entry: 'Line', single: true }],
		['optional', () => field.optional(field.email(about)), notesOf(field.email(about))],
		['fallback', () => field.withDefault(field.email(about), () => ''), notesOf(field.email(about))],
	])('%s', (_name, given, notes) => expect(shown(notesOf(given()))).toEqual(shown(notes)));

	it('a schema from elsewhere is none', () => {
		expect(() => notesOf(z.string())).toThrow(new TypeError('A field must be made by nodes/shared/field'));
	});

	it.each([
		['text', false],
		['optionalText', true],
		['optional', true],
		['fallback', true],
	])('%s may be left out: %p', (name, expected) => expect(isOptional(fields[name]())).toBe(expected));

	it('fields inside are found through what wraps them', () => {
		const shape = { name: field.text() };
		expect(shapeOf(field.optional(field.group(shape)))).toEqual(shape);
		expect(shapeOf(field.optional(field.list('Line', shape)))).toEqual(shape);
		expect(shapeOf(fields.text())).toBeUndefined();
	});
});
