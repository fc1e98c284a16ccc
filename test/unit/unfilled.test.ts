import * as field from '../../nodes/shared/field';
import { tellUnfilled } from '../../nodes/shared/input/unfilled';

// An expression that gives nothing in a field that costs money.

const line = () =>
	field.list('Line', {
		name: field.optionalText(),
		rate: field.optional(field.percent({ label: 'Tax Rate', parameter: 'taxRate' })),
	});
const shape = {
	total: field.optional(field.decimal()),
	count: field.optional(field.integer()),
	note: field.optionalText(),
	day: field.optional(field.date()),
	lines: field.optional(line()),
	place: field.optional(field.group({ fee: field.optional(field.decimal()), lines: field.optional(line()) })),
};
const told = (stored: Record<string, unknown>, given: Record<string, unknown>): string[] => {
	const hints: string[] = [];
	tellUnfilled(shape, stored, given, (message, type) => hints.push(`${type}: ${message}`));
	return hints;
};
const said = (name: string) =>
	`warning: ${name} has an expression that gave nothing, so it was taken as not filled in: does the item have the field that it names?`;

const X = '={{ $json.x }}';
const AI = "={{ $fromAI('X', '', 'number') }}";
const TOTAL = said("'Total' (total)");

it.each([[undefined], [null], [''], ['  ']])('%j is nothing', (total) =>
	expect(told({ total: X }, { total })).toEqual([TOTAL]),
);

it.each<[unknown, unknown]>([
	[X, 0],
	[X, '0'],
	[X, false],
	[X, 'abc'],
	['', ''],
	[undefined, undefined],
	[null, null],
	['=', ''],
	['= ', ''],
	[7, 7],
])('of %j that gives %j nothing is told', (total, given) =>
	expect(told({ total }, { total: given })).toEqual([]),
);

it.each([
	"={{ $json.deposit ?? '' }}",
	'={{ $json.deposit || undefined }}',
	'={{ $json.deposit ? $json.total - $json.deposit : null }}',
	"={{ $ifEmpty($json.deposit, '') }}",
])('nor of %s, where somebody has thought of it', (total) => expect(told({ total }, {})).toEqual([]));

it.each(['={{ $json.order?.deposit }}', "={{ $json['is it due?'] }}"])('but of %s', (total) =>
	expect(told({ total }, {})).toEqual([TOTAL]),
);

it.each<[string, string[]]>([
	['total', [TOTAL]],
	['count', [said("'Count' (count)")]],
	['lines', [said("'Lines' (lines)")]],
	['note', []],
	['day', []],
])('of kind of %s', (name, expected) => expect(told({ [name]: X }, {})).toEqual(expected));

it('a model that leaves out an amount or a rate is told, but no other field of its', () => {
	expect(told({ total: AI, count: AI, lines: AI }, {})).toEqual([TOTAL]);
	expect(told({ lines: { values: [{ taxRate: AI, name: AI }] } }, { lines: { values: [{}] } })).toEqual([
		said("'Lines 1 > Tax Rate' (rate)"),
	]);
	expect(told({ lines: { lines: [{ list: AI }] } }, {})).toEqual([]);
});

it.each<[string, unknown, unknown, string[]]>([
	[
		'each entry of its own',
		{ values: [{ taxRate: X, name: X }, { taxRate: X }, { taxRate: '8' }, { taxRate: X }] },
		{ values: [{ taxRate: null }, { taxRate: 0 }, { taxRate: '8' }, {}] },
		["'Lines 1 > Tax Rate' (rate)", "'Lines 4 > Tax Rate' (rate)"],
	],
	[
		'one that is no list',
		{ values: { taxRate: X } },
		{ values: { taxRate: '' } },
		["'Lines 1 > Tax Rate' (rate)"],
	],
	['a list from an expression', { lines: [{ list: X }] }, { lines: [{ list: null }] }, ["'Lines' (lines)"]],
	[
		'beside another that gives one',
		{ lines: [{ list: X }, { list: X }] },
		{ lines: [{ list: [{}] }, {}] },
		["'Lines' (lines)"],
	],
	['an empty list', { lines: [{ list: X }] }, { lines: [{ list: [] }] }, []],
	['nothing added', {}, {}, []],
	['values that n8n has dropped', { values: [{ taxRate: X }] }, undefined, ["'Lines 1 > Tax Rate' (rate)"]],
])('in lists: %s', (_what, lines, given, names) =>
	expect(told({ lines }, { lines: given })).toEqual(names.map(said)),
);

it('in groups, and lists in them', () => {
	const place = { fee: X, lines: { values: [{ taxRate: X }] } };
	expect(told({ place }, { place: { fee: '', lines: { values: [{}] } } })).toEqual([
		said("'Place > Fee' (fee)"),
		said("'Place > Lines 1 > Tax Rate' (rate)"),
	]);
	expect(told({ place }, { place: { fee: 1, lines: { values: [{ taxRate: 8 }] } } })).toEqual([]);
});
