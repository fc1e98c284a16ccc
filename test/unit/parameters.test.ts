import type { IExecuteFunctions } from 'n8n-workflow';
import { readParameters } from '../../nodes/shared/input/parameters';

/** A context that holds `stored`, and evaluates an expression by looking up its inner text. */
function stage(stored: Record<string, unknown>, values: Record<string, unknown> = {}) {
	const evaluated: string[] = [];
	const lookUp = (expression: string): unknown => {
		evaluated.push(expression);
		const list = /^\{\{ \[([^]*)\] \}\}$/.exec(expression);
		if (!list) return `n8n's ${expression}`;
		if ('list' in values) return values.list;
		const apart = list[1].includes(' try ');
		return [...list[1].matchAll(/\(([^()]*?)\n\)/g)].map(([, text]) => {
			const failed = values[text] instanceof Error;
			if (apart) return failed ? null : [values[text]];
			if (failed) throw values[text] as Error;
			return values[text];
		});
	};
	const resolved = (value: unknown): unknown =>
		typeof value === 'string' && value.startsWith('=') ? `in place: ${value}` : value;
	const asked: unknown[] = [];
	const context = {
		getNodeParameter: (
			name: string,
			item: number,
			fallback: unknown,
			options?: { rawExpressions: boolean },
		) => {
			asked.push([name, item, options?.rawExpressions ?? false]);
			const value = name in stored ? stored[name] : fallback;
			return options?.rawExpressions ? value : resolved(value);
		},
		getWorkflowDataProxy: (item: number) => ({ $json: { name: 'Tower', list: [1, 'two'], item } }),
		evaluateExpression: (expression: string, item: number) => {
			expect(item).toBe(3);
			return lookUp(expression);
		},
	};
	const read = () => readParameters(context as unknown as IExecuteFunctions, Object.keys(stored), 3);
	return { read, evaluated, asked };
}

it('what is no expression is read as it is stored', () => {
	const stored = { a: 'x', b: 0, c: ['y', { d: null }], e: undefined, f: null };
	const { read, evaluated } = stage(stored);
	expect(read()).toEqual({ ...stored, e: undefined });
	expect(evaluated).toEqual([]);
});

it('what the editor does not show is null', () => {
	const read = readParameters(
		{ getNodeParameter: (_name: string, _item: number, fallback: unknown) => fallback } as never,
		['a'],
		0,
	);
	expect(read).toEqual({ a: null });
});

it('all expressions of an item are evaluated at once, wherever they stand', () => {
	const { read, evaluated } = stage(
		{ a: '={{ one }}', b: { c: ['={{two}}', 'text', 7], d: null }, e: '={{ one }}' },
		{ ' one ': 1, two: { deep: true } },
	);
	expect(read()).toEqual({ a: 1, b: { c: [{ deep: true }, 'text', 7], d: null }, e: 1 });
	expect(evaluated).toEqual(['{{ [( one \n),(two\n)] }}']);
});

it('a path to a value of the item is followed without n8n, beside others too', () => {
	const paths = { a: '={{ $json.name }}', b: ['={{ $json.list }}', '={{ $json.item }}'] };
	const alone = stage(paths);
	expect(alone.read()).toEqual({ a: 'Tower', b: [[1, 'two'], 3] });
	expect(alone.evaluated).toEqual([]);
	const beside = stage({ ...paths, c: '={{ one }}' }, { ' one ': 1 });
	expect(beside.read()).toEqual({ a: 'Tower', b: [[1, 'two'], 3], c: 1 });
	expect(beside.evaluated).toEqual(['{{ [( one \n)] }}']);
});

/** What a node sees as the tool of an agent: its input is what the model said, `$json` is what the agent itself was given. */
const asTool = {
	getInputData: () => [{ json: { customerId: 'said by the model' } }],
	getWorkflowDataProxy: () => ({ $json: { customerId: 'CUST-1' } }),
	getNodeParameter: () => '={{ $json.customerId }}',
	evaluateExpression: () => {
		throw new Error('not needed');
	},
} as unknown as IExecuteFunctions;

it('a path is followed in what n8n calls $json, not in the input item', () => {
	expect(readParameters(asTool, ['customerId'], 0)).toEqual({ customerId: 'CUST-1' });
});

it('a value of nothing is one', () => {
	const { read } = stage({ a: '={{ one }}', b: '={{ two }}' }, { ' one ': null, ' two ': '' });
	expect(read()).toEqual({ a: null, b: '' });
});

it.each([
	['={{ other }} and more', '{{ other }} and more'],
	['=as {{ other }}', 'as {{ other }}'],
	['={{ a }}{{ b }}', '{{ a }}{{ b }}'],
	['=', ''],
])('a text with an expression in it, %j, is left to n8n', (text, expression) => {
	const { read, evaluated } = stage(
		{ a: '={{ one }}', b: '={{ two }}', c: text },
		{ ' one ': 1, ' two ': 2 },
	);
	expect(read()).toEqual({ a: 1, b: 2, c: `n8n's ${expression}` });
	expect(evaluated).toHaveLength(2);
});

it.each([
	['nothing', undefined],
	['a function', () => 1],
])('an expression that gives %s is left to n8n', (_what, value) => {
	const { read } = stage({ a: '={{ one }}', b: '={{ two }}' }, { ' one ': value, ' two ': 2 });
	expect(read()).toEqual({ a: "n8n's {{ one }}", b: 2 });
});

it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
	['n8n gives another list', { a: '={{ one }}', b: '={{ two }}' }, { list: [1, 2, 3] }],
	['n8n gives no list', { a: '={{ one }}', b: '={{ two }}' }, { list: 'ab' }],
])('each is read in its place when %s', (_why, stored, values) => {
	const { read } = stage(stored, values);
	expect(read()).toEqual({ a: 'in place: ={{ one }}', b: 'in place: ={{ two }}' });
});

it.each<[string, string, Record<string, unknown>]>([
	['fails', '={{ odd }}', { ' odd ': new Error('no') }],
	['needs its place', '={{ $parameter.b }}', {}],
	['needs itself', '={{ $self.x }}', {}],
	['needs its value', '={{ $value }}', {}],
])('only the one is read in its place that %s', (_why, odd, values) => {
	const good = { b: '={{ one }}', c: 'x', d: ['={{ two }}', { e: '={{ three }}' }], f: '={{ $json.name }}' };
	const { read, asked } = stage({ a: odd, ...good }, { ' one ': 1, ' two ': 2, ' three ': 3, ...values });
	const expected = { b: 1, c: 'x', d: [2, { e: 3 }], f: 'Tower' };
	expect(read()).toEqual({ a: `in place: ${odd}`, ...expected });
	expect(asked.filter((one) => !(one as unknown[])[2])).toEqual([['a', 3, false]]);
});

it('of many that are good and one that fails, two evaluations find it, and one for the next item', () => {
	const names = Array.from({ length: 11 }, (_, index) => `p${index}`);
	const stored = Object.fromEntries(names.map((name) => [name, `={{ ${name} }}`]));
	const values = Object.fromEntries(
		names.map((name, index) => [` ${name} `, index === 7 ? new Error('no') : index]),
	);
	const { read, evaluated } = stage(stored, values);
	expect(read()).toEqual(
		Object.fromEntries(names.map((name, index) => [name, index === 7 ? 'in place: ={{ p7 }}' : index])),
	);
	expect(evaluated).toHaveLength(2);
	read();
	expect(evaluated).toHaveLength(3);
});
