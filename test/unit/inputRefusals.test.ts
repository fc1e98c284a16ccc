import type { IDataObject } from 'n8n-workflow';
import * as field from '../../nodes/shared/field';
import { put, read } from './reading';

// What is said about what can't be sent.

/** The message that refuses it. */
const refusal = (...given: Parameters<typeof read>): unknown => {
	try {
		read(...given);
	} catch (error) {
		return (error as { failure: object }).failure;
	}
	return undefined;
};

describe('what is wrong is said at once', () => {
	const nothingSent = { kind: 'input', advice: 'Nothing was sent for this item' };

	it.each(['"a"', '[{"name":"a"}]', 'null', '7'])('%s is no object', (jsonBody) =>
		expect(refusal({ bodySource: 'json', jsonBody })).toEqual({
			...nothingSent,
			message: "'JSON Body' must be one JSON object",
		}),
	);

	it.each([
		['JSON', '"JSON"'],
		['toString', '"toString"'],
		[null, 'null'],
		[undefined, 'empty'],
	])('%s is no source of the body', (bodySource, told) =>
		expect(refusal({ bodySource, name: 'a' })).toEqual({
			...nothingSent,
			message: `'Body Source' is ${told}; write one of "fields", "json", "input"`,
		}),
	);

	const inside = { name: 'a', note: 'b', at: 'x' };
	it.each<[string, IDataObject]>([
		['thing', { thing: inside }],
		['data', { data: [inside] }],
		['body', { headers: { host: 'x' }, body: inside, note: 'c' }],
	])('all that is inside %s', (name, given) => {
		const told = expect.stringMatching(`^is everything inside '${name}'\\? Take it out of there`);
		const refused = { ...nothingSent, message: told };
		expect(refusal({ bodySource: 'json', jsonBody: given })).toEqual(refused);
		expect(refusal({ bodySource: 'input' }, given)).toEqual(refused);
	});

	it.each([
		{ thing: { name: 'a' } },
		{ thing: [inside, inside] },
		{ thing: 'x' },
		{ name: 1, note: 'a', thing: inside },
	])('but not what is there, or not one: %j', (given) =>
		expect(refusal({ bodySource: 'json', jsonBody: given })).toEqual({
			...nothingSent,
			message: expect.stringMatching(/^'Name' \(name\) is required|^unknown field 'thing'/),
		}),
	);

	it('what is no JSON', () =>
		expect(refusal({ bodySource: 'json', jsonBody: '{"name":\n QUO-1}' })).toEqual({
			...nothingSent,
			message: "'JSON Body' can't be read as JSON: line 2: the value QUO-1 needs quotes: \"QUO-1\"",
		}));

	it.each<[string, unknown, string | RegExp]>([
		['a field', { name: '' }, "'Name' (name) is required: it must be text"],
		[
			'the label of a field',
			{ name: 'a', place: { city: 7, zipCode: {} } },
			"'Place > ZIP Code' (zipCode) must be text, not {}",
		],
		['its own label', { name: 'a', place: {} }, "'Place > Town' (city) is required: it must be text"],
		[
			'an entry of a list',
			{ name: 'a', rows: [{ sku: 'a' }, {}] },
			"'Rows 2 > SKU' (sku) is required: it must be text",
		],
		[
			'the name that a field has in the editor',
			{ name: 'a', rows: [{ sku: 'a', own: '..' }] },
			`'Rows 1 > Own ID' (own) must be an ID (not empty, not "null", "." or ".."), not ".."`,
		],
		[
			'several',
			{ name: 1, note: {}, at: 'x' },
			/^'Note' \(note\) must be text, not \{\}; 'At' \(at\) must be a date and time like 2026-03-31T09:30:00.000Z, not "x": write it so/,
		],
	])('names %s', (_what, jsonBody, message) =>
		expect(refusal({ bodySource: 'json', jsonBody })).toEqual({
			...nothingSent,
			message: typeof message === 'string' ? message.replace('SKU', 'Sku') : expect.stringMatching(message),
		}),
	);

	it.each<[string, unknown, string]>([
		['zip', { zip: '1' }, "unknown field 'zip': did you mean 'zipCode'?"],
		['ZIP', { ZIP: '1' }, "unknown field 'ZIP': did you mean 'zipCode'?"],
		['nam', { nam: '1' }, "unknown field 'nam': did you mean 'name'?"],
		['NOTE', { NOTE: '1' }, "unknown field 'NOTE': did you mean 'note'?"],
		['nmae', { nmae: '1' }, "unknown field 'nmae': did you mean 'name'?"],
		[
			'zpiCdoes',
			{ zpiCdoes: '1' },
			"unknown field 'zpiCdoes': known are name, note, at, zipCode, place, rows; any other goes by the option 'Extra Fields'",
		],
		[
			'quantity',
			{ quantity: '1' },
			"unknown field 'quantity': known are name, note, at, zipCode, place, rows; any other goes by the option 'Extra Fields'",
		],
		[
			'a place',
			{ place: { city: 'x', town: 'y' } },
			"unknown field 'town' in 'Place': known are city, zipCode",
		],
		['a row', { rows: [{ sku: 'x', skus: 'y' }] }, "unknown field 'skus' in 'Rows 1': did you mean 'sku'?"],
	])('and says what may have been meant: %s', (_what, given, message) =>
		expect(refusal({ bodySource: 'json', jsonBody: { name: 'a', ...(given as object) } })).toEqual({
			...nothingSent,
			message,
		}),
	);

	it('at most five things', () => {
		const of = (count: number) =>
			refusal({
				bodySource: 'json',
				jsonBody: { name: 'a', rows: Array.from({ length: count }, () => ({ sku: {} })) },
			});
		const said = [1, 2, 3, 4, 5].map((row) => `'Rows ${row} > Sku' (sku) must be text, not {}`).join('; ');
		expect(of(5)).toEqual({ ...nothingSent, message: said });
		expect(of(7)).toEqual({ ...nothingSent, message: `${said}; and 2 more` });
	});

	it.each([
		[
			'the path',
			{ thingId: '..' },
			`'Thing ID' (thingId) must be an ID (not empty, not "null", "." or ".."), not ".."`,
		],
		[
			'the query',
			{ name: 'a', updateFields: { depth: -1 } },
			"'Depth' (depth) must be a whole number, 0 or more, not -1",
		],
		['the settings', { name: 'a', shown: 'perhaps' }, `'Shown' (shown) must be true or false, not "perhaps"`],
	])('also in %s', (_where, parameters, message) =>
		expect(refusal(parameters)).toEqual({ ...nothingSent, message }),
	);
});

describe('of an item', () => {
	const item = (json: object) =>
		refusal({ bodySource: 'input' }, json as never) as { message: string; advice: string };

	it.each([
		[
			'a field that it calls otherwise',
			{ zip_code: '1', 'Name:': 'a' },
			"; the item has 'Name:': call it 'name'",
		],
		['one that is spelt alike', { nmae: 'a' }, "; the item has 'nmae': call it 'name'"],
	])('%s is named beside the one that is missing', (_what, json, near) => {
		expect(item(json).message).toBe(`'Name' (name) is required: it must be text${near}`);
	});

	it('nothing else is called by the name of a field that is there', () =>
		expect(item({ name: { first: 1 }, nmae: 'a' }).message).toMatch(
			/^'Name' \(name\) must be text, not \{"first":1\}$/,
		));

	it('nothing at the top is called by the name of what is missing deeper inside', () =>
		expect(item({ name: 'a', rows: [{ count: 2 }], row: 'x' }).message).toMatch(
			/^'Rows 1 > [^']+' \(\w+\) is required: it must be text$/,
		));

	it('two IDs for one record are refused, at every depth', () => {
		const of = put({
			body: {
				id: field.id('thingId'),
				rows: field.optional(field.list('Row', { own: field.id('ownId') })),
			},
		});
		const said = (json: object) => refusal({ bodySource: 'input' }, json as never, of);
		expect(said({ thing_id: 'INV-17', id: 17 })).toEqual({
			kind: 'input',
			message: 'the item has id 17 and thing_id "INV-17", two IDs for one record: keep the one that is meant',
			advice: 'Nothing was sent for this item',
		});
		expect(said({ id: 1, rows: [{ ownId: 'a', OWN_ID: 'b' }] })).toMatchObject({
			message: expect.stringMatching(/^the item has rows.ownId "a" and rows.OWN_ID "b", two IDs/),
		});
		expect(said({ thingId: ' 17', id: 17, 'Thing ID': '' })).toBeUndefined();
	});

	it('what was left out is told as well, for hints are lost with the run', () => {
		expect(item({ size: 1, review: [], colour: 'red' }).advice).toBe(
			'Nothing was sent for this item. Fields left out because this operation does not know them: size, colour',
		);
	});
});
