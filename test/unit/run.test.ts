import { inputFailure } from '../../nodes/shared/failure';
import { answerItem, dryRunItem } from '../../nodes/shared/run/outputItem';
import * as field from '../../nodes/shared/field';
import { operation, type Call } from '../../nodes/shared/table/operation';
import { run } from './stage';
import { read, write } from './things';

// One item, without n8n: what is sent, and what comes out.

describe('one item', () => {
	it('sends the request, signed by n8n, and gives the answer with the ids', async () => {
		const { items, sent, signed } = await run(write(), {
			parameters: { thingId: ' a/b ', total: '1.50' },
			answer: () => ({ body: { ok: true, thingId: 'theirs' } }),
		});
		expect(sent).toHaveLength(1);
		expect(sent[0]).toMatchObject({
			method: 'PUT',
			url: 'https://api.test/v1/thing/a%2Fb',
			body: '{"total":1.5}',
		});
		const credential = {
			id: '',
			name: '',
			type: 'acmeApi',
			data: { baseUrl: 'https://api.test/v1', key: 'k' },
		};
		expect(signed).toEqual([[true, 'acmeApi', credential]]);
		expect(items).toEqual([{ json: { ok: true, thingId: 'a/b' }, pairedItem: { item: 0 } }]);
	});

	it('a read has a query and no body', async () => {
		const { sent } = await run(read({ body: { total: field.optional(field.decimal()) } }), {
			parameters: { thingId: 'T', depth: 2 },
		});
		expect(sent[0]).toMatchObject({ method: 'GET', qs: { depth: 2 }, body: undefined });
	});

	it('an id in the body is put out by the name that the editor shows', async () => {
		const create = operation({
			name: 'Create',
			action: 'Create',
			route: 'POST /thing',
			body: { id: field.id('thingId') },
		});
		const { items } = await run(create, {
			parameters: { thingId: 'T' },
			answer: () => ({ body: { id: 'x' } }),
		});
		expect(items[0].json).toEqual({ id: 'x', thingId: 'T' });
	});

	it.each<[string, unknown, object, string[]?]>([
		['nothing', undefined, {}],
		['null', null, {}],
		['an empty text', '', {}],
		['a list', [1], { answer: [1] }],
		['a number', 0, { answer: 0 }],
		['an object', { a: { b: 1 } }, { a: { b: 1 } }],
		[
			'an error that is none',
			{ error: 'x', a: 1 },
			{ answeredError: 'x', a: 1 },
			['Acme answered that it went through, but speaks of an error: x'],
		],
		['an error that is null', { error: null }, { answeredError: null }],
	])('the answer %s', async (_name, body, json, told = []) => {
		const { items, hints } = await run(write(), { parameters: { thingId: 'T' }, answer: () => ({ body }) });
		expect(items[0].json).toEqual({ ...json, thingId: 'T' });
		expect((hints as Array<{ message: string }>).map(({ message }) => message)).toEqual(told);
		expect('error' in items[0].json).toBe(false);
	});

	it('an operation reads its answer by itself', async () => {
		const own = read({
			read: (answer: unknown) => ({ length: String(answer).length }),
			bareText: /^four$/,
		});
		const told = async (body: string) =>
			await run(own, { parameters: { thingId: 'T' }, answer: () => ({ body }) });
		expect((await told('four')).items[0].json).toEqual({ length: 4, thingId: 'T' });
		expect((await told('five')).error!.message).toBe("Acme sent an answer that can't be read: five");
	});

	it('an answer that is no JSON fails a read and not a write', async () => {
		const answer = () => ({ body: 'x'.repeat(100) });
		const parameters = { thingId: 'T' };
		const start = `Acme sent an answer that can't be read: ${'x'.repeat(60)}…`;
		const failed = await run(read(), { parameters, answer });
		expect(failed.error).toMatchObject({ message: start, description: 'Ask Acme' });
		const { items, hints } = await run(write(), { parameters, answer });
		expect(items[0].json.thingId).toBe('T');
		expect(hints).toEqual([
			{ message: `${start}. The request went through`, type: 'warning', location: 'outputPane' },
		]);
	});

	it('a web page in place of an answer fails both: who knows what became of the write', async () => {
		const answer = () => ({ body: '<html><title>Sign in to the network</title>' });
		const parameters = { thingId: 'T' };
		const told = 'Acme sent a web page instead of data: Sign in to the network';
		expect((await run(read(), { parameters, answer })).error!.message).toBe(told);
		const { items, error } = await run(write(), { parameters, answer });
		expect(items).toEqual([]);
		expect(error!.message).toBe(
			`${told}, so it is not known whether the request went through: check thingId "T"`,
		);
	});

	it('an operation may do more than one request, and put out several items', async () => {
		const { items } = await run(
			write({
				execute: async (call: Parameters<typeof answerItem>[0]) => [
					answerItem(call, {}, { a: 1 }),
					answerItem(call, {}),
				],
			}),
			{ parameters: { thingId: 'T' } },
		);
		expect(items.map(({ json }) => json)).toEqual([{ a: 1, thingId: 'T' }, { thingId: 'T' }]);
	});
});

describe('a dry run', () => {
	it('shows the request and sends nothing', async () => {
		const { items, sent } = await run(write(), {
			parameters: { thingId: 'T', total: 1, options: { dryRun: true } },
		});
		expect(sent).toEqual([]);
		expect(items[0].json).toEqual({
			dryRun: true,
			request: { method: 'PUT', url: 'https://api.test/v1/thing/T', query: {}, body: { total: 1 } },
			thingId: 'T',
		});
	});

	it('of a read has a query and no body', async () => {
		const { items } = await run(read(), {
			parameters: { thingId: 'T', depth: 1, options: { dryRun: true } },
		});
		expect(items[0].json.request).toEqual({
			method: 'GET',
			url: 'https://api.test/v1/thing/T',
			query: { depth: 1 },
		});
	});

	it('may show another request, and more', async () => {
		const execute = async (call: Parameters<typeof dryRunItem>[0]) =>
			dryRunItem(call, { why: 'so' }, { method: 'POST', path: '/x', query: undefined });
		const { items } = await run(write({ execute }), { parameters: { thingId: 'T' } });
		expect(items[0].json).toEqual({
			dryRun: true,
			request: { method: 'POST', url: 'https://api.test/v1/x', query: {}, body: {} },
			why: 'so',
			thingId: 'T',
		});
	});
});

describe('an option says what it means, or nothing is sent', () => {
	const form = field.optional(
		field.setting([
			{ name: 'Raw', value: 'raw' },
			{ name: 'Multipart', value: 'multipart' },
		]),
	);
	const parameters = { thingId: 'T', total: 1 };

	it.each([
		['dryRun', "'Dry Run' (dryRun) is required: it must be true or false", [undefined, null, '']],
		['dryRun', "'Dry Run' (dryRun) must be true or false", [0, 'no', {}]],
		[
			'uploadForm',
			"'Upload Form' (uploadForm) is required: it must be one of raw, multipart",
			[undefined, null],
		],
		['uploadForm', "'Upload Form' (uploadForm) is empty: it must be one of raw, multipart", ['']],
		['uploadForm', "'Upload Form' (uploadForm) must be one of raw, multipart", ['form', true]],
	] as const)('%s: %s', async (option, message, values) => {
		for (const value of values) {
			const { sent, error } = await run(write({ options: { uploadForm: form } }), {
				parameters: { ...parameters, options: { [option]: value } },
			});
			expect(error!.message.startsWith(message)).toBe(true);
			expect(error!.description).toBe('Nothing was sent for this item');
			expect(sent).toEqual([]);
		}
	});

	it('in any letter case', async () => {
		const options = { dryRun: 'False', uploadForm: 'Multipart', parallelRequests: 3 };
		const seen: unknown[] = [];
		const execute = async (call: Call) => {
			seen.push(call.options);
			return { json: {} };
		};
		await run(write({ options: { uploadForm: form }, execute }), { parameters: { ...parameters, options } });
		const expected = { dryRun: false, uploadForm: 'multipart', parallelRequests: 3 };
		expect(seen).toEqual([expected]);
	});

	it('what another operation had stored there does not matter', async () => {
		const { sent } = await run(write(), { parameters: { ...parameters, options: { uploadForm: 7 } } });
		expect(sent).toHaveLength(1);
	});
});

describe('a look at the fields together', () => {
	const looking = () =>
		write({
			complete({ input, hint }: Call) {
				if (input.body.total === 1) throw inputFailure('odd', 'Make it even');
				hint('even');
				return input;
			},
		});
	const given = (total: number) => ({ parameters: { thingId: 'T', total } });

	it('refuses the item before anything is sent', async () => {
		const { sent, error } = await run(looking(), given(1));
		expect(sent).toEqual([]);
		expect(error).toMatchObject({ message: 'odd', description: 'Make it even' });
	});

	it('or shows a hint, and the item is sent', async () => {
		const { sent, hints } = await run(looking(), given(2));
		expect({ requests: sent.length, hints }).toEqual({
			requests: 1,
			hints: [{ message: 'even', type: 'info', location: 'outputPane' }],
		});
	});
});
