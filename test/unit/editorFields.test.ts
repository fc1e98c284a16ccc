import * as field from '../../nodes/shared/field';
import { addedProperties, fieldProperty } from '../../nodes/shared/editor/fieldProperties';
import { isUpFront, type Field } from '../../nodes/shared/table/notes';

// What the editor shows of a field.

const colours = [
	{ name: 'Red', value: 'red' },
	{ name: 'Blue', value: 'blue' },
];

describe('one field', () => {
	const label = { displayName: 'Size', name: 'size', required: true };
	it.each<[string, () => Field, object]>([
		['text', () => field.text(), { ...label, type: 'string', default: '' }],
		['text that begins', () => field.text({ default: 'XL' }), { ...label, type: 'string', default: 'XL' }],
		['decimal', () => field.decimal(), { ...label, type: 'string', default: '' }],
		['percent', () => field.percent(), { ...label, type: 'string', default: '' }],
		[
			'decimal that begins',
			() => field.decimal({ default: 1.5 }),
			{ ...label, type: 'number', default: 1.5, typeOptions: { numberPrecision: 2 } },
		],
		['integer', () => field.integer({ minValue: 3 }), { ...label, type: 'string', default: '' }],
		[
			'integer that begins',
			() => field.integer({ minValue: 3, default: 0 }),
			{ ...label, type: 'number', default: 0, typeOptions: { minValue: 3, numberPrecision: 0 } },
		],
		[
			'what is asked for and may be missing elsewhere',
			() => field.optional(field.text({ asked: true })),
			{ ...label, type: 'string', default: '' },
		],
		[
			'what shows, and is asked for, while others have no value',
			() => field.optional(field.text({ onlyWithout: ['rows.values', 'weight'] })),
			{
				...label,
				type: 'string',
				default: '',
				displayOptions: {
					hide: {
						'/rows.values': [{ _cnd: { exists: true } }],
						'/weight': [{ _cnd: { exists: true } }],
					},
				},
			},
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
			{ required: true, type: 'string', default: '' },
		],
		[
			'an optional number in a collection',
			'collection',
			() => field.optional(field.integer()),
			{ type: 'string', default: '' },
		],
		[
			'what is asked for, in a collection',
			'collection',
			() => field.text({ asked: true }),
			{ type: 'string', default: '' },
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
			options: [{ ...area, type: 'string', default: '' }, zone],
		});
	});

	const values = {
		name: 'values',
		displayName: 'Row',
		values: [
			{ ...zone, required: true },
			{ ...area, type: 'string', default: '' },
		],
	};

	it('a list is a fixed collection, and takes a list from an expression', () => {
		expect(fieldProperty('rows', field.list('Row', shape()), 'node')).toEqual({
			displayName: 'Rows',
			name: 'rows',
			required: true,
			type: 'fixedCollection',
			placeholder: 'Add Row',
			typeOptions: { multipleValues: true, sortable: true },
			default: {},
			options: [
				values,
				{
					name: 'rows',
					displayName: 'List From Expression',
					values: [
						{
							displayName: 'Rows',
							name: 'list',
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

	it('a list may show a field of its entries as their title, and others only when they are added', () => {
		const list = field.list(
			'Row',
			{ ...shape(), note: field.optionalText() },
			{ title: 'zone', hidden: ['area'] },
		);
		expect(fieldProperty('rows', list, 'node')).toMatchObject({
			typeOptions: {
				fixedCollection: { itemTitle: '={{ $collection.item.value.zone }}' },
				hideOptionalFields: true,
			},
			options: [
				{
					values: [
						{ ...zone, required: true },
						{ ...area, type: 'string', default: '' },
						{ name: 'note', typeOptions: { showEvenWhenOptional: true } },
					],
				},
				{ values: [{ name: 'list', typeOptions: { showEvenWhenOptional: true } }] },
			],
		});
		const [{ values: of }] = fieldProperty('rows', list, 'node').options as Array<{ values: object[] }>;
		expect(of[0]).not.toHaveProperty('typeOptions');
		expect(of[1]).not.toHaveProperty('typeOptions');
	});

	it('a list of one takes no more', () => {
		expect(fieldProperty('rows', field.list('Row', shape(), { max: 1 }), 'node')).toMatchObject({
			typeOptions: { multipleValues: false },
			options: [values],
		});
	});

	it('fields of a collection are sorted by label, not by name', () => {
		const two = { a: field.text({ label: 'Second' }), b: field.text({ label: 'First' }) };
		expect(addedProperties(two).map(({ name }) => name)).toEqual(['b', 'a']);
	});
});
