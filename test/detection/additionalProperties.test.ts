import {
	readAdditionalProperties,
	writeAdditionalProperties,
} from '../../nodes/BluDelta/detection/additionalProperties';

describe('reading', () => {
	it.each([
		['single-key objects', [{ ClientId: 'C1' }, { ourId: '77' }], { ClientId: 'C1', ourId: '77' }],
		[
			'multi-key objects',
			[{ ClientId: 'C1', ourId: '77' }, { x: 'y' }],
			{ ClientId: 'C1', ourId: '77', x: 'y' },
		],
		[
			'Key and Value',
			[
				{ Key: 'ClientId', Value: 'C1' },
				{ Value: '77', Key: 'ourId' },
			],
			{ ClientId: 'C1', ourId: '77' },
		],
		['one plain object', { ClientId: 'C1', ourId: '77' }, { ClientId: 'C1', ourId: '77' }],
		['mixed, the last wins', [{ a: '1' }, { Key: 'a', Value: '2' }, { b: '' }], { a: '2', b: '' }],
		[
			'pairs in small letters',
			[
				{ key: 'a', value: '1' },
				{ value: '2', key: 'b' },
			],
			{ a: '1', b: '2' },
		],
		['pairs with their type', [{ Key: 'a', Value: '1', Type: 'String' }], { a: '1' }],
		['pairs of which one has no value', [{ Key: 'a' }, { Key: 'b', Value: '1' }], { b: '1' }],
		['a property that is called Key', [{ Key: 'K' }, { ClientId: 'C' }], { Key: 'K', ClientId: 'C' }],
		['properties that are called Key and Value', [{ Key: 'K' }, { Value: 'V' }], { Key: 'K', Value: 'V' }],
		['an object with Key and Value', { Key: 'K', Value: 'V' }, { Key: 'K', Value: 'V' }],
		[
			'a pair with more is none',
			[{ Key: 'a', Value: 'b', ClientId: 'C' }],
			{ Key: 'a', Value: 'b', ClientId: 'C' },
		],
		['Key with something else is no pair', [{ Key: 'a', Other: 'b' }], { Key: 'a', Other: 'b' }],
		['Value alone is no pair', [{ Value: 'b' }], { Value: 'b' }],
		['null is absent', [{ a: null }, { Key: 'b', Value: null }, { Key: 'c' }], {}],
		['not only texts', [{ n: 1 }, { b: false }, { o: { x: 1 } }], { n: '1', b: 'false', o: '{"x":1}' }],
		['odd entries', [null, 'a', 7, [], { a: '1' }], { a: '1' }],
		['nothing', null, {}],
		['a text', 'ClientId', {}],
	])('%s', (_name, value, expected) => {
		expect(readAdditionalProperties(value)).toEqual(expected);
	});

	it('keeps a key that means something to JavaScript', () => {
		const read = readAdditionalProperties(JSON.parse('[{"__proto__":"x"}]'));
		expect(Object.entries(read)).toEqual([['__proto__', 'x']]);
	});
});

describe('writing', () => {
	it.each([
		['a map', { ClientId: 'C1', count: '2' }, [{ ClientId: 'C1' }, { count: '2' }]],
		['names that a pair has too', { Key: 'K', Value: 'V' }, [{ Key: 'K' }, { Value: 'V' }]],
		['no empty key', { '': 'x', a: '' }, [{ a: '' }]],
		['nothing', {}, []],
	])('%s', (_name, properties, expected) => {
		expect(writeAdditionalProperties(properties as Record<string, string>)).toEqual(expected);
	});
});
