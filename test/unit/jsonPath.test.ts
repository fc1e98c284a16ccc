import { valueAt } from '../../nodes/shared/input/jsonPath';

const json = {
	name: 'Tower',
	list: [{ name: 'a' }, { name: 'b' }],
	'odd "name"': 1,
	constructor: 'taken',
	odd: { date: new Date(0), nan: NaN, nothing: undefined, call: () => 1, map: new Map() },
	none: null,
	no: false,
};

test.each([
	['$json.name', 'Tower'],
	[' $json.name\n', 'Tower'],
	['$json["name"]', 'Tower'],
	["$json['list'][1].name", 'b'],
	['$json[\'odd "name"\']', 1],
	['$json.list.length', 2],
	['$json.list', [{ name: 'a' }, { name: 'b' }]],
	['$json.none', null],
	['$json.no', false],
])('%j is the value %j', (expression, value) => {
	expect(valueAt(expression, json)).toEqual({ value });
});

test.each([
	'$json',
	'$json.',
	'$json.missing',
	'$json.missing.deep',
	'$json.list[2]',
	'$json.list[01]',
	'$json.list[-1]',
	'$json.none.deep',
	'$json.name.length',
	'$json.name[0]',
	'$json.name.trim()',
	'$json.constructor',
	'$json["__proto__"]',
	'$json.list.prototype',
	'$json.toString',
	'$json["na\\u006de"]',
	'$json.name + ""',
	'$json .name',
	'$JSON.name',
	'$input.item.json.name',
	'x$json.name',
	'$json.odd.date',
	'$json.odd.nan',
	'$json.odd.nothing',
	'$json.odd.call',
	'$json.odd.map',
	'$json.odd',
])('%j is left to n8n', (expression) => {
	expect(valueAt(expression, json)).toBeUndefined();
});

test('what it gives is a copy', () => {
	const { value } = valueAt('$json.list', json) as { value: typeof json.list };
	value[0].name = 'changed';
	expect(json.list[0].name).toBe('a');
});
