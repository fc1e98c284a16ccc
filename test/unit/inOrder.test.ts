import { Failed, type FailureKind } from '../../nodes/shared/failure';
import { InOrder } from '../../nodes/shared/run/inOrder';
import type { Call } from '../../nodes/shared/table/operation';

const write = (itemIndex: number, id?: string) =>
	({
		itemIndex,
		operation: { route: 'PUT /thing/{thingId}' },
		input: { path: { id }, body: {} },
	}) as never as Call;
const read = (itemIndex: number, id: string) =>
	({
		itemIndex,
		operation: { route: 'GET /thing/{thingId}' },
		input: { path: { id }, body: {} },
	}) as never as Call;
const fails =
	(kind: FailureKind, more: object = {}) =>
	async () => {
		throw new Failed({ kind, message: 'no', ...more });
	};
const works = async () => 'sent';
const settled = async (sent: Promise<unknown>) =>
	await sent.catch((error: unknown) => (error as Failed).failure);

test('a record is written by one at a time, in the order of asking', async () => {
	const order = new InOrder(true);
	const steps: string[] = [];
	let go = () => {};
	const slow = new Promise<void>((resolve) => (go = resolve));
	const step = (name: string, wait?: Promise<void>) => async () => {
		steps.push(`${name} begins`);
		await wait;
		steps.push(`${name} ends`);
	};
	const all = [
		order.send(write(0, 'A'), step('first', slow)),
		order.send(write(1, 'A'), step('second')),
		order.send(write(2, 'B'), step('of another record')),
		order.send(write(3), step('of none')),
		order.send(read(4, 'A'), step('a read')),
	];
	await Promise.all(all.slice(2));
	go();
	await Promise.all(all);
	expect(steps).toContain('first begins');
	expect(steps.slice(-3)).toEqual(['first ends', 'second begins', 'second ends']);
});

test.each<FailureKind>(['rateLimit', 'unavailable', 'stateUnknown', 'noAnswer'])(
	'while one is to be tried again after %s, the later ones of its record wait',
	async (kind) => {
		const order = new InOrder(true);
		const later = jest.fn(works);
		const [first, second, third, other] = await Promise.all(
			[
				order.send(write(4, 'A'), fails(kind)),
				order.send(write(5, 'A'), later),
				order.send(write(6, 'A'), later),
				order.send(write(7, 'B'), works),
			].map(settled),
		);
		expect(first).toEqual({ kind, message: 'no' });
		const waits = {
			kind: 'unavailable',
			message: 'Not sent yet: item 5 writes the same record ("A") before it, and is tried again first',
		};
		expect([second, third]).toEqual([waits, waits]);
		expect(later).not.toHaveBeenCalled();
		expect(other).toBe('sent');
	},
);

test.each<[string, boolean, Call[], () => Promise<never>]>([
	['there is no other try', false, [write(0, 'A'), write(1, 'A')], fails('unavailable')],
	['it failed for good', true, [write(0, 'A'), write(1, 'A')], fails('rejected')],
	['it is not to be repeated', true, [write(0, 'A'), write(1, 'A')], fails('noAnswer', { final: true })],
	['it has no record', true, [write(0), write(1)], fails('unavailable')],
	['it only reads', true, [read(0, 'A'), read(1, 'A')], fails('unavailable')],
])('nothing waits for it where %s', async (_why, triesLeft, [first, second], work) => {
	const order = new InOrder(triesLeft);
	await expect(order.send(first, work)).rejects.toThrow('no');
	await expect(order.send(second, works)).resolves.toBe('sent');
});
