import * as field from '../../nodes/shared/field';
import { nameOf } from '../../nodes/shared/input/names';

// `number` is a field of its own, and what the editor calls `no`; `due` is labelled as `at` is called.
const shape = {
	id: field.id('thingId'),
	no: field.text({ parameter: 'number', label: 'Count' }),
	number: field.text({ label: 'Reading' }),
	due: field.text({ label: 'At' }),
	at: field.text({ label: 'Moment' }),
	zipCode: field.text(),
};

test.each([
	['id', 'id'],
	['thingId', 'id'],
	['THING_ID', 'id'],
	['Thing ID', 'id'],
	['Zip-Code', 'zipCode'],
	['ZIP Code', 'zipCode'],
	['zip.code', 'zipCode'],
	// Its own name comes first, then the editor's, then the label.
	['number', 'number'],
	['Number', 'number'],
	['count', 'no'],
	['reading', 'number'],
	['AT', 'at'],
	['at', 'at'],
	['moment', 'at'],
	['DUE', 'due'],
	['zip', 'zip'],
	['', ''],
])('an item calls it %j: %s', (key, name) => {
	expect(nameOf(shape, key, 'item')).toBe(name);
	expect(nameOf(shape, key, 'item')).toBe(name);
});

test('what every object has is no field', () => {
	expect(nameOf(shape, 'toString', 'item')).toBe('toString');
	expect(nameOf(shape, 'constructor', 'editor')).toBe('constructor');
});

test.each(['thingId', 'ID', 'Zip Code', 'id'])('JSON means what it says: %s', (key) => {
	expect(nameOf(shape, key, 'json')).toBe(key);
});

test.each([
	['thingId', 'id'],
	// The first field whose parameter it is.
	['number', 'no'],
	['zipCode', 'zipCode'],
	['ZipCode', 'ZipCode'],
	['Thing ID', 'Thing ID'],
	['id', 'id'],
])("the editor's parameter %s is %s", (key, name) => {
	expect(nameOf(shape, key, 'editor')).toBe(name);
});

test('each shape has names of its own', () => {
	expect(nameOf({ other: field.text({ label: 'Thing ID' }) }, 'thing id', 'item')).toBe('other');
	expect(nameOf(shape, 'thing id', 'item')).toBe('id');
});
