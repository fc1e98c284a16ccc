import type { INodeProperties, INodeType } from 'n8n-workflow';
import * as credentials from '../../release/published';

/**
 * What workflows store of a parameter: its name, its values and what lies inside; labels may change at any time.
 * The default counts too: n8n does not store a value that is equal to it.
 */
function stored({ name, type, options, displayOptions, default: start }: INodeProperties): unknown {
	const when = Object.entries(displayOptions?.show ?? {}).filter(
		([key]) => key !== 'resource' && key !== 'operation',
	);
	const inside = (options ?? []).map((option) => {
		if ('values' in option) return { [option.name]: option.values.map(stored) };
		return 'type' in option ? stored(option) : option.value;
	});
	const sorted = type === 'options' || type === 'multiOptions' ? inside.map(String).sort() : inside;
	return {
		name,
		type,
		default: start,
		...(inside.length && { options: sorted }),
		...(when.length && { when: Object.fromEntries(when) }),
	};
}

/** Without what is only there to be read. */
const values = (properties: INodeProperties[]) => properties.filter(({ type }) => type !== 'notice');

/** Parameters by resource and operation (`` for those that always show). */
function byOperation({ description }: INodeType): Record<string, unknown[]> {
	const found: Record<string, unknown[]> = {};
	for (const property of values(description.properties)) {
		const { resource = [''], operation = [''] } = (property.displayOptions?.show ?? {}) as Record<
			string,
			string[]
		>;
		for (const key of resource.flatMap((one) =>
			operation.map((other) => [one, other].filter(Boolean).join('.')),
		)) {
			(found[key] ??= []).push(stored(property));
		}
	}
	return found;
}

it.each(Object.entries(credentials.nodes))('the node %s stores what it stored before', (_name, node) => {
	const { name, version, inputs, outputs, usableAsTool, credentials: used } = node.description;
	expect({
		name,
		version,
		inputs,
		outputs,
		usableAsTool,
		used,
		parameters: byOperation(node),
	}).toMatchSnapshot();
});

it.each(Object.entries(credentials.credentialTypes))(
	'the credential %s stores what it stored before',
	(_name, { name, properties }) => {
		expect({ name, properties: values(properties).map(stored) }).toMatchSnapshot();
	},
);

// From the published interface, typed in by hand.
it('the BlueTape node has the operations that are promised', () => {
	const { properties } = credentials.nodes.blueTape.description;
	const operations = properties.filter(({ name }) => name === 'operation');
	const values = (property: INodeProperties) =>
		(property.options as Array<{ value: string }>).map(({ value }) => value).sort();
	expect(
		Object.fromEntries(
			operations.map((one) => [one.displayOptions!.show!.resource![0] as string, values(one)]),
		),
	).toEqual({
		company: ['create', 'getCreditInfo', 'linkCustomer', 'update', 'upsert'],
		customer: ['create', 'getCreditInfo', 'getSignUpDetails', 'update', 'upsert'],
		invoice: [
			'cancel',
			'create',
			'createSimplified',
			'downloadFile',
			'fromRows',
			'getCheckout',
			'getCheckoutRedirect',
			'getStatus',
			'linkProject',
			'removeFile',
			'unlinkProject',
			'update',
			'updateSimplified',
			'uploadFile',
			'upsert',
		],
		project: ['create', 'update', 'upsert'],
		quote: [
			'create',
			'downloadFile',
			'fromRows',
			'getStatus',
			'linkProject',
			'removeFile',
			'unlinkProject',
			'update',
			'uploadFile',
			'upsert',
		],
	});
	const source = properties.filter(({ name }) => name === 'bodySource');
	expect(source.map(values)).toEqual(source.map(() => ['fields', 'input', 'json']));
	expect(source[0].default).toBe('fields');
});

it('the credential blueTapeApi has the fields that are promised', () => {
	const properties = values(credentials.credentialTypes.blueTapeApi.properties);
	expect(properties.map(({ name }) => name)).toEqual(['environment', 'baseUrl', 'apiKey', 'accountId']);
	expect(properties[0].default).toBe('sandbox');
	expect(properties[2].typeOptions).toEqual({ password: true });
});
