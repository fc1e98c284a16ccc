import { besideEach } from '../../../nodes/BlueTape/webhook/besideEach';

// What stands beside several notices of one body, for each of them.

const all = (fields: object, count: number) => {
	const at = besideEach({ ...fields }, count);
	return [at(0), at(1), at(count - 1)];
};
/** As JSON it has this length. */
const note = (length: number) => ({ note: 'x'.repeat(length - '{"note":""}'.length) });

test('all of it', () => {
	const fields = { note: 'of the batch', amount: 5 };
	expect(all(fields, 100)).toEqual([fields, fields, fields]);
	expect(all(note(500_000), 2)).toEqual([note(500_000), note(500_000), note(500_000)]);
});

test('where that is too much, the first has all and the others what may make another notice of it', () => {
	expect(all(note(500_001), 2)).toEqual([note(500_001), {}, {}]);
	const telling = { amount: 5, transactionId: 'T-1', event: { type: 'payments.refunded' } };
	const fields = { ...note(500_001), ...telling, reason: 'x'.repeat(200), customer: { type: 'refunded' } };
	expect(all(fields, 2)).toEqual([fields, telling, telling]);
});

test('where that is too much as well, nothing', () => {
	// With its name 200 characters.
	const telling = { transactionId: 'x'.repeat(180) };
	expect(all(telling, 100_000)).toEqual([telling, telling, telling]);
	expect(all(telling, 101_000)).toEqual([telling, {}, {}]);
});
