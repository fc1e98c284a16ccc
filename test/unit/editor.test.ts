import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import * as field from '../../nodes/shared/field';
import { nodeProperties } from '../../nodes/shared/editor/nodeProperties';
import { collectionOf, operation, resource, type Operation } from '../../nodes/shared/table/operation';

// What the editor shows, from a table as small as possible.

describe('a whole node', () => {
	const itemId = () => field.id('itemId');
	const body = () => ({
		id: itemId(),
		total: field.decimal(),
		note: field.optional(field.text()),
		shade: field.optional(field.choice([{ name: 'Red', value: 'red' }], { upFront: true })),
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
			['neededNotice', ['create']],
			['itemId', ['create']],
			['total', ['create']],
			['shade', ['create']],
			['x', ['convert']],
			['jsonBody', ['create']],
			['updateFields', ['update']],
			['additionalFields', ['create']],
			['options', ['update']],
			['options', ['create']],
			['options', ['convert']],
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
		expect(one('apple', 'create', 'neededNotice')).toMatchObject({
			displayName: 'Needed: itemId, total',
			type: 'notice',
			displayOptions: { show: { bodySource: ['input'] } },
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
			'deep',
			'dryRun',
			'extraFields',
			'keepInput',
			'parallelRequests',
		]);
		expect(names(one('apple', 'update', 'options').options)).toEqual(['dryRun', 'keepInput']);
		expect(names(one('apple', 'convert', 'options').options)).toEqual(['keepInput']);
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
