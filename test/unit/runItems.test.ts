import { operation, type Call } from '../../nodes/shared/table/operation';
import { run } from './stage';
import { each, failing, itemsOf, read, write } from './things';

// The loop over items, without n8n: what comes out, and what happens when one item fails.

const hinted = ({ hint, input: { body } }: Call) => {
	hint('odd');
	return { body };
};

describe('many items', () => {
	it('come out in order and paired, whatever the order of the answers', async () => {
		const { items } = await run(read(), {
			...each(5),
			answer: async ({ url }) => {
				await new Promise((resolve) => setTimeout(resolve, url.endsWith('T0') ? 20 : 1));
				return { body: { url: url.slice(-2) } };
			},
		});
		expect(items).toEqual(
			[0, 1, 2, 3, 4].map((n) => ({ json: { url: `T${n}`, thingId: `T${n}` }, pairedItem: { item: n } })),
		);
	});

	it.each<[string, object, object, number]>([
		['by itself', {}, {}, 10],
		['as the user wants', {}, { parallelRequests: 3 }, 3],
		['as the user wants, more', {}, { parallelRequests: 15 }, 15],
		['rounded down', {}, { parallelRequests: 2.9 }, 2],
		['a text', {}, { parallelRequests: '4' }, 4],
		['nonsense', {}, { parallelRequests: 'many' }, 10],
		['none', {}, { parallelRequests: 0 }, 10],
		['less than none', {}, { parallelRequests: -5 }, 1],
		['files', { files: true }, {}, 2],
		['files, one at a time', { files: true }, { parallelRequests: 1 }, 1],
		['files, no more than two', { files: true }, { parallelRequests: 9 }, 2],
		['one by one', { oneByOne: true }, { parallelRequests: 9 }, 1],
	])('are sent at the same time, %s', async (_name, more, options, expected) => {
		let started = 0;
		let ended = 0;
		let most = 0;
		const { items } = await run(read(more), {
			items: itemsOf(20),
			parameters: { thingId: 'T', options },
			answer: async () => {
				most = Math.max(most, ++started - ended);
				// No answer comes while more requests do: the clock of a busy machine has no say here.
				for (let quiet = 0, before = 0; quiet < 10; quiet = before === started ? quiet + 1 : 0) {
					before = started;
					await new Promise((resolve) => setTimeout(resolve, 1));
				}
				ended++;
				return {};
			},
		});
		expect({ most, count: items.length }).toEqual({ most: expected, count: 20 });
	});

	it('a remark on many is shown once, with up to five of their numbers', async () => {
		const hinting = write({ complete: hinted });
		const hintsOf = async (count: number) => (await run(hinting, each(count))).hints;
		expect(await hintsOf(5)).toEqual([
			{ message: 'odd [item 1, 2, 3, 4, 5]', type: 'info', location: 'outputPane' },
		]);
		expect(await hintsOf(7)).toEqual([
			{ message: 'odd [item 1, 2, 3, 4, 5 and 2 more]', type: 'info', location: 'outputPane' },
		]);
	});

	it('what an operation works out is sent and comes out with its item, also from a dry run', async () => {
		const derived = [{ field: 'name', value: 'N', how: 'as there was none' }];
		const working = write({
			complete: ({ input: { body } }: Call) => ({ body: { ...body, name: 'N' }, derived }),
		});
		const sent = await run(working, each(1));
		expect(sent.sent[0].body).toBe('{"name":"N"}');
		expect(sent.items[0].json).toMatchObject({ derived });
		const dry = await run(working, { parameters: { thingId: 'T', options: { dryRun: true } } });
		expect(dry.items[0].json).toMatchObject({ request: { body: { name: 'N' } }, derived });
		const nothing = await run(
			write({ complete: ({ input }: Call) => ({ body: input.body, derived: [] }) }),
			each(1),
		);
		expect(nothing.items[0].json).not.toHaveProperty('derived');
	});

	it('of many different remarks twenty are shown, and the number of the others', async () => {
		const remarking = read({
			execute: async ({ hint, itemIndex }: Call) => {
				hint(`remark ${itemIndex}`);
				return { json: {} };
			},
		});
		const messages = async (count: number) =>
			(await run(remarking, each(count))).hints.map((hint) => (hint as { message: string }).message);
		expect(await messages(20)).toHaveLength(20);
		const shown = await messages(23);
		expect(shown).toHaveLength(21);
		expect(shown[19]).toBe('remark 19 [item 20]');
		expect(shown[20]).toBe('3 more remarks are not shown: run fewer items at a time to see them');
	});

	it('warnings come before other remarks', async () => {
		const remarking = read({
			execute: async ({ hint, itemIndex }: Call) => {
				hint(`remark ${itemIndex}`, itemIndex >= 20 ? 'warning' : undefined);
				return { json: {} };
			},
		});
		const { hints } = await run(remarking, each(22));
		expect(hints.slice(0, 3)).toMatchObject([
			{ message: 'remark 20 [item 21]', type: 'warning' },
			{ message: 'remark 21 [item 22]', type: 'warning' },
			{ message: 'remark 0 [item 1]', type: 'info' },
		]);
		expect(hints[20]).toMatchObject({ message: expect.stringContaining('2 more'), type: 'info' });
	});

	it('none need no credential and send nothing', async () => {
		const { items, error } = await run(read(), { items: [] });
		expect({ items, error }).toEqual({ items: [], error: undefined });
	});
});

describe('when an item fails', () => {
	it('the run ends with its number, and with how many went through before', async () => {
		const { error, sent } = await run(write({ oneByOne: true }), { ...each(4), answer: failing(2) });
		expect(sent).toHaveLength(3);
		expect(error).toMatchObject({
			message: 'Acme answered 409 [item 3, thingId "T2"]',
			description: 'Ask Acme. 2 of 4 items went through before this; running all of them again repeats those',
		});
	});

	it('the log of a long run says how many have failed', async () => {
		const clock = jest.spyOn(Date, 'now');
		let now = 1_000_000;
		clock.mockImplementation(() => now);
		const { logged } = await run(read({ oneByOne: true }), {
			...each(3),
			goOn: true,
			answer: (request, index) => {
				now += 61_000;
				return failing(1)!(request, index);
			},
		});
		clock.mockRestore();
		expect(logged).toEqual([
			'Acme: 1 of 3 items after 1 min',
			'Acme: 2 of 3 items after 2 min, 1 of them failed',
			'Acme: 3 of 3 items after 3 min, 1 of them failed',
		]);
	});

	it('the first of several that fail is told', async () => {
		const { error } = await run(read({ oneByOne: true }), { ...each(4), answer: failing(1, 2) });
		expect(error!.message).toBe('Acme answered 409 [item 2, thingId "T1"]');
	});

	it('a single one has no number, and nothing went through before', async () => {
		const { error } = await run(read(), { ...each(1), answer: failing(0) });
		expect(error).toMatchObject({ message: 'Acme answered 409', description: 'Ask Acme' });
	});

	it('what went through is told also when there is nothing else to say', async () => {
		const vendor = { explain: () => ({ message: 'No' }) };
		const { error } = await run(write({ oneByOne: true }), { ...each(2), answer: failing(1), vendor });
		expect(error!.description).toBe(
			'1 of 2 items went through before this; running all of them again repeats those',
		);
	});

	it('the others go on where the user wants that, and the failed one says why', async () => {
		const { items, error } = await run(read(), { ...each(3), answer: failing(1), goOn: true });
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{ json: { thingId: 'T0' }, pairedItem: { item: 0 } },
			{
				json: {
					error: 'Acme answered 409 [item 2, thingId "T1"]',
					details: { kind: 'conflict', code: 'taken', status: 409, record: 'thingId "T1"', hint: 'Ask Acme' },
				},
				pairedItem: { item: 1 },
			},
			{ json: { thingId: 'T2' }, pairedItem: { item: 2 } },
		]);
	});

	it('as a tool under Retry On Fail the error stands beside the JSON, so that n8n does not send all again', async () => {
		const given = { ...each(2), answer: failing(0), goOn: true, node: { retryOnFail: true }, tool: true };
		const { items } = await run(read(), given);
		expect(items[0].json).toEqual({});
		expect(items[0].error!.message).toBe('Acme answered 409 [item 1, thingId "T0"]');
		expect(items[1]).toEqual({ json: { thingId: 'T1' }, pairedItem: { item: 1 } });
	});

	it('hints are shown also when an item failed and the others went on', async () => {
		const { hints } = await run(write({ complete: hinted }), {
			...each(2),
			answer: failing(1),
			goOn: true,
		});
		expect(hints).toMatchObject([
			{ message: '1 of 2 items failed: what went wrong stands in their error [item 2]', type: 'warning' },
			{ message: 'odd [item 1, 2]' },
		]);
	});

	it('how many failed is no news of a single item', async () => {
		const { hints } = await run(read(), { ...each(1), answer: failing(0), goOn: true });
		expect(hints).toEqual([]);
	});

	it('an operation that sends nothing needs no credential', async () => {
		const getCredentials = () => {
			throw new Error('asked for');
		};
		const convert = operation({
			name: 'Convert',
			action: 'Convert',
			route: '',
			execute: async ({ session }) => ({ json: { baseUrl: session.baseUrl } }),
		});
		const { items } = await run(convert, { vendor: { baseUrl: getCredentials } });
		expect(items[0].json).toEqual({ baseUrl: '' });
	});

	it('a run that is cancelled sends no more, also where it would go on', async () => {
		const stop = new AbortController();
		const { error, sent } = await run(read({ oneByOne: true }), {
			...each(3),
			goOn: true,
			signal: stop.signal,
			answer: () => {
				stop.abort();
				return {};
			},
		});
		expect(sent).toHaveLength(1);
		expect(error!.message).toBe('The run was canceled before this request was sent [item 2, thingId "T1"]');
	});
});
