import type { INodeExecutionData } from 'n8n-workflow';
import type { Notice } from '../../nodes/BlueTape/webhook/notice';
import { identityOf, itemOf, turnsOf, withoutRepeats, type Turn } from '../../nodes/BlueTape/webhook/repeat';

// The memory of notices alone, without n8n around it. Each test has a node of its own, for the memory lives as long as the process.

let nodes = 0;
const newNode = (): Place => ({ workflow: 'w', node: `n${nodes++}`, mode: 'webhook' });

interface Place {
	workflow: string;
	node: string;
	mode: string;
	/** Is the call answered at the workflow's end? */
	isLate?: boolean;
	/** Where the answer to another call is still to go out before this one's. */
	connection?: ReturnType<typeof connectionOf>;
	/** Has the caller hung up before n8n asked the trigger? */
	destroyed?: boolean;
}

function connectionOf() {
	const listeners: Record<string, () => void> = {};
	return {
		destroyed: false,
		listeners,
		once: (event: string, listener: () => void) => (listeners[event] = listener),
	};
}

const noticeOf = (eventId: string): Notice => ({ event: 'invoice.payment', eventId, json: { a: 1 } });

/** One call of BlueTape for these notices; `answered` and `hungUp` are what became of n8n's answer. */
async function call(at: Place, ...eventIds: string[]) {
	const listeners: Record<string, () => void> = {};
	const response = {
		statusCode: 0,
		socket: at.connection ? null : {},
		destroyed: at.destroyed ?? false,
		json: () => response,
		once: (event: string, listener: () => void) => (listeners[event] = listener),
	};
	const context = {
		getMode: () => at.mode,
		getWorkflow: () => ({ id: at.workflow }),
		getNode: () => ({
			id: at.node,
			parameters: { options: { respond: at.isLate ? 'whenFinished' : 'immediately' } },
		}),
		getRequestObject: () => ({ socket: at.connection ?? connectionOf() }),
		getResponseObject: () => response,
	};
	const waiting = turnsOf(context as never, eventIds.map(noticeOf));
	const hungUp = () => listeners.close();
	let turns: Turn[] | undefined;
	void waiting.then((all) => (turns = all));
	// Whoever has not had its turn by then waits for somebody.
	for (let rounds = 0; rounds < 20; rounds++) await new Promise(setImmediate);
	const answered = (status: number) => {
		response.statusCode = status;
		listeners.finish();
		listeners.close();
	};
	/** n8n answers, whether anybody hears it or not. */
	const answeredInVain = (status: number) => {
		response.statusCode = status;
		response.json();
	};
	return { turn: turns?.[0], turns, waiting, answered, answeredInVain, hungUp, listeners };
}

describe('the turn of a call', () => {
	it.each([
		[200, false, 'repeat'],
		[299, false, 'repeat'],
		[300, false, 'first'],
		[500, false, 'first'],
		[299, true, 'repeat'],
		[300, true, 'again'],
		[500, true, 'again'],
	])('after an answer of %d, at the end: %s, the next one is %s', async (status, isLate, expected) => {
		const node = { ...newNode(), isLate };
		const first = await call(node, 'a');
		expect(first.turn).toBe('first');
		first.answered(status);
		expect((await call(node, 'a')).turn).toBe(expected);
	});

	it('a repeat that was asked for and went well is the last', async () => {
		const node = { ...newNode(), isLate: true };
		(await call(node, 'a')).answered(500);
		(await call(node, 'a')).answered(200);
		expect((await call(node, 'a')).turn).toBe('repeat');
	});

	it('a call that ended without an answer counts for nothing', async () => {
		const node = newNode();
		(await call(node, 'a')).hungUp();
		expect((await call(node, 'a')).turn).toBe('first');
	});

	it.each([
		[200, true, 'first'],
		[500, true, 'again'],
		[500, false, 'first'],
	])(
		'after an answer of %d that nobody heard, at the end: %s, the next one is %s',
		async (status, isLate, expected) => {
			const hungUpFirst = { ...newNode(), isLate };
			const first = await call(hungUpFirst, 'a');
			first.hungUp();
			first.answeredInVain(status);
			expect((await call(hungUpFirst, 'a')).turn).toBe(expected);
			const brokenOff = { ...newNode(), isLate };
			const second = await call(brokenOff, 'a');
			second.answeredInVain(status);
			second.hungUp();
			const third = await call(brokenOff, 'a');
			expect(third.turn).toBe(expected);
			third.answered(200);
			expect((await call(brokenOff, 'a')).turn).toBe('repeat');
		},
	);

	it.each([
		[true, 'again'],
		[false, 'repeat'],
	])(
		'after a failure that nobody heard and a repeat that ended well meanwhile, answered at the end: %s, the next one is %s',
		async (isLate, expected) => {
			const node = { ...newNode(), isLate };
			const first = await call(node, 'a');
			first.hungUp();
			(await call(node, 'a')).answered(200);
			first.answeredInVain(500);
			expect((await call(node, 'a')).turn).toBe(expected);
		},
	);

	it('a failure that nobody heard leaves alone who has taken its place and is at work', async () => {
		const node = newNode();
		const first = await call(node, 'a');
		first.hungUp();
		const second = await call(node, 'a');
		first.answeredInVain(500);
		const third = await call(node, 'a');
		expect(third.turns).toBeUndefined();
		second.answered(200);
		expect(await third.waiting).toEqual(['repeat']);
	});

	it('of twins the second is asked for when the first fails', async () => {
		const node = { ...newNode(), isLate: true };
		const first = await call(node, 'a');
		const twin = await call(node, 'a');
		expect(twin.turns).toBeUndefined();
		first.answered(500);
		expect(await twin.waiting).toEqual(['again']);
	});

	it('a caller that hung up before n8n asked the trigger bars nobody after it', async () => {
		const node = newNode();
		expect((await call({ ...node, destroyed: true }, 'a')).turn).toBe('first');
		expect((await call(node, 'a')).turn).toBe('first');
	});

	it('other notices, nodes and workflows have turns of their own', async () => {
		const node = newNode();
		(await call(node, 'a')).answered(200);
		for (const [other, id] of [
			[node, 'b'],
			[newNode(), 'a'],
			[{ ...node, workflow: 'v' }, 'a'],
		] as const) {
			expect((await call(other, id)).turn).toBe('first');
		}
	});

	it('test runs neither are repeats nor cause any', async () => {
		const node = newNode();
		const manual = { ...node, mode: 'manual' };
		expect((await call(manual, 'a')).turn).toBe('first');
		(await call(node, 'a')).answered(200);
		expect((await call(manual, 'a')).turn).toBe('first');
	});

	it('1,000 failures are remembered, the oldest is forgotten first', async () => {
		const node = { ...newNode(), isLate: true };
		for (let at = 0; at <= 1000; at++) (await call(node, `f${at}`)).answered(500);
		expect((await call(node, 'f0')).turn).toBe('first');
		expect((await call(node, 'f1')).turn).toBe('again');
	});
});

describe('the turns of a list', () => {
	it('only the repeats among them are repeats', async () => {
		const node = { ...newNode(), isLate: true };
		(await call(node, 'b')).answered(200);
		(await call(node, 'c')).answered(500);
		expect((await call(node, 'c', 'a', 'b', 'a')).turns).toEqual(['again', 'first', 'repeat', 'repeat']);
	});

	it('what became of the answer counts for all of them', async () => {
		const node = { ...newNode(), isLate: true };
		(await call(node, 'a', 'b')).answered(500);
		expect((await call(node, 'b')).turn).toBe('again');
		(await call(node, 'a')).answered(200);
		expect((await call(node, 'a')).turn).toBe('repeat');
	});

	it('two lists in opposite order do not wait for each other for ever', async () => {
		const node = newNode();
		const holder = await call(node, 'b');
		const [one, other] = await Promise.all([call(node, 'a', 'b'), call(node, 'b', 'a')]);
		expect([one.turns, other.turns]).toEqual([undefined, undefined]);
		holder.hungUp();
		const first = await Promise.race([
			one.waiting.then((turns) => ({ turns, done: one })),
			other.waiting.then((turns) => ({ turns, done: other })),
		]);
		expect(first.turns).toEqual(['first', 'first']);
		first.done.answered(200);
		expect(await (first.done === one ? other : one).waiting).toEqual(['repeat', 'repeat']);
	});

	it('a caller that hangs up while its notice waits bars nobody after it', async () => {
		const node = newNode();
		const first = await call(node, 'a');
		const second = await call(node, 'a');
		expect(second.turns).toBeUndefined();
		second.hungUp();
		first.hungUp();
		expect(await second.waiting).toEqual(['first']);
		expect((await call(node, 'a')).turn).toBe('first');
	});
});

describe('a call whose answer has to wait for another on its connection', () => {
	it('takes no notice before its turn, so that the other one may be its twin', async () => {
		const node = newNode();
		const connection = connectionOf();
		const second = await call({ ...node, connection }, 'a');
		expect(second.turns).toBeUndefined();
		const first = await call(node, 'a');
		expect(first.turn).toBe('first');
		first.answered(200);
		second.listeners.socket();
		expect(await second.waiting).toEqual(['repeat']);
	});

	it('waits no longer than the connection lasts, and bars nobody', async () => {
		const node = newNode();
		const connection = connectionOf();
		const second = await call({ ...node, connection }, 'a');
		connection.listeners.close();
		expect(await second.waiting).toEqual(['first']);
		expect((await call(node, 'a')).turn).toBe('first');
		connection.destroyed = true;
		const third = await call({ ...node, connection }, 'b');
		expect(third.turns).toEqual(['first']);
		expect((await call(node, 'b')).turn).toBe('first');
	});
});

it('a notice travels with its identity, and whether it is meant to run again', () => {
	const notice = { event: 'invoice.payment', eventId: 'a' };
	expect(itemOf(noticeOf('a'), 'first')).toEqual({ json: { a: 1 }, notice });
	expect(itemOf(noticeOf('a'), 'again')).toEqual({ json: { a: 1 }, notice: { ...notice, again: true } });
	expect(identityOf(itemOf(noticeOf('a'), 'first'))).toEqual(notice);
	expect(identityOf({ json: {} })).toBeUndefined();
});

describe("by n8n's table", () => {
	type Ask = (ids: string[]) => { processed: string[] };
	const notice = (eventId: string) => itemOf(noticeOf(eventId), 'first');

	/** Asks for the items with this table; gives what was delivered, asked and logged. */
	async function ask(table: Ask, items: INodeExecutionData[], mode = 'webhook') {
		const at = newNode();
		const asked: unknown[][] = [];
		const log: string[] = [];
		let atOnce = 0;
		let most = 0;
		const checkProcessedAndRecord = async (...given: [string[], ...unknown[]]) => {
			asked.push(given);
			most = Math.max(most, ++atOnce);
			await new Promise((resolve) => setImmediate(resolve));
			atOnce--;
			return table(given[0]);
		};
		const context = {
			getMode: () => mode,
			getWorkflow: () => ({ id: at.workflow }),
			getNode: () => ({ id: at.node, name: 'Trigger' }),
			logger: { error: (line: string) => log.push(line) },
			helpers: { checkProcessedAndRecord },
		};
		const twice = async () => await withoutRepeats(context as never, items);
		const [fresh] = await Promise.all([twice(), twice()]);
		return { fresh, asked, log, most };
	}

	it('what it knows is dropped, and it is asked for one at a time', async () => {
		const { fresh, asked, log, most } = await ask(
			(ids) => ({ processed: ids.filter((id) => id === 'b') }),
			[notice('a'), notice('b')],
		);
		expect(fresh).toEqual([notice('a')]);
		expect(asked[0]).toEqual([['a'], 'node', { mode: 'entries', maxEntries: 1000 }]);
		expect({ log, most }).toEqual({ log: [], most: 1 });
	});

	it('what is meant to run again runs', async () => {
		const again = itemOf(noticeOf('a'), 'again');
		const { fresh } = await ask((ids) => ({ processed: ids }), [again, notice('b')]);
		expect(fresh).toEqual([again]);
	});

	it('a table that fails is asked once more; then the notice is delivered, with a line in the log', async () => {
		const { fresh, asked, log } = await ask(() => {
			throw new Error('no table');
		}, [notice('a')]);
		expect(fresh).toEqual([notice('a')]);
		expect(asked).toHaveLength(4);
		expect(log[0]).toBe('Trigger: n8n could not tell whether notice a is a repeat, so it is delivered');
	});

	it.each<[story: string, processed: string[], log: string[]]>([
		['two processes made the same row', [], []],
		[
			'the mark was written, and its answer lost',
			['a'],
			['Trigger: n8n could not tell whether notice a is a repeat, so it is delivered'],
		],
	])('a table that fails once loses no notice: %s', async (story, processed, log) => {
		let asked = 0;
		const found = await ask(() => {
			if (asked++ === 0) throw new Error(story);
			return { processed: asked === 2 ? processed : ['a'] };
		}, [notice('a')]);
		expect(found).toMatchObject({ fresh: [notice('a')], log });
		// The next one is asked for as ever.
		expect(found.asked).toHaveLength(3);
	});

	it('a test run asks nobody', async () => {
		const items = [notice('a')];
		const { fresh, asked } = await ask((ids) => ({ processed: ids }), items, 'manual');
		expect(fresh).toBe(items);
		expect(asked).toEqual([]);
	});
});
