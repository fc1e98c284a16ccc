import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import * as field from '../../nodes/shared/field';
import { fieldProperties, fieldProperty } from '../../nodes/shared/editor/fieldProperties';
import { nodeProperties } from '../../nodes/shared/editor/nodeProperties';
import { isUpFront, type Field } from '../../nodes/shared/notes';
import { collectionOf, operation, resource, type Operation } from '../../nodes/shared/operation';

// What the editor shows, from a table as small as possible.

const colours = [
	{ name: 'Red', value: 'red' },
	{ name: 'Blue', value: 'blue' },
];

describe('one field', () => {
	const label = { displayName: 'Size', name: 'size', required: true };
	it.each<[string, () => Field, object]>([
		['text', () => field.text(), { ...label, type: 'string', default: '' }],
		['text that begins', () => field.text({ default: 'XL' }), { ...label, type: 'string', default: 'XL' }],
		[
			'decimal',
			() => field.decimal(),
			{ ...label, type: 'number', default: 0, typeOptions: { numberPrecision: 2 } },
		],
		[
			'decimal that begins',
			() => field.decimal({ default: 1.5 }),
			{ ...label, type: 'number', default: 1.5, typeOptions: { numberPrecision: 2 } },
		],
		[
			'integer',
			() => field.integer({ minValue: 3 }),
			{ ...label, type: 'number', default: 0, typeOptions: { minValue: 3, numberPrecision: 0 } },
		],
		[
			'date',
			() => field.date(),
			{ ...label, type: 'dateTime', default: '', typeOptions: { dateOnly: true } },
		],
		['dateTime', () => field.dateTime(), { ...label, type: 'dateTime', default: '' }],
		['flag', () => field.flag(), { ...label, type: 'boolean', default: false }],
		['flag that is set', () => field.flag({ default: true }), { ...label, type: 'boolean', default: true }],
		['choice', () => field.choice(colours), { ...label, type: 'options', options: colours, default: 'red' }],
		[
			'choice that begins',
			() => field.choice(colours, { default: 'blue' }),
			{ ...label, type: 'options', options: colours, default: 'blue' },
		],
		['choice of nothing', () => field.choice([]), { ...label, type: 'options', options: [], default: '' }],
		[
			'choices',
			() => field.choices(colours),
			{ ...label, type: 'multiOptions', options: colours, default: [] },
		],
		[
			'choices that begin',
			() => field.choices(colours, { defaults: ['red'] }),
			{ ...label, type: 'multiOptions', options: colours, default: ['red'] },
		],
		[
			'labels',
			() => field.text({ label: 'Own', description: 'One. Two', placeholder: 'e.g. M', parameter: 'own' }),
			{
				displayName: 'Own',
				name: 'own',
				required: true,
				description: 'One. Two.',
				placeholder: 'e.g. M',
				type: 'string',
				default: '',
			},
		],
	])('%s', (_name, given, shown) => expect(fieldProperty('size', given(), 'node')).toEqual(shown));

	it.each([
		['One sentence', 'One sentence'],
		['One. Two', 'One. Two.'],
		['One. Two.', 'One. Two.'],
		['e.g. one', 'e.g. one.'],
		['Version 1.2', 'Version 1.2'],
	])('the description %j is shown as %j', (description, shown) =>
		expect(fieldProperty('size', field.text({ description }), 'node').description).toBe(shown),
	);

	it.each<[string, 'node' | 'collection' | 'entry', () => Field, object]>([
		['needed in a collection', 'collection', () => field.text(), { type: 'string', default: '' }],
		['needed in an entry', 'entry', () => field.text(), { required: true, type: 'string', default: '' }],
		['optional', 'node', () => field.optional(field.text()), { type: 'string', default: '' }],
		[
			'an optional number in an entry',
			'entry',
			() => field.optional(field.decimal()),
			{ type: 'string', default: '' },
		],
		[
			'a needed number in an entry',
			'entry',
			() => field.decimal(),
			{ required: true, type: 'number', default: 0, typeOptions: { numberPrecision: 2 } },
		],
		[
			'an optional number in a collection',
			'collection',
			() => field.optional(field.integer()),
			{ type: 'number', default: 0, typeOptions: { minValue: 0, numberPrecision: 0 } },
		],
	])('%s', (_name, within, given, shown) =>
		expect(fieldProperty('size', given(), within)).toEqual({ displayName: 'Size', name: 'size', ...shown }),
	);

	it.each<[string, () => Field, boolean]>([
		['needed', () => field.text(), true],
		['optional', () => field.optional(field.text()), false],
		['optional, up front', () => field.optional(field.text({ upFront: true })), true],
	])('%s stands before the others: %p', (_name, given, expected) =>
		expect(isUpFront(given())).toBe(expected),
	);
});

describe('what holds several fields', () => {
	const shape = () => ({ zone: field.text(), area: field.optional(field.decimal()) });
	const area = { displayName: 'Area', name: 'area' };
	const zone = { displayName: 'Zone', name: 'zone', type: 'string', default: '' };

	it('a group is a collection, sorted by label', () => {
		expect(fieldProperty('place', field.group(shape()), 'node')).toEqual({
			displayName: 'Place',
			name: 'place',
			required: true,
			type: 'collection',
			placeholder: 'Add to Place',
			default: {},
			options: [{ ...area, type: 'number', default: 0, typeOptions: { numberPrecision: 2 } }, zone],
		});
	});

	const values = {
		name: 'values',
		displayName: 'Row',
		values: [
			{ ...area, type: 'string', default: '' },
			{ ...zone, required: true },
		],
	};

	it('a list is a fixed collection, and takes a list from an expression', () => {
		expect(fieldProperty('rows', field.list('Row', shape()), 'node')).toEqual({
			displayName: 'Rows',
			name: 'rows',
			required: true,
			type: 'fixedCollection',
			placeholder: 'Add Row',
			typeOptions: { multipleValues: true },
			default: {},
			options: [
				values,
				{
					name: 'array',
					displayName: 'List From Expression',
					values: [
						{
							displayName: 'List',
							name: 'items',
							type: 'json',
							default: '',
							placeholder: 'e.g. {{ $json.rows }}',
							description: 'An expression that yields a list of objects with the fields zone, area',
						},
					],
				},
			],
		});
	});

	it('a list of one takes no more', () => {
		expect(fieldProperty('rows', field.list('Row', shape(), { max: 1 }), 'node')).toMatchObject({
			typeOptions: { multipleValues: false },
			options: [values],
		});
	});

	it('fields of a collection are sorted by label, not by name', () => {
		const two = { a: field.text({ label: 'Second' }), b: field.text({ label: 'First' }) };
		expect(fieldProperties(two, 'collection').map(({ name }) => name)).toEqual(['b', 'a']);
	});
});

describe('a whole node', () => {
	const itemId = () => field.id('itemId');
	const body = () => ({
		id: itemId(),
		total: field.decimal(),
		note: field.optional(field.text()),
		shade: field.optional(field.choice(colours, { upFront: true })),
	});
	const table = () => ({
		zebra: resource({
			name: 'Zebra',
			description: 'Animals',
			operations: {
				remove: operation({
					name: 'Remove',
					action: 'Remove a zebra',
					route: 'DELETE /zebra/{itemId}',
					path: { itemId: itemId() },
					effects: 'It is gone',
				}),
				get: operation({
					name: 'Get',
					action: 'Get a zebra',
					description: 'Get it. At once',
					route: 'GET /zebra/{itemId}',
					path: { itemId: itemId() },
					query: { depth: field.optional(field.integer()) },
				}),
			},
		}),
		apple: resource({
			name: 'Apple',
			description: 'Fruit',
			operations: {
				update: operation({
					name: 'Update',
					action: 'Update an apple',
					route: 'PUT /apple/{itemId}',
					path: { itemId: itemId() },
					body: { note: field.optional(field.text()) },
					oneByOne: true,
				}),
				create: operation({
					name: 'Create',
					action: 'Create an apple',
					route: 'POST /apple',
					body: body(),
					bodySource: true,
					settings: { binaryPropertyName: field.text() },
					options: { deep: field.flag() },
					check: () => [],
				}),
				convert: operation({
					name: 'Convert',
					action: 'Convert an apple',
					route: '',
					body: { x: field.text() },
				}),
			},
		}),
	});
	const all = () => nodeProperties(table(), 'zebra');
	/** The parameters of one operation as `name`s, or one of them. */
	const of = (resourceKey: string, operationKey: string) =>
		all().filter(({ name, displayOptions }) => {
			const { resource: shownFor, operation: operations } = displayOptions?.show ?? {};
			return name !== 'operation' && shownFor?.includes(resourceKey) && operations?.includes(operationKey);
		});
	const one = (resourceKey: string, operationKey: string, name: string): INodeProperties =>
		of(resourceKey, operationKey).find((each) => each.name === name)!;
	const names = (options: unknown) => (options as Array<{ name: string }>).map(({ name }) => name);

	it('begins with the resource, by name, and the one that a new node has', () => {
		expect(all()[0]).toEqual({
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			default: 'zebra',
			options: [
				{ name: 'Apple', value: 'apple', description: 'Fruit' },
				{ name: 'Zebra', value: 'zebra', description: 'Animals' },
			],
		});
	});

	it('then the operations of each, by name; effects are told', () => {
		expect(all()[1]).toEqual({
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: ['zebra'] } },
			default: 'get',
			options: [
				{ name: 'Get', value: 'get', action: 'Get a zebra', description: 'Get it. At once.' },
				{
					name: 'Remove',
					value: 'remove',
					action: 'Remove a zebra',
					description: 'Remove a zebra. It is gone.',
				},
			],
		});
	});

	it.each([
		[['upload', 'about'], 'upload'],
		[['about', 'zoom'], 'about'],
		[['cancel', 'create', 'upload'], 'create'],
	])('of the operations %j a new node has %s', (keys, start) => {
		const operations: Record<string, Operation> = Object.fromEntries(
			keys.map((key) => [key, operation({ name: key, action: key, route: 'GET /x' })]),
		);
		const [, shown] = nodeProperties({ x: { name: 'X', description: 'X', operations } }, 'x');
		expect(shown.default).toBe(start);
		expect((shown.options as INodePropertyOptions[])[0].description).toBe([...keys].sort()[0]);
	});

	it('parameters stand in their places, equal ones of several operations once', () => {
		expect(
			all()
				.slice(3)
				.map(({ name, displayOptions }) => [name, displayOptions!.show!.operation]),
		).toEqual([
			['effectsNotice', ['remove']],
			['itemId', ['remove', 'get']],
			['additionalFields', ['get']],
			['options', ['remove', 'get']],
			['itemId', ['update']],
			['binaryPropertyName', ['create']],
			['bodySource', ['create']],
			['itemId', ['create']],
			['total', ['create']],
			['shade', ['create']],
			['x', ['convert']],
			['jsonBody', ['create']],
			['updateFields', ['update']],
			['additionalFields', ['create']],
			['options', ['update']],
			['options', ['create']],
		]);
	});

	it('fields and JSON show for their body source', () => {
		expect(one('apple', 'create', 'total').displayOptions).toEqual({
			show: { resource: ['apple'], operation: ['create'], bodySource: ['fields'] },
		});
		expect(one('apple', 'create', 'additionalFields').displayOptions!.show!.bodySource).toEqual(['fields']);
		expect(one('apple', 'create', 'jsonBody')).toMatchObject({
			hint: 'Needed: id, total',
			displayOptions: { show: { bodySource: ['json'] } },
		});
		expect(one('apple', 'update', 'updateFields').displayOptions!.show).not.toHaveProperty('bodySource');
	});

	it('JSON of which nothing is needed has no hint', () => {
		const shown = nodeProperties(
			{
				x: resource({
					name: 'X',
					description: 'X',
					operations: {
						create: operation({
							name: 'Create',
							action: 'Create',
							route: 'POST /x',
							body: { note: field.optional(field.text()) },
							bodySource: true,
						}),
					},
				}),
			},
			'x',
		);
		expect(shown.find(({ name }) => name === 'jsonBody')).not.toHaveProperty('hint');
	});

	it('optional fields are in a collection, the other ones are not', () => {
		expect(one('apple', 'create', 'additionalFields')).toMatchObject({
			displayName: 'Additional Fields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [{ name: 'note' }],
		});
		expect(names(one('zebra', 'get', 'additionalFields').options)).toEqual(['depth']);
	});

	it('options fit the operation', () => {
		expect(one('apple', 'create', 'options')).toMatchObject({
			displayName: 'Options',
			placeholder: 'Add Option',
		});
		expect(names(one('apple', 'create', 'options').options)).toEqual([
			'checkAmounts',
			'deep',
			'dryRun',
			'parallelRequests',
		]);
		expect(names(one('apple', 'update', 'options').options)).toEqual(['dryRun']);
		expect(one('apple', 'convert', 'options')).toBeUndefined();
	});

	it('effects are a notice', () => {
		expect(one('zebra', 'remove', 'effectsNotice')).toMatchObject({
			displayName: 'It is gone',
			type: 'notice',
			default: '',
		});
	});

	it.each([
		[true, 'updateFields'],
		[false, 'additionalFields'],
	])('of an operation that updates (%p), optional fields are %s', (updates, name) =>
		expect(collectionOf({ updates })).toBe(name),
	);
});
