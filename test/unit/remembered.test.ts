import { Failed } from '../../nodes/shared/failure';
import type { Call, Operation } from '../../nodes/shared/table/operation';
import { run, type Given } from './stage';
import { each, failing, itemsOf, write } from './things';

// n8n's Retry On Fail runs a node again, in the same execution: what went through must not be sent twice.

const FILE = { data: 'YQ==', mimeType: 'text/plain' };
let execution = 0;
/** Every test is another execution. */
beforeEach(() => void execution++);
const retrying = (more: Given = {}): Given => ({
	...each(4),
	node: { retryOnFail: true, maxTries: 3, id: 'n' },
	execution: `E${execution}`,
	...more,
});
const sentTo = (sent: Array<{ url: string }>) => sent.map(({ url }) => url.slice(-2)).sort();

describe('the next try', () => {
	it('sends only what has not gone through, and gives the results of both', async () => {
		const first = await run(write(), retrying({ answer: failing(3) }));
		expect(first.error!.message).toContain('[item 4, thingId "T3"]');
		const second = await run(write(), retrying({ answer: (_, index) => ({ body: { second: index } }) }));
		expect(sentTo(second.sent)).toEqual(['T3']);
		expect(second.items.map(({ json }) => json.thingId)).toEqual(['T0', 'T1', 'T2', 'T3']);
		expect(second.items[3]).toEqual({ json: { second: 0, thingId: 'T3' }, pairedItem: { item: 3 } });
	});

	it('shows the remarks on what went through before, once', async () => {
		const prepare = async ({ hint, itemIndex }: Call) => hint(itemIndex % 2 ? 'odd' : 'even');
		const first = await run(write({ prepare }), retrying({ answer: failing(3) }));
		expect(first.hints).toEqual([]);
		const second = await run(write({ prepare }), retrying());
		expect(second.hints).toMatchObject([{ message: 'even [item 1, 3]' }, { message: 'odd [item 2, 4]' }]);
	});

	it.each<[string, Given]>([
		['of another execution', { execution: 'other' }],
		['with other items', { items: itemsOf(5).slice(1) }],
		['with other files', { items: itemsOf(4).map((item) => ({ ...item, binary: { data: FILE } })) }],
		['with other parameters', { node: { retryOnFail: true, id: 'n', parameters: { body: 'other' } } }],
		['in another run of the node, as in a loop', { runIndex: 1 }],
		['of another node', { node: { retryOnFail: true, id: 'other' } }],
		['without Retry On Fail', { node: { retryOnFail: false, id: 'n' } }],
		['as the tool of a model', { tool: true }],
	])('is none %s: all is sent', async (_what, more) => {
		await run(write(), retrying({ answer: failing(2) }));
		expect(sentTo((await run(write(), retrying(more))).sent)).toEqual(['T0', 'T1', 'T2', 'T3']);
	});

	it('after a success is another one', async () => {
		await run(write(), retrying());
		expect(sentTo((await run(write(), retrying())).sent)).toHaveLength(4);
	});

	it('leaves alone what must not be done twice, sends the others, and says so', async () => {
		const lost = new Failed({ kind: 'stateUnknown', final: true, message: 'No answer', advice: 'Look' });
		let tries = 0;
		const worked: number[] = [];
		const execute = async ({ itemIndex }: Call) => {
			worked.push(itemIndex);
			if (itemIndex === 0) throw lost;
			if (itemIndex === 1 && tries === 1) throw new Failed({ kind: 'unavailable', message: 'Later' });
			return { json: { itemIndex } };
		};
		tries = 1;
		await run(write({ execute, oneByOne: true }), retrying({ goOn: true }));
		tries = 2;
		await run(write({ execute, oneByOne: true }), retrying({ goOn: true }));
		const { items } = await run(write({ execute, oneByOne: true }), retrying({ goOn: true }));
		expect(worked).toEqual([0, 1, 2, 3, 1]);
		expect(items.map(({ json }) => json.itemIndex ?? json.error)).toEqual([
			'No answer [item 1, thingId "T0"]',
			1,
			2,
			3,
		]);
		expect(items[0].json.details).toMatchObject({ hint: 'Look. Retry On Fail does not repeat it' });
	});

	it('fails again by what must not be done twice, where the workflow does not go on', async () => {
		let calls = 0;
		const execute = async () => {
			calls++;
			throw new Failed({ kind: 'stateUnknown', final: true, message: 'No answer' });
		};
		await run(write({ execute }), retrying(each(1)));
		const { error, items } = await run(write({ execute }), retrying(each(1)));
		expect({ calls, items }).toEqual({ calls: 1, items: [] });
		expect(error).toMatchObject({ message: 'No answer', description: 'Retry On Fail does not repeat it' });
	});
});

describe('where the workflow goes on', () => {
	const unavailable =
		(...numbers: number[]): Given['answer'] =>
		(request, index) =>
			(failing(...numbers)!(request, index) as { statusCode?: number }).statusCode ? new Error('lost') : {};
	const errorOf = ({ items }: Awaited<ReturnType<typeof run>>) => items[0].json.error;

	it('n8n is asked for another try as long as one may help, and given the rest then', async () => {
		const first = await run(write(), retrying({ goOn: true, answer: unavailable(2) }));
		// n8n throws these items away, for the first one has an error.
		expect(errorOf(first)).toBe('Some items failed and are tried again');
		expect(first.hints).toEqual([]);
		const second = await run(write(), retrying({ goOn: true, answer: unavailable(2) }));
		expect(errorOf(second)).toBeDefined();
		const third = await run(write(), retrying({ goOn: true, answer: unavailable(2) }));
		expect(errorOf(third)).toBeUndefined();
		expect([first, second, third].map(({ sent }) => sentTo(sent).length)).toEqual([4, 1, 1]);
		expect(third.items.map(({ json }) => json.details !== undefined)).toEqual([false, false, true, false]);
	});

	it('what fails the same way each time is not sent again, and has its details in the end', async () => {
		const given = retrying({ goOn: true, answer: failing(0) });
		const tries = [await run(write(), given), await run(write(), given), await run(write(), given)];
		expect(tries.map(({ sent }) => sent.length)).toEqual([4, 0, 0]);
		const { json, error } = tries[2].items[0];
		expect(error).toBeUndefined();
		expect(json).toMatchObject({
			error: 'Acme answered 409 [item 1, thingId "T0"]',
			details: { code: 'taken' },
		});
	});

	it('0 tries are three, as for n8n', async () => {
		const given = retrying({ goOn: true, answer: failing(0), node: { retryOnFail: true, maxTries: 0 } });
		const counts = [];
		for (let tries = 0; tries < 4; tries++) counts.push((await run(write(), given)).sent.length);
		expect(counts).toEqual([4, 0, 0, 4]);
	});

	it('a failure of one call for all items is that of each of them', async () => {
		const execute = async () => {
			throw new Failed({ kind: 'rejected', message: 'No' });
		};
		const given = retrying({ ...each(2), goOn: true });
		await run(write({ execute, together: true }), given);
		const { items } = await run(write({ execute, together: true }), given);
		expect(items.map(({ json }) => json.error)).toEqual(['No', 'No']);
	});

	it('what went through comes out also when a later try can not begin', async () => {
		await run(write(), retrying({ goOn: true, answer: unavailable(2) }));
		const parameters = { ...each(4).parameters, operation: 'none' };
		const { items } = await run(write(), retrying({ goOn: true, parameters }));
		expect(items.map(({ json }) => json.thingId)).toEqual(['T0', 'T1', undefined, 'T3']);
	});

	it('writes to one record stay in order: later ones wait for the try that sends the earlier one again', async () => {
		const given = (answer?: Given['answer']): Given =>
			retrying({
				items: itemsOf(4),
				parameters: { thingId: (index: number) => 'AABA'[index], total: (index: number) => index + 1 },
				goOn: true,
				answer,
			});
		const totals = ({ sent }: Awaited<ReturnType<typeof run>>) =>
			sent.map(({ body }) => (JSON.parse(body as string) as { total: number }).total).sort();
		const first = await run(
			write(),
			given((_, index) => (index === 0 ? new Error('lost') : {})),
		);
		expect(totals(first)).toEqual([1, 3]);
		const second = await run(write(), given());
		expect(second.sent.map(({ body }) => body)).toEqual([1, 2, 4].map((n) => `{"total":${n}}`));
		expect(second.items.map(({ json }) => json.thingId)).toEqual([...'AABA']);
		// The last try sends them all: nothing comes after it.
		execution++;
		const failingFirst = given(({ body }) => (body === '{"total":1}' ? new Error('lost') : {}));
		await run(write(), failingFirst);
		await run(write(), failingFirst);
		expect(totals(await run(write(), failingFirst))).toEqual([1, 2, 4]);
	});

	it('what is there already after a try without an answer is most likely our own doing', async () => {
		const lost = retrying({ goOn: true, answer: () => new Error('lost') });
		const refusing = (statusCode: number, body: object) =>
			retrying({ answer: () => ({ statusCode, body }), goOn: true });
		const hintOf = async (of: Operation, statusCode: number, code: string) => {
			execution++;
			const again = () => ({ ...refusing(statusCode, { code }), execution: `E${execution}` });
			await run(of, { ...lost, execution: `E${execution}` });
			const { items } = await run(of, again());
			return (items[1].json.details as { hint: string }).hint;
		};
		const maybe = /^An earlier try of this run failed on its way and may well have done this/;
		expect(await hintOf(write(), 409, 'thing_already_exist')).toMatch(maybe);
		expect(await hintOf(write(), 409, 'thing_already_exist')).not.toContain('Ask Acme');
		expect(await hintOf(write(), 409, 'busy')).toMatch(/^An earlier try.*\. If it has not: Ask Acme$/);
		expect(await hintOf(write(), 400, 'already_there')).toMatch(maybe);
		expect(await hintOf(write({ route: 'DELETE /thing/{thingId}' }), 404, 'none')).toMatch(maybe);
		expect(await hintOf(write(), 404, 'none')).toBe('Ask Acme');
		expect(await hintOf(write(), 400, 'bad')).toBe('Ask Acme');
		const { items } = await run(write(), retrying({ goOn: true, answer: failing(0) }));
		expect(items[0].json.details).toMatchObject({ hint: 'Ask Acme' });
	});
});

describe('a service that asks for an hour', () => {
	const later = { statusCode: 429, headers: { 'retry-after': '3600' } };

	it('is asked no more for the other items, nor by another try', async () => {
		const given = retrying({ goOn: true, answer: (_request, index) => (index ? later : {}) });
		given.parameters!.options = { parallelRequests: 1 };
		const { sent, items } = await run(write(), given);
		expect(sent).toHaveLength(2);
		const hint = expect.stringMatching(/^Acme asks to wait 1 hour\. Run it again after /);
		expect(items.map(({ json }) => json)).toMatchObject([
			{ thingId: 'T0' },
			...[2, 3, 4].map((item) => ({
				error: expect.stringContaining(item === 2 ? 'Acme answered 429' : 'Not sent: Acme has answered 429'),
				details: { kind: 'rateLimit', hint, record: `thingId "T${item - 1}"` },
			})),
		]);
	});

	it('is not asked again where the first item failed and n8n comes back by itself', async () => {
		const given = retrying({ goOn: true, answer: () => later });
		given.parameters!.options = { parallelRequests: 1 };
		const tries = [await run(write(), given), await run(write(), given), await run(write(), given)];
		expect(tries.map(({ sent }) => sent.length)).toEqual([1, 0, 0]);
		expect(tries[2].items).toHaveLength(4);
	});
});

it('a create answered 503 to the end may have worked: the next try says so', async () => {
	const taken = { statusCode: 409, body: { code: 'already_exists' } };
	let answer: Given['answer'] = () => ({ statusCode: 503, headers: { 'retry-after': '0.001' } });
	const given = () => retrying({ ...each(1), goOn: true, answer: (...asked) => answer!(...asked) });
	await run(write(), given());
	answer = () => taken;
	const { items } = await run(write(), given());
	expect(items[0].json.details).toMatchObject({
		code: 'already_exists',
		hint: expect.stringMatching(/^An earlier try of this run failed on its way and may well have done this/),
	});
});

describe('with time', () => {
	const now = 1_000_000_000;
	const clock = () => jest.spyOn(Date, 'now').mockReturnValue(now);
	let at: ReturnType<typeof clock>;
	beforeEach(() => void (at = clock()));
	afterEach(() => at.mockRestore());
	const of = (name: string) => retrying({ execution: `${execution} ${name}` });
	const fail = async (name: string) => await run(write(), { ...of(name), answer: failing(3) });

	it('no run is forgotten that n8n may come back for; of many, those that it has given up', async () => {
		await fail('first');
		for (let other = 0; other < 150; other++) await fail(`other ${other}`);
		expect(sentTo((await run(write(), of('first'))).sent)).toEqual(['T3']);
		at.mockReturnValue(now + 60_000);
		await fail('last');
		expect(sentTo((await run(write(), of('other 1'))).sent)).toHaveLength(4);
	});

	it('an hour after a try nothing is remembered', async () => {
		await fail('first');
		at.mockReturnValue(now + 60 * 60_000);
		await run(write(), of('another'));
		expect(sentTo((await run(write(), of('first'))).sent)).toHaveLength(4);
	});

	it('a run that is under way is remembered, however long it takes', async () => {
		const slow = {
			...of('slow'),
			answer: async (...[request, index]: Parameters<NonNullable<Given['answer']>>) => {
				at.mockReturnValue(now + 2 * 60 * 60_000);
				if (index === 0) await run(write(), of('another'));
				return await failing(3)!(request, index);
			},
		};
		await run(write(), slow);
		expect(sentTo((await run(write(), of('slow'))).sent)).toEqual(['T3']);
	});
});

it('items that an expression changes on the way are the same in the next try', async () => {
	const items = itemsOf(4).map((item) => ({ json: { ...item.json, list: [2, 1] } }));
	const thingId = (index: number) => (items[index].json.list.sort(), `T${index}`);
	const given = retrying({ items, parameters: { thingId } });
	await run(write(), { ...given, answer: failing(3) });
	expect(sentTo((await run(write(), given)).sent)).toEqual(['T3']);
});
