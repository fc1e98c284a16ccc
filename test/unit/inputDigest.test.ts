import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { inputDigest } from '../../nodes/shared/run/inputDigest';
import { stage } from './stage';

const digest = (items: INodeExecutionData[], stored: IDataObject = { operation: 'create' }) =>
	inputDigest(stage({ items, node: { parameters: stored as never } }).context);
const file = (more: object): IBinaryKeyData => ({ data: { mimeType: 'a/b', data: 'QQ==', ...more } });

test('the same parameters, items and files give the same digest', () => {
	const items = () => [{ json: { a: 1 }, binary: file({ id: 'f1' }) }, { json: { b: 2 } }];
	expect(digest(items())).toBe(digest(items()));
	expect(digest(items())).toMatch(/^[\da-f]{64}$/);
});

test('whatever differs gives another one', () => {
	const inputs: Array<Parameters<typeof digest>> = [
		[[]],
		[[{ json: {} }]],
		[[{ json: {} }, { json: {} }]],
		[[{ json: { a: 1 } }]],
		[[{ json: { a: '1' } }]],
		[[{ json: { a: 1 } }], { operation: 'update' }],
		[[{ json: { a: 1 } }], {}],
		[[{ json: {}, binary: file({ id: 'f1' }) }]],
		[[{ json: {}, binary: file({ id: 'f2' }) }]],
		[[{ json: {}, binary: { other: file({ id: 'f1' }).data } }]],
		[[{ json: {}, binary: file({}) }]],
		[[{ json: {}, binary: file({ data: 'Qg==' }) }]],
	];
	const digests = inputs.map((input) => digest(...input));
	expect(new Set(digests).size).toBe(inputs.length);
});

test('by its id a file is the same, whatever n8n has of it at hand', () => {
	const of = (data: string) => digest([{ json: {}, binary: file({ id: 'f1', data }) }]);
	expect(of('filesystem-v2')).toBe(of('QQ=='));
});

test('what JSON can not say tells nothing apart, and fails nothing', () => {
	const circle: IDataObject = {};
	circle.self = circle;
	expect(digest([{ json: circle }])).toBe(digest([{ json: undefined as never }]));
	expect(digest([{ json: circle }])).not.toBe(digest([{ json: {} }]));
});
