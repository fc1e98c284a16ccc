import { Failed, inputFailure } from '../../nodes/shared/failure';
import * as field from '../../nodes/shared/field';
import { operation, type Call } from '../../nodes/shared/table/operation';
import { run, type Given } from './stage';
import { each, failing, itemsOf, read, write } from './things';

// First all items are read and checked, then they are sent.

/** Items T0, T1 …, of which those of these numbers have a total that is none. */
const bad = (count: number, ...numbers: number[]): Given => ({
	items: itemsOf(count),
	parameters: {
		thingId: (index: number) => `T${index}`,
		total: (index: number) => (numbers.includes(index) ? 'much' : 1),
	},
});
const sentence = `'Total' (total) must be a number like 1100.50 (a point, no thousands separator), not "much"`;
const checked = 'Nothing was sent: all items are checked before the first is sent';

describe('an item that can not be sent', () => {
	it('stops the run before anything is sent', async () => {
		const { sent, error } = await run(write(), bad(3, 2));
		expect(sent).toEqual([]);
		expect(error).toMatchObject({ message: `${sentence} [item 3, thingId "T2"]`, description: checked });
	});

	it('is counted among the others, of which five are named, with one sentence for all', async () => {
		const { sent, error } = await run(write(), bad(9, 0, 1, 3, 4, 5, 7, 8));
		const named = [1, 2, 4, 5, 6].map((item) => `${item} (thingId "T${item - 1}")`).join(', ');
		expect(sent).toEqual([]);
		expect(error).toMatchObject({
			message: `7 of 9 items can't be sent: [items ${named} and 2 more] ${sentence}`,
			description: checked,
		});
	});

	it('is named with its record also beside others of which other things are wrong, of which five are said', async () => {
		const total = (index: number) => ['a', 'b', 'a', 'c', 'd', 'e', 'f', 1, 'f'][index];
		const { error } = await run(write(), { ...each(9), parameters: { ...each(9).parameters, total } });
		const of = (items: string, value: string) => `[${items}] ${sentence.replace('much', value)}`;
		expect(error!.message).toBe(
			`8 of 9 items can't be sent: ${[
				of('items 1 (thingId "T0"), 3 (thingId "T2")', 'a'),
				of('item 2, thingId "T1"', 'b'),
				of('item 4, thingId "T3"', 'c'),
				of('item 5, thingId "T4"', 'd'),
				of('item 6, thingId "T5"', 'e'),
			].join('; ')}; and 2 more`,
		);
	});

	it.each([
		[['Convert it', 'Convert it'], `Convert it. ${checked}`],
		[['Convert it', 'Mend it'], checked],
	])('says what to do where that is the same for all: %j', async (advice, told) => {
		const prepare = async ({ itemIndex }: Call) => {
			throw inputFailure('no PDF', advice[itemIndex]);
		};
		const { error } = await run(write({ prepare }), each(2));
		expect(error).toMatchObject({ description: told });
	});

	it('is a failed one among the others where the workflow goes on', async () => {
		const { items, sent } = await run(write(), { ...bad(3, 1), goOn: true });
		expect(sent).toHaveLength(2);
		expect(items[1]).toMatchObject({
			json: {
				error: `${sentence} [item 2, thingId "T1"]`,
				details: { kind: 'input', record: 'thingId "T1"', hint: 'Nothing was sent for this item' },
			},
			pairedItem: { item: 1 },
		});
	});

	it('by itself has no number', async () => {
		const { error } = await run(write(), bad(1, 0));
		expect(error).toMatchObject({ message: sentence, description: 'Nothing was sent for this item' });
	});

	it('may be one whose file is not good', async () => {
		const prepare = async ({ itemIndex }: Call) => {
			if (itemIndex === 2) throw inputFailure('no PDF', 'Convert it');
			return `file ${itemIndex}`;
		};
		const seen: unknown[] = [];
		const execute = async ({ prepared }: Call) => ({ json: {}, seen: seen.push(prepared) });
		const stopped = await run(write({ prepare, execute }), each(3));
		expect(seen).toEqual([]);
		expect(stopped.error).toMatchObject({
			message: 'no PDF [item 3, thingId "T2"]',
			description: `Convert it. ${checked}`,
		});
		await run(write({ prepare, execute }), each(2));
		expect(seen).toEqual(['file 0', 'file 1']);
	});

	it('an expression that fails in its options fails it, and no other', async () => {
		const options = (index: number) => {
			if (index === 1) throw new Error('$json.x is not there');
			return {};
		};
		const given = { ...each(3), parameters: { ...each(3).parameters, options }, goOn: true };
		const { items, sent } = await run(read(), given);
		expect(sent).toHaveLength(2);
		expect(items[1].json.error).toBe('$json.x is not there [item 2, thingId "T1"]');
	});
});

describe('a run that can not begin', () => {
	const noAddress = async () => {
		throw new Failed({ kind: 'credential', message: 'No address', advice: 'Give one' });
	};
	const custom = '__CUSTOM_API_CALL__';
	const http = {
		message: "'Custom API Call' is an entry of n8n's own, which this node can't run",
		description: 'Use the HTTP Request node: Authentication → Predefined Credential Type → Acme API',
	};

	it.each<[string, Given, { message: string; description?: string }]>([
		[
			'an unusable credential',
			{ vendor: { baseUrl: noAddress } },
			{ message: 'No address', description: 'Give one' },
		],
		['Custom API Call', { parameters: { operation: custom } }, http],
		['Custom API Call as resource', { parameters: { resource: custom } }, http],
		[
			'an operation that is not there',
			{ parameters: { operation: 'destroy' } },
			{ message: `'Operation' is "destroy", which this node does not have; it has do` },
		],
		[
			'a resource from an expression that gives nothing',
			{ parameters: { resource: undefined } },
			{ message: `'Resource' is "undefined", which this node does not have; it has thing` },
		],
		[
			'a name of every object',
			{ parameters: { operation: 'constructor' } },
			{ message: `'Operation' is "constructor", which this node does not have; it has do` },
		],
	])(
		'%s: is thrown, and is the failure of every item where the workflow goes on',
		async (_what, given, told) => {
			const parameters = { ...each(2).parameters, ...given.parameters };
			const stopped = await run(read(), { ...each(2), ...given, parameters });
			expect(stopped.error).toMatchObject(told);
			const went = await run(read(), { ...each(2), ...given, parameters, goOn: true });
			expect([stopped.sent, went.sent]).toEqual([[], []]);
			expect(went.items).toMatchObject(
				[0, 1].map((item) => ({ json: { error: told.message }, pairedItem: { item } })),
			);
		},
	);
});

describe('a run that has stopped', () => {
	it('sends nothing more, whatever still waits', async () => {
		let late!: () => void;
		const first = new Promise<void>((resolve) => (late = resolve));
		const { sent, error } = await run(write(), {
			...each(30),
			parameters: { ...each(30).parameters, total: 1, options: { parallelRequests: 3 } },
			answer: async ({ url }) => {
				if (url.endsWith('/T1')) await first;
				if (url.endsWith('/T0')) {
					setTimeout(late, 20);
					return { statusCode: 400 };
				}
				return {};
			},
		});
		expect(error!.message).toBe('Acme answered 400 [item 1, thingId "T0"]');
		expect(sent.length).toBeLessThanOrEqual(4);
	});

	it('and not a second request of an item whose first one was under way', async () => {
		const requests: string[] = [];
		const execute = async (call: Call) => {
			const { send } = await import('../../nodes/shared/http/tries');
			const request = (path: string) => ({ method: 'POST' as const, path });
			await send(call.session, request(`/${call.itemIndex}/first`));
			await send(call.session, request(`/${call.itemIndex}/second`));
			return { json: {} };
		};
		const { error } = await run(write({ execute }), {
			...each(2),
			answer: async ({ url }) => {
				requests.push(url.slice('https://api.test/v1'.length));
				const isBad = url.endsWith('/0/first');
				await new Promise((resolve) => setTimeout(resolve, isBad ? 20 : 60));
				return isBad ? { statusCode: 400 } : {};
			},
		});
		expect(error!.message).toBe('Acme answered 400 [item 1, thingId "T0"]');
		expect(requests).toEqual(['/0/first', '/1/first']);
	});

	it('is not what a read is warned of: it can be read again', async () => {
		const { error } = await run(read(), { ...each(4), answer: failing(3) });
		expect(error!.description).toBe('Ask Acme');
	});

	it('nor a dry run', async () => {
		const execute = async ({ itemIndex }: Call) => {
			if (itemIndex === 1) throw inputFailure('odd');
			return { json: {} };
		};
		const given = { ...each(2), parameters: { ...each(2).parameters, options: { dryRun: true } } };
		const { error } = await run(write({ execute }), given);
		expect(error!.description ?? '').toBe('');
	});
});

describe('writes to one record', () => {
	const create = () =>
		operation({
			name: 'Create',
			action: 'Create a thing',
			route: 'POST /thing',
			body: { id: field.id('thingId'), total: field.optional(field.decimal({ upFront: true })) },
		});
	const twoRecords = (of = create()) =>
		run(of, {
			items: itemsOf(8),
			parameters: { thingId: (index: number) => `T${index % 2}`, total: (index: number) => index },
			answer: async ({ body }) => {
				const { total } = JSON.parse(body as string) as { total: number };
				// The later one was asked for, the sooner it is answered.
				await new Promise((resolve) => setTimeout(resolve, 16 - 2 * total));
				order.push(total);
				return {};
			},
		});
	let order: number[];
	beforeEach(() => (order = []));

	it('go one after the other, in input order, beside those to others', async () => {
		const { items } = await twoRecords();
		expect(order.filter((total) => total % 2 === 0)).toEqual([0, 2, 4, 6]);
		expect(order.filter((total) => total % 2)).toEqual([1, 3, 5, 7]);
		expect(items.map(({ json }) => json.thingId)).toEqual(['T0', 'T1', 'T0', 'T1', 'T0', 'T1', 'T0', 'T1']);
	});

	it('also when one of them fails and the others go on', async () => {
		const { items } = await run(write(), {
			items: itemsOf(3),
			parameters: { thingId: 'T', total: (index: number) => index },
			goOn: true,
			answer: (_request, index) => (index === 0 ? { statusCode: 409 } : {}),
		});
		expect(items.map(({ json }) => json.error ?? 'went through')).toEqual([
			'Acme answered 409 [item 1, thingId "T"]',
			'went through',
			'went through',
		]);
	});

	it('that would make the same new one are refused, where that is never meant', async () => {
		const of = operation({ ...create(), path: {}, route: 'POST /thing', twins: 'Put the rows together' });
		const given = {
			items: itemsOf(9),
			parameters: { thingId: (index: number) => (index === 4 ? 'OTHER' : 'T'), total: 1 },
		};
		const message =
			'items 1, 2, 3, 4, 6 and 3 more have the same ID "T", so each would replace the one before';
		const stopped = await run(of, given);
		expect(stopped.sent).toEqual([]);
		expect(stopped.error!.message).toContain(
			`8 of 9 items can't be sent: [items 1, 2, 3, 4, 6 and 3 more] ${message}`,
		);
		expect(stopped.error!.description).toContain('Put the rows together. Nothing was sent');
		const went = await run(of, { ...given, goOn: true });
		expect(went.sent).toHaveLength(1);
		expect(went.items[8].json).toMatchObject({
			error: `${message} [item 9]`,
			details: { hint: 'Put the rows together' },
		});
	});
});

describe('an item that can not be sent counts among those of its record', () => {
	const rows = operation({
		name: 'Create',
		action: 'Create a thing',
		route: 'POST /thing',
		body: {
			id: field.id('thingId'),
			count: field.integer({ upFront: true }),
			lines: field.optional(field.list('Line', { text: field.text() })),
		},
		bodySource: true,
		twins: 'Put the rows together',
	});
	const message = 'items 1, 2 have the same ID "T", so each would replace the one before';
	const odd = { id: 'T', count: 12.5 };
	const good = { id: 'T', count: 1 };
	/** Values of one item after the other. */
	const inTurn = (...values: unknown[]) => ({
		parameters: { bodySource: 'json', jsonBody: (index: number) => values[index] },
		items: itemsOf(values.length),
	});
	const fields = (...values: object[]) => ({
		parameters: {
			bodySource: 'fields',
			thingId: (index: number) => (values[index] as typeof good).id,
			count: (index: number) => (values[index] as typeof good).count,
		},
		items: itemsOf(values.length),
	});
	const item = (...values: object[]) => ({
		parameters: { bodySource: 'input' },
		items: values.map((json) => ({ json: json as never })),
	});

	const oddOptions = (index: number) => ({ dryRun: index ? false : 'x' });

	it.each<[string, Given, string?]>([
		['input item', item(odd, good)],
		['input item, below', item(good, odd)],
		['input item, by another name', item({ 'Thing ID': ' T', count: 'x' }, good)],
		['input item, a line', item({ id: 'T', count: 1, lines: [{}] }, good)],
		['fields', fields(odd, good)],
		['JSON', inTurn(JSON.stringify(odd), good)],
		['JSON from an expression', inTurn(odd, JSON.stringify(good))],
		['JSON with a quote too much', inTurn('{"id": "T", "count": 1, "lines": [{"text": "3" pipe"}]}', good)],
		['JSON, an ID that is a number', inTurn('{"id": 007, "count": }', { id: '007', count: 1 }), '007'],
		['options', { ...item(good, good), parameters: { bodySource: 'input', options: oddOptions } }],
	])('%s', async (_where, given, id = 'T') => {
		const { sent, items } = await run(rows, { ...given, goOn: true });
		expect(sent).toEqual([]);
		for (const { json } of items) {
			const { hint } = json.details as { hint: string };
			expect(`${json.error as string} ${hint}`).toMatch(
				new RegExp(`items 1, 2 have the same ID "${id}"`, 'i'),
			);
			expect(hint).toMatch(/Put the rows together$/);
		}
	});

	it('says what is wrong with it, too', async () => {
		const { items } = await run(rows, { ...item(odd, good), goOn: true });
		expect(items.map(({ json }) => json)).toMatchObject([
			{
				error: '\'Count\' (count) must be a whole number, 0 or more, not 12.5 [item 1, thingId "T"]',
				details: {
					hint: `Nothing was sent for this item. I${message.slice(1)}. Put the rows together`,
				},
			},
			{ error: `${message} [item 2]`, details: { hint: 'Put the rows together' } },
		]);
	});

	it.each([
		['another ID', item({ id: 'U', count: 12.5 }, good)],
		['no ID', item({ count: 1 }, good)],
		['an ID that is none', item({ id: 'null', count: 1 }, good)],
		['JSON without an ID', inTurn('{"count": 12.5', good)],
		['JSON that is none', inTurn(7, good)],
		[
			'an ID of something else before its own',
			inTurn('{"lines": [{"id": "T"}], "id": "U" "count": 1}', good),
		],
		['an ID that is empty', inTurn('{"id": , "count": 1}', good)],
		['another ID, deeper', inTurn('{"id": "U", "lines": [{"id": "T"}], "count": 12.5}', good)],
	])('and %s does not', async (_what, given) => {
		const { sent } = await run(rows, { ...given, goOn: true });
		expect(sent).toHaveLength(1);
	});

	const failedOne = { message: '1 of 2 items failed: what went wrong stands in their error [item 1]' };
	it('an update that can not be sent is told beside the one that is', async () => {
		const given = {
			items: itemsOf(2),
			parameters: { thingId: 'T', total: (index: number) => (index ? 1 : 'x') },
			goOn: true,
		};
		const { sent, hints } = await run(write(), given);
		expect(sent).toHaveLength(1);
		expect(hints).toMatchObject([
			{ message: 'Items 1, 2 have the same ID "T", so each replaces the one before [item 2]' },
			failedOne,
		]);
		expect((await run(write({ updates: false }), given)).hints).toMatchObject([failedOne]);
	});
});

it('updates of one record go out in order, and the user is told that the last one stays', async () => {
	const of = write({ updates: true });
	const of3 = { items: itemsOf(3), parameters: { thingId: (index: number) => 'ABA'[index], total: 1 } };
	const { sent, hints } = await run(of, of3);
	expect(sent).toHaveLength(3);
	expect(hints).toMatchObject([
		{ message: 'Items 1, 3 have the same ID "A", so each replaces the one before [item 1, 3]' },
	]);
});

it('new records whose IDs look alike are sent, and told', async () => {
	const of = operation({
		name: 'Make',
		action: 'Make a thing',
		route: 'POST /thing',
		body: { id: field.id('thingId') },
	});
	const told = async (...ids: string[]) => {
		const { sent, hints } = await run(of, {
			items: itemsOf(ids.length),
			parameters: { thingId: (index: number) => ids[index] },
		});
		expect(sent).toHaveLength(ids.length);
		return (hints as Array<{ message: string; type: string }>).map(({ message, type }) => [message, type]);
	};
	const alike = (id: string, first: string, at: number, item: number) => [
		`The ID "${id}" is "${first}" of item ${at} but for letter case, blanks or dashes: if they are one record, it is made twice [item ${item}]`,
		'warning',
	];
	expect(await told('INV-8', 'X', 'inv-8', 'INV 8', 'Y')).toEqual([
		alike('inv-8', 'INV-8', 1, 3),
		alike('INV 8', 'INV-8', 1, 4),
	]);
	expect(await told('INV-1', 'INV-2', 'INV_1', 'INV-01', 'INV.1', 'INV/1')).toEqual([]);
});

it.each([
	['a call without fields does the same twice', { updates: true, body: {} }, []],
	['of two files the second one stays', { replaces: true, body: undefined, files: true }, [1]],
])('%s', async (_what, given, hints) => {
	const of3 = { items: itemsOf(2), parameters: { thingId: 'A' } };
	const told = (await run(write(given), of3)).hints;
	expect(told).toMatchObject(
		hints.map(() => ({
			message: 'Items 1, 2 have the same ID "A", so each replaces the one before [item 1, 2]',
		})),
	);
});

describe('what is added to an item', () => {
	it('extra fields are sent as they are, over those that the table knows', async () => {
		const extraFields =
			'{ "currency": "EUR", "total": "7.50", "deep": { "list": [1, 1.10, -2.00, 12345678901234567890] } }';
		const of = operation({
			name: 'Put',
			action: 'Put a thing',
			route: 'PUT /thing/{thingId}',
			path: { thingId: field.id('thingId') },
			body: { total: field.decimal() },
			bodySource: true,
		});
		const given = { parameters: { thingId: 'T', total: 1, options: { extraFields } } };
		const { sent } = await run(of, given);
		expect(JSON.parse(sent[0].body as string)).toEqual({
			total: '7.50',
			currency: 'EUR',
			// Numbers, but for one that would be another one.
			deep: { list: [1, 1.1, -2, '12345678901234567890'] },
		});
		const dry = await run(of, {
			parameters: { ...given.parameters, options: { extraFields, dryRun: true } },
		});
		expect(dry.items[0].json.request).toMatchObject({ body: { currency: 'EUR' } });
	});

	it.each([
		['[1]', "'Extra Fields' (extraFields) must be one JSON object"],
		[
			'{"a": x-1}',
			`'Extra Fields' (extraFields) can't be read as JSON: line 1: the value x-1 needs quotes: "x-1"`,
		],
	])('extra fields that are %s are refused', async (extraFields, message) => {
		const { error, sent } = await run(write(), { parameters: { thingId: 'T', options: { extraFields } } });
		expect(sent).toEqual([]);
		expect(error!.message).toBe(message);
	});

	it('extra fields without a value are left out, and told', async () => {
		const extraFields = { total: undefined, gone: () => 1, currency: 'USD', cleared: null };
		const parameters = { thingId: 'T', total: 1, options: { extraFields } };
		const { sent, hints } = await run(write(), { parameters });
		expect(JSON.parse(sent[0].body as string)).toEqual({ total: 1, currency: 'USD', cleared: null });
		expect(hints).toMatchObject([
			{ message: "'Extra Fields' (extraFields) has no value for total, gone, so that was left out" },
		]);
	});

	it.each<[object, string]>([
		[{ id: 'OTHER' }, `has "OTHER" in 'id' while the item is about "7": they can't name the record`],
		[{ Id: null }, `has null in 'Id' while the item is about "7"`],
		[{ total: NaN }, "has NaN in 'total', which is no number"],
		[{ lines: [{ price: Infinity }] }, "has Infinity in 'lines', which is no number"],
	])('extra fields %j are refused', async (extraFields, message) => {
		const { error, sent } = await run(write(), { parameters: { thingId: '7', options: { extraFields } } });
		expect(sent).toEqual([]);
		expect(error!.message).toContain(message);
	});

	it.each(['7', 7])('extra fields may repeat the id of the record: %p', async (id) => {
		const { sent } = await run(write(), { parameters: { thingId: '7', options: { extraFields: { id } } } });
		expect(sent).toMatchObject([{ body: '{}' }]);
	});

	const items = [
		{
			json: { customer: 'Ada', url: 'mine', error: 'an old one' },
			binary: { data: { data: 'YQ==', mimeType: 'text/plain' } },
		},
	];
	const kept = async (options: object) => {
		const { items: given } = await run(read(), {
			items,
			parameters: { thingId: 'T', options },
			answer: () => ({ body: { url: 'its' } }),
		});
		return given[0];
	};

	it('the input is kept where the user wants that, with the answer over it', async () => {
		expect(await kept({ keepInput: true })).toEqual({
			json: { customer: 'Ada', inputError: 'an old one', url: 'its', thingId: 'T' },
			binary: items[0].binary,
			pairedItem: { item: 0 },
		});
		expect(await kept({ keepInput: false })).toEqual({
			json: { url: 'its', thingId: 'T' },
			pairedItem: { item: 0 },
		});
	});
});
