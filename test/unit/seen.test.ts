import { inTurn } from '../../nodes/shared/http/inTurn';
import { Seen } from '../../nodes/BlueTape/webhook/seen';

describe('the memory of seen ids', () => {
	test('forgets the oldest beyond its size', async () => {
		const seen = new Seen(2);
		for (const id of ['a', 'b', 'c']) (await seen.claim(id))!.keep();
		expect(await seen.claim('b')).toBeUndefined();
		expect(await seen.claim('c')).toBeUndefined();
		expect(await seen.claim('a')).toBeDefined();
	});

	test('of many at the same moment one comes first; when it gives up, exactly one other takes its place', async () => {
		const seen = new Seen(10);
		const first = (await seen.claim('a'))!;
		const others = [seen.claim('a'), seen.claim('a'), seen.claim('a')];
		first.release();
		const second = await Promise.race(others);
		second!.keep();
		second!.release();
		const claims = await Promise.all(others);
		expect(claims.filter(Boolean)).toEqual([second]);
		expect(await seen.claim('a')).toBeUndefined();
	});

	test('work that fails after another took its place is to be done again', async () => {
		const seen = new Seen(10);
		const first = (await seen.claim('a'))!;
		first.release();
		(await seen.claim('a'))!.keep();
		first.fail();
		expect((await seen.claim('a'))?.isAgain).toBe(true);
	});

	test('work that fails once it was kept is to be done again', async () => {
		const seen = new Seen(10);
		const first = (await seen.claim('a'))!;
		first.keep();
		first.fail();
		expect((await seen.claim('a'))?.isAgain).toBe(true);
	});

	test('what is released leaves room for another', async () => {
		const seen = new Seen(2);
		(await seen.claim('a'))!.keep();
		(await seen.claim('b'))!.release();
		(await seen.claim('c'))!.keep();
		expect(await seen.claim('a')).toBeUndefined();
	});

	test('one that was forgotten and claimed again is not released by the first', async () => {
		const seen = new Seen(1);
		const first = (await seen.claim('a'))!;
		(await seen.claim('b'))!.keep();
		(await seen.claim('a'))!.keep();
		first.release();
		expect(await seen.claim('a')).toBeUndefined();
	});
});

describe('work in turn', () => {
	/** Work that ends when it is told to, and notes its steps. */
	function work(steps: string[], name: string) {
		let end!: (error?: Error) => void;
		const done = new Promise<string>(
			(resolve, reject) => (end = (error) => (error ? reject(error) : resolve(name))),
		);
		const start = async () => {
			steps.push(`${name} begins`);
			return await done.finally(() => steps.push(`${name} ends`));
		};
		return { start, end };
	}

	test.each([
		['well', undefined],
		['badly', new Error('no')],
	])('begins when what came before has ended %s', async (_how, error) => {
		const steps: string[] = [];
		const [a, b, c] = ['a', 'b', 'c'].map((name) => work(steps, name));
		const first = inTurn('key', a.start).catch((thrown: unknown) => thrown);
		const second = inTurn('key', b.start);
		b.end();
		await new Promise(setImmediate);
		expect(steps).toEqual(['a begins']);
		a.end(error);
		expect(await first).toBe(error ?? 'a');
		const third = inTurn('key', c.start);
		c.end();
		expect(await Promise.all([second, third])).toEqual(['b', 'c']);
		expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	});

	test('waits for what was given last, though what came first has ended', async () => {
		const steps: string[] = [];
		const [a, b, c] = ['a', 'b', 'c'].map((name) => work(steps, name));
		const first = inTurn('key', a.start);
		const second = inTurn('key', b.start);
		a.end();
		await first;
		const third = inTurn('key', c.start);
		c.end();
		await new Promise(setImmediate);
		expect(steps).toEqual(['a begins', 'a ends', 'b begins']);
		b.end();
		await Promise.all([second, third]);
		expect(steps.slice(3)).toEqual(['b ends', 'c begins', 'c ends']);
	});

	test('does not wait for what has another key', async () => {
		const steps: string[] = [];
		const [a, b] = ['a', 'b'].map((name) => work(steps, name));
		const first = inTurn('one', a.start);
		b.end();
		expect(await inTurn('other', b.start)).toBe('b');
		a.end();
		await first;
		expect(steps).toEqual(['a begins', 'b begins', 'b ends', 'a ends']);
	});
});
