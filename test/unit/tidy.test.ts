import * as field from '../../nodes/shared/field';
import { tidy, type Tidying } from '../../nodes/shared/input/tidy';

// What becomes of the values in the editor and in items before they are checked.

const shape = () => ({
	id: field.id('thingId'),
	note: field.optional(field.text()),
	count: field.optional(field.decimal()),
	at: field.optional(field.dateTime()),
	place: field.optional(
		field.group({ city: field.text(), open: field.optional(field.dateTime()) }, { label: 'Site' }),
	),
	front: field.optional(field.list('Row', { sku: field.text() }, { upFront: true })),
	rows: field.optional(field.list('Row', { sku: field.text(), on: field.optional(field.dateTime()) })),
});
const how: Tidying = { timeZone: 'America/New_York', keepEmpty: false, from: 'editor' };
const item: Tidying = { ...how, from: 'item' };
const json: Tidying = { ...how, from: 'json' };
const update = { ...how, keepEmpty: true };

it.each<[string, Record<string, unknown>, Record<string, unknown>, Tidying]>([
	['an id has its name of the editor there', { thingId: 'T' }, { id: 'T' }, how],
	['and its own in an item', { id: 'T' }, { id: 'T' }, item],
	['what is unknown stays, to be refused', { size: 1, toString: 2 }, { size: 1, toString: 2 }, how],
	['what is unfilled is left out', { note: '', rows: [], place: {} }, {}, how],
	[
		'of JSON only what is nothing is left out',
		{ note: '', rows: [], at: null, place: { city: null } },
		{ note: '', rows: [], place: {} },
		json,
	],
	[
		'a local time in JSON is in the zone too',
		{ at: '2026-07-01 10:00' },
		{ at: '2026-07-01T10:00:00.000-04:00' },
		json,
	],
	[
		'a blank cell of an item is not there, in an update either',
		{ note: ' ', rows: [] },
		{},
		{ ...item, keepEmpty: true },
	],
	[
		'lists from expressions that give nothing are not filled in',
		{ rows: { rows: [{ list: undefined }, { list: null }, { list: '' }] } },
		{},
		how,
	],
	['nothing is left out', { note: null, id: undefined }, {}, update],
	[
		'false, 0 and a blank are something',
		{ note: 0, id: false, at: ' ' },
		{ note: 0, id: false, at: ' ' },
		how,
	],
	['an update clears a text', { note: '' }, { note: '' }, update],
	['an update does not clear what is no text', { at: '', count: '' }, {}, update],
	['an update does not clear a group', { place: {} }, {}, update],
	['an update clears a list', { rows: {} }, { rows: [] }, update],
	['a date is no group', { place: new Date(0) }, { place: new Date(0) }, how],
	['a local time is in the zone', { at: '2026-07-01T10:00' }, { at: '2026-07-01T10:00:00.000-04:00' }, how],
	[
		'also in a group',
		{ place: { city: '', open: '2026-07-01T10:00' } },
		{ place: { open: '2026-07-01T10:00:00.000-04:00' } },
		how,
	],
	['a text for a group stays, to be refused', { place: 'x' }, { place: 'x' }, how],
	['a list for a group stays, to be refused', { place: [1] }, { place: [1] }, how],
	['a text for a list stays, to be refused', { rows: 'x' }, { rows: 'x' }, how],
	[
		'entries of a list are tidied, and cleared of nothing',
		{ rows: [{ sku: '', on: '2026-07-01T10:00' }, 'x', null] },
		{ rows: [{ on: '2026-07-01T10:00:00.000-04:00' }, 'x'] },
		{ ...item, keepEmpty: true },
	],
	['a text column of an item holds a list', { rows: '[{"sku":"a"}]' }, { rows: [{ sku: 'a' }] }, item],
	['or one entry', { rows: '{"SKU":"a"}' }, { rows: [{ sku: 'a' }] }, item],
	['one entry of an item is a list of one', { Rows: { s_k_u: 'a' } }, { rows: [{ sku: 'a' }] }, item],
	['or a group', { place: '{"city":"x"}' }, { place: { city: 'x' } }, item],
	[
		'entries that are null are not there',
		{ rows: [null, { sku: 'a' }, undefined] },
		{ rows: [{ sku: 'a' }] },
		item,
	],
	['a list of nothing is none', { rows: [null] }, {}, { ...update, from: 'json' }],
	['or nothing', { rows: 'null', place: 'null' }, {}, item],
	[
		'a text of an item that is none stays, to be refused',
		{ rows: 'x', place: 'y' },
		{ rows: 'x', place: 'y' },
		item,
	],
	[
		'by its label it is known, as a list or a group is',
		{ Site: { city: 'x' } },
		{ place: { city: 'x' } },
		item,
	],
	['also as text', { Site: '{"city":"x"}' }, { place: { city: 'x' } }, item],
	['JSON has no lists in texts', { rows: '[{"sku":"a"}]' }, { rows: '[{"sku":"a"}]' }, json],
	[
		'an item may write a name as it likes, at every depth',
		{ THING_ID: 'T', Place: { 'C-i t_y': 'x' }, ROWS: [{ Sku: 'a' }] },
		{ id: 'T', place: { city: 'x' }, rows: [{ sku: 'a' }] },
		item,
	],
	['an empty one takes no place', { rows: [], Rows: [{ sku: 'a' }] }, { rows: [{ sku: 'a' }] }, item],
	['a list in an item is no fixed collection', { rows: { values: [] } }, { rows: { values: [] } }, item],
	['entries of the editor are a list', { rows: { values: [{ sku: 'a' }] } }, { rows: [{ sku: 'a' }] }, how],
	['one entry of a list of one, too', { rows: { values: { sku: 'a' } } }, { rows: [{ sku: 'a' }] }, how],
	[
		'a list from an expression comes behind them',
		{ rows: { values: [{ sku: 'a' }], rows: [{ list: [{ sku: 'b' }] }, { list: '[{"sku":"c"}]' }] } },
		{ rows: [{ sku: 'a' }, { sku: 'b' }, { sku: 'c' }] },
		how,
	],
	[
		'a list from an expression alone',
		{ rows: { rows: [{ list: [{ sku: 'b' }] }] } },
		{ rows: [{ sku: 'b' }] },
		how,
	],
	['an expression that gives blanks gives none', { rows: { rows: [{ list: '  ' }] } }, {}, how],
	...[undefined, null, '', 'null'].map(
		(list): [string, Record<string, unknown>, Record<string, unknown>, Tidying] => [
			'an expression that gives nothing clears nothing',
			{ rows: { rows: [{ list }] } },
			{},
			update,
		],
	),
	[
		'one that gives nothing beside another and an entry',
		{ rows: { values: [{ sku: 'a' }], rows: [{ list: null }, { list: [{ sku: 'b' }] }] } },
		{ rows: [{ sku: 'a' }, { sku: 'b' }] },
		update,
	],
	['an expression that gives an empty list clears', { rows: { rows: [{ list: [] }] } }, { rows: [] }, update],
	['a list that stands in front and nobody has touched clears nothing', { front: {} }, {}, update],
	[
		'what an item gives clears what stands in front in the editor',
		{ front: [{ sku: 'a' }] },
		{ front: [{ sku: 'a' }] },
		{ ...item, keepEmpty: true },
	],
	['an empty one of JSON does', { front: [] }, { front: [] }, json],
	[
		'one object is a list of one',
		{ rows: { rows: [{ list: '{"sku":1}' }, { list: { sku: 2 } }] } },
		{ rows: [{ sku: 1 }, { sku: 2 }] },
		how,
	],
	[
		'an object that is no entry is refused later',
		{ rows: { rows: [{ list: { first: { sku: 1 } } }] } },
		{ rows: { first: { sku: 1 } } },
		how,
	],
	['a number that is no list is refused later', { rows: { rows: [{ list: '7' }] } }, { rows: 7 }, how],
	['one that gives no JSON is refused later', { rows: { rows: [{ list: 'nope' }] } }, { rows: 'nope' }, how],
	['an object that is no list is refused later', { rows: { sku: 'a' } }, { rows: { sku: 'a' } }, how],
])('%s: %j', (_name, raw, tidied, given) => expect(tidy(shape(), raw, given)).toEqual(tidied));

it('a plain value under the label of a group is something else', () => {
	const unknown: string[] = [];
	expect(tidy(shape(), { Site: 'x' }, { ...item, unknown })).toEqual({});
	expect(unknown).toEqual(['Site']);
});

it('names what it does not know, with the way to it', () => {
	const unknown: string[] = [];
	const raw = { size: 1, id: 'T', place: { city: 'x', zip: 1 }, rows: [{ sku: 'a', rank: 1 }], gone: null };
	expect(tidy(shape(), raw, { ...item, unknown })).toEqual({
		id: 'T',
		place: { city: 'x' },
		rows: [{ sku: 'a' }],
	});
	expect(unknown).toEqual(['size', 'place.zip', 'rows.rank']);
});
