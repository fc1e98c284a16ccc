import * as fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { isAllowed, unreadableEntries } from '../../nodes/BlueTape/webhook/allowlist';
import { eventId } from '../../nodes/BlueTape/webhook/digest';
import { readNotices, type NoticeEvent } from '../../nodes/BlueTape/webhook/notice';
import { holdsSecret, secretProblem } from '../../nodes/BlueTape/webhook/secret';
import { closeStages, openTrigger, PAYMENT, post, secretHeader } from '../triggers/blueTapeStage';
import { notices, plainNotices, tastes, writtenJson } from './notices';
import { writings, written } from './noticeWritings';
import { check, copyOf } from './runs';

const NOW = new Date('2026-11-20T10:00:00Z');
/** The notice that a body is at the address for its event; throws when it is refused. */
const read = (address: NoticeEvent, body: string | Uint8Array, contentType?: string) => {
	const notices = readNotices({ bytes: Buffer.from(body as string), contentType, address }, NOW);
	if (typeof notices === 'string' || notices.length !== 1) throw new Error(JSON.stringify(notices));
	return notices[0];
};

describe('a notice', () => {
	it('has one identity, however it is written', () =>
		check(
			500,
			fc.property(notices, tastes, tastes, ({ event, body }, one, other) => {
				const [first, second] = [one, other].map((taste) => read(event, writtenJson(body, taste)));
				expect(second.eventId).toBe(first.eventId);
				expect(first.eventId).toMatch(/^[\da-f]{64}$/);
			}),
		));

	it('has another identity as soon as it says anything else', () =>
		check(
			500,
			fc.property(notices, notices, fc.nat(), (one, other, roll) => {
				// Often the two differ in one field only.
				const keys = Object.keys(one.body);
				const key = keys[roll % keys.length];
				const changed =
					one.event === other.event && key in other.body
						? { ...one.body, [key]: other.body[key] }
						: { ...one.body, more: other.body };
				const isSame = isDeepStrictEqual(copyOf(changed), copyOf(one.body));
				const ids = [one.body, changed].map((body) => read(one.event, JSON.stringify(body)).eventId);
				expect(ids[0] === ids[1]).toBe(isSame);
				const swapped = one.event === 'quote.approval' ? 'invoice.payment' : 'quote.approval';
				expect(eventId(swapped, one.body)).not.toBe(ids[0]);
			}),
		));

	it('comes out with every field that it had, known or not, and nothing odd is told of it', () =>
		check(
			500,
			fc.property(notices, tastes, ({ event, body }, taste) => {
				const { json, ...notice } = read(event, writtenJson(body, taste));
				expect(json).toMatchObject(copyOf(body));
				expect([notice.event, Object.keys(json).length]).toEqual([event, Object.keys(body).length + 3]);
			}),
		));

	it('is never refused and keeps its identity, in whatever writing a sender may choose', () =>
		check(
			500,
			fc.property(plainNotices, writings, tastes, ({ event, body }, writing, taste) => {
				const { bytes, contentType, said } = written(event, body, writing, taste);
				const notice = read(event, bytes, contentType);
				const plain = read(event, JSON.stringify(said));
				expect({ writing, ...notice.json }).toMatchObject({ writing, ...copyOf(said) });
				expect(notice.event).toBe(event);
				expect(notice.eventId).toBe(plain.eventId);
				expect(notice.json.problems !== undefined).toBe(writing.isOdd(body, said, bytes));
			}),
		));

	const hostile = ['"__proto__":{"polluted":true}', '"constructor":{"prototype":{"polluted":true}}'];

	it('touches no prototype', () =>
		check(
			100,
			fc.property(notices, fc.constantFrom(...hostile), ({ event, body }, member) => {
				const { json } = read(event, `${JSON.stringify(body).slice(0, -1)},${member}}`);
				expect([Object.getPrototypeOf(json), 'polluted' in {}]).toEqual([Object.prototype, false]);
				expect(JSON.stringify(json)).toContain(member);
			}),
		));

	const nameless = fc
		.tuple(notices, fc.constantFrom<unknown>(undefined, null, '', ' ', [], {}, true))
		.map(([{ event, body }, id]) => {
			const idName = event === 'invoice.payment' ? 'invoiceId' : 'quoteId';
			return { event, text: JSON.stringify({ ...body, [idName]: id }) };
		});
	const cut = fc.tuple(notices, fc.nat()).map(([{ event, body }, roll]) => {
		const text = JSON.stringify(body);
		return { event, text: text.slice(0, roll % text.length) };
	});
	const anyText = fc.record({
		event: fc.constantFrom<NoticeEvent>('quote.approval', 'invoice.payment'),
		text: fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.json(),
			fc.nat(3000).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
		),
	});

	it('that names no record, is cut off or nothing of the kind is refused in few words', () =>
		check(
			500,
			fc.property(fc.oneof(nameless, cut, anyText), ({ event, text }) => {
				const result = readNotices({ bytes: Buffer.from(text), address: event }, NOW);
				expect(result).toMatch(/^.{5,100}$/su);
			}),
		));
});

describe('at the door', () => {
	afterEach(closeStages);

	it('garbage gets 400 and starts nothing; a notice in between gets 200 and starts its workflow', async () => {
		const { url, executions, idle } = await openTrigger();
		let started = 0;
		const garbage = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.json(),
			notices.map(({ body }) => JSON.stringify({ ...body, invoiceId: null, quoteId: '' })),
		);
		const genuine = plainNotices.filter(({ event }) => event === 'invoice.payment');
		await check(
			60,
			fc.asyncProperty(garbage, genuine, writings, tastes, async (text, { event, body }, writing, taste) => {
				const refused = await post(url(PAYMENT), text);
				expect(refused).toEqual({ status: 400, json: { received: false, reason: expect.any(String) } });
				expect((await post(url(PAYMENT), text, {})).status).toBe(401);
				const { bytes, contentType } = written(event, body, writing, taste);
				const headers = { ...secretHeader, 'content-type': contentType };
				const taken = await post(url(PAYMENT), bytes, headers);
				expect(taken).toMatchObject({ status: 200, json: { started: true } });
				await idle();
				expect(executions).toHaveLength(++started);
			}),
		);
	});

	const printable = fc.string({ minLength: 1, maxLength: 20 });
	const value = fc.oneof(
		fc.tuple(fc.constantFrom('', ' '), printable, fc.constantFrom('', ' ')).map((parts) => parts.join('')),
		fc.string({ unit: 'binary' }),
	);

	it('only the exact secret opens', () =>
		check(
			1000,
			fc.property(
				value,
				value,
				fc.constantFrom('X-BlueTape-Key', 'x-key', ''),
				(headerValue, given, headerName) => {
					const secret = { headerName, headerValue };
					const usable = secretProblem(secret) === undefined;
					expect(usable).toBe(
						headerName !== '' && /^[\x20-\x7e]*[\x21-\x7e][\x20-\x7e]*$/.test(headerValue.trim()),
					);
					const name = headerName.toLowerCase();
					expect(holdsSecret({ [name]: given }, secret)).toBe(usable && given === headerValue.trim());
					expect(holdsSecret({ [name]: headerValue.trim() }, secret)).toBe(usable);
					expect(holdsSecret({}, secret)).toBe(false);
				},
			),
		));

	const address = fc.oneof(fc.ipV4(), fc.ipV6());
	/** The network of an IPv4 address, by hand. */
	const network = (ip: string, bits: number) => {
		const number = ip.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
		return number >> BigInt(32 - bits);
	};

	it('an address is let in by its own entry and by its network, and by no other', () =>
		check(
			1000,
			fc.property(fc.ipV4(), fc.ipV4(), fc.nat(32), address, (one, other, bits, self) => {
				expect(isAllowed(`192.0.2.1, ${self}`, self)).toBe(true);
				expect(isAllowed(`${one}/${bits}`, other)).toBe(network(one, bits) === network(other, bits));
				expect(isAllowed(`::ffff:${one}/${bits + 96}`, `::ffff:${other}`)).toBe(
					network(one, bits) === network(other, bits),
				);
			}),
		));

	it('an unreadable entry lets nobody in', () =>
		check(
			1000,
			fc.property(fc.string({ minLength: 1 }), address, (entry, caller) => {
				const entries = entry.split(/[\s,;]+/).filter(Boolean);
				if (entries.length && unreadableEntries(entry).length === entries.length)
					expect(isAllowed(entry, caller)).toBe(false);
			}),
		));
});
