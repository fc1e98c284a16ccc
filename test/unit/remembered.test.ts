import { Failed } from '../../nodes/shared/failure';
import type { Call } from '../../nodes/shared/table/operation';
import { run, type Given } from './stage';
import { each, failing, write } from './things';

// n8n's Retry On Fail runs a node again, in the same execution: what went through must not be sent twice.

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
		expect(first.error!.message).toContain('[item 4]');
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
		const { items } = await run(write({ execute, oneByOne: true }), retrying({ goOn: true }));
		expect(worked).toEqual([0, 1, 2, 3, 1]);
		expect(items.map(({ json, error }) => json.itemIndex ?? error!.message)).toEqual([
			'No answer [item 1]',
			1,
			2,
			3,
		]);
		expect(items[0].error!.description).toBe('Look. Retry On Fail does not repeat it');
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

	it('and not for what fails the same way each time', async () => {
		const { items } = await run(write(), retrying({ goOn: true, answer: failing(0) }));
		expect(items[0].json).toEqual({});
		expect(items[0].error!.message).toBe('Acme answered 409 [item 1]');
	});
});

it('of many runs the oldest are forgotten', async () => {
	const of = (name: string) => retrying({ execution: name });
	await run(write(), { ...of('first'), answer: failing(3) });
	for (let other = 0; other < 100; other++)
		await run(write(), { ...of(`other ${other}`), answer: failing(3) });
	expect(sentTo((await run(write(), of('first'))).sent)).toHaveLength(4);
	expect(sentTo((await run(write(), of('other 50'))).sent)).toEqual(['T3']);
});

it('after an hour nothing is remembered', async () => {
	const now = Date.now();
	const clock = jest.spyOn(Date, 'now');
	try {
		clock.mockReturnValue(now);
		await run(write(), retrying({ answer: failing(2) }));
		clock.mockReturnValue(now + 60 * 60_000);
		await run(write(), retrying({ execution: 'another' }));
		expect(sentTo((await run(write(), retrying())).sent)).toHaveLength(4);
	} finally {
		clock.mockRestore();
	}
});
