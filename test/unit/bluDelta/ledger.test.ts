import {
	downloaded,
	given,
	goneLately,
	happen,
	known,
	lately,
	outstanding,
} from '../../../nodes/BluDelta/queue/documents';
import { ledgerOf, ledgers, pause, served, sharing, type Ledger } from '../../../nodes/BluDelta/queue/ledger';
import type { State } from '../../../nodes/BluDelta/queue/lifecycle';

// What this process knows of a queue, step by step. Times in milliseconds.

const MINUTE = 60_000;
/** Until then a count may be older than what it counts. */
const AGE = 61_000;

/** The ledger of a credential at an address. */
const at = (data: object = {}, baseUrl = 'https://api.bludelta.ai') =>
	ledgerOf({ baseUrl, credential: { data } } as never);
let ledger: Ledger;
beforeEach(() => {
	ledgers.clear();
	ledger = at({ apiIdentifier: 'me' });
});

const stateOf = (id: string): State | undefined => ledger.documents.get(id)?.state;
const come = (id: string, now: number, about = {}) => {
	downloaded(ledger, id, about, now);
	given(ledger, id, 'handOver', now);
};

describe('one queue has one ledger', () => {
	it.each([
		['by its identifier, whatever the key', { apiIdentifier: 'me', apiKey: 'new' }],
		['with blanks about it', { apiIdentifier: ' me ' }],
		['in any letter case', { apiIdentifier: 'ME' }],
	])('%s', (_how, data) => expect(at(data)).toBe(ledger));

	it('whatever the letter case of the address', () =>
		expect(at({ apiIdentifier: 'me' }, 'HTTPS://API.bludelta.ai')).toBe(ledger));

	it.each([
		['identifier', { apiIdentifier: 'you' }, undefined],
		['address', { apiIdentifier: 'me' }, 'https://other.bludelta.ai'],
	])('another %s has another', (_what, data, url) => expect(at(data, url)).not.toBe(ledger));

	it('keys tell queues apart where there is no identifier', () => {
		expect(at({ apiKey: 'one' })).not.toBe(at({ apiKey: 'two' }));
		expect(at({ apiKey: 'one' })).toBe(at({ apiKey: ' one ' }));
		expect(at({})).toBe(at({ apiIdentifier: ' ', apiKey: '' }));
		expect(at({})).not.toBe(at({ apiKey: 'one' }));
	});

	it('clients in any order and letter case are the same', () => {
		const both = at({ apiIdentifier: 'me', clients: 'Client1, client2' });
		expect(at({ apiIdentifier: 'me', clients: 'CLIENT2,Client1' })).toBe(both);
		expect(at({ apiIdentifier: 'me', clients: 'Client1' })).not.toBe(both);
	});

	it.each([
		['me.client1', ''],
		['Me. Client1', ' , '],
		['me.Client1', 'CLIENT1'],
		['me', 'me.Client1'],
	])('a client is the same wherever it is named: %j, %j', (apiIdentifier, clients) =>
		expect(at({ apiIdentifier, clients })).toBe(at({ apiIdentifier: 'me', clients: 'Client1' })),
	);
});

describe('ledgers share documents', () => {
	const of = (clients: string, apiIdentifier = 'me') => at({ apiIdentifier, clients });

	it('when one of them has all clients, or when both have one of them', () => {
		const [one, two, three] = [of('a, b'), of('b, c'), of('c, d')];
		const shares = (which: Ledger) => sharing(which).filter((other) => other !== which);
		expect(shares(one)).toEqual([ledger, two]);
		expect(shares(two)).toEqual([ledger, one, three]);
		expect(shares(ledger)).toEqual([one, two, three]);
	});

	it.each([
		['Customer1', '', 'customer1.Client1', '', true],
		['Customer1', '', 'Customer1.Client1', 'Client2', true],
		['Customer1', 'Client1, Client2', 'Customer1.Client1', '', true],
		['Customer1', 'Client2', 'Customer1.Client1', '', false],
		['Customer1.Client1', '', 'Customer1.Client2', '', false],
		['Customer1.Client1', 'Client1, Client2', 'Customer1.Client2', '', true],
		// The documents of the customer itself.
		['Customer1', 'Customer1', 'Customer1', '', true],
		['Customer1', 'Customer1', 'Customer1', 'Client1', false],
		['Customer1', '', 'Customer12', '', false],
		// A customer's name with a dot.
		['acme.com', '', 'acme.com.Client1', '', true],
		['acme.com', '', 'acme.com', 'Client1', true],
		['acme.com', 'Client1', 'acme.com.Client1', '', true],
		['acme.com', '', 'acme.org', '', false],
		['acme.com', 'Client1', 'acme.org', 'Client1', false],
		['acme.com', 'Client1', 'acme.com', 'Client2', false],
	])('%j, %j and %j, %j: %p', (one, clients, other, otherClients, isShared) => {
		const [first, second] = [of(clients, one), of(otherClients, other)];
		expect(sharing(first).includes(second)).toBe(isShared);
		expect(sharing(second).includes(first)).toBe(isShared);
	});

	it('where the key alone says whose queue it is, too', () => {
		const [all, one, other] = [
			at({ apiKey: 'k' }),
			at({ apiKey: 'k', clients: 'Client1' }),
			at({ apiKey: 'k2' }),
		];
		expect(sharing(all)).toEqual([all, one]);
		expect(sharing(one)).toEqual([all, one]);
		expect(sharing(other)).toEqual([other]);
	});

	it('never with another service', () => {
		const other = of('', 'you');
		expect(sharing(ledger)).toEqual([ledger]);
		expect(sharing(other)).toEqual([other]);
	});
});

describe('documents that are out', () => {
	it('stand in the order of their downloads, without those that are gone', () => {
		come('old', 3000);
		come('gone', 1000);
		come('first', 2000);
		happen(ledger, 'gone', 'leave', 5000);
		expect(outstanding(ledger).map(([id]) => id)).toEqual(['first', 'old']);
	});

	it('of the same moment stand as they came', () => {
		come('b', 1000);
		come('a', 1000);
		come('b', 1000);
		expect(outstanding(ledger).map(([id]) => id)).toEqual(['a', 'b']);
	});

	it('count what was downloaded, and how often a workflow got it', () => {
		come('a', 1000, { fileName: 'a.pdf', invoiceContainerId: 'c' });
		downloaded(ledger, 'a', {}, 2000);
		expect(ledger.documents.get('a')).toEqual({
			...{ state: 'handedOver', downloads: 2, handOvers: 1, at: 2000, handedOverAt: 1000 },
			...{ fileName: 'a.pdf', invoiceContainerId: 'c' },
		});
	});

	it('know when the trigger has handed them over, which a run that takes one by itself does not change', () => {
		come('a', 1000);
		given(ledger, 'a', 'take', 2000);
		expect(ledger.documents.get('a')).toMatchObject({ handOvers: 2, handedOverAt: 1000 });
		given(ledger, 'a', 'giveToWork', 3000);
		expect(ledger.documents.get('a')).toMatchObject({ handOvers: 3, handedOverAt: 3000 });
	});

	it('are feared to have had the lost answers only when they come for the first time', () => {
		downloaded(ledger, 'a', {}, 1000, 1);
		happen(ledger, 'a', 'take', 1000);
		expect(ledger.documents.get('a')).toMatchObject({ downloads: 2 });
		downloaded(ledger, 'a', {}, 2000, 1);
		expect(ledger.documents.get('a')).toMatchObject({ downloads: 3 });
	});
});

describe('what happens to a document', () => {
	it('nobody has heard of is nothing', () => {
		happen(ledger, 'x', 'leave', 1000);
		expect(ledger.documents.size).toBe(0);
	});

	it('and changes nothing leaves it as it is, with what people were told', () => {
		come('a', 1000);
		Object.assign(ledger.documents.get('a')!, { refusedAt: 4, toldAt: 5, polls: 2 });
		happen(ledger, 'a', 'late', 2000);
		expect(ledger.documents.get('a')).toMatchObject({ state: 'handedOver', at: 1000, toldAt: 5, polls: 2 });
		happen(ledger, 'a', 'restart', 2000);
		expect(ledger.documents.get('a')).toEqual({
			...{ state: 'due', at: 1000, downloads: 1, handOvers: 1, handedOverAt: 1000 },
		});
	});

	it('that goes is known from then on as gone', () => {
		come('a', 1000);
		happen(ledger, 'a', 'leave', 9000);
		expect(ledger.documents.get('a')).toMatchObject({ state: 'gone', at: 9000 });
	});

	it('of those that are gone 2,000 are kept, the last ones, and all that are out', () => {
		come('out', 1);
		for (let number = 0; number <= 2000; number++) come(`d${number}`, 2);
		// They go in another order than they came.
		happen(ledger, 'd7', 'leave', 3);
		for (let number = 0; number <= 2000; number++) happen(ledger, `d${number}`, 'leave', 4);
		expect([stateOf('d7'), stateOf('d0'), stateOf('d2000'), stateOf('out')]).toEqual([
			...[undefined, 'gone', 'gone'],
			'handedOver',
		]);
		expect(ledger.documents.size).toBe(2001);
	});
});

describe('what a count that the service has kept may not know yet', () => {
	beforeEach(() => {
		come('gone', 0);
		come('out', 0);
		happen(ledger, 'gone', 'leave', 0);
	});

	it.each([
		[AGE - 1, { gone: 1, lately: 2, known: 2 }],
		[AGE, { gone: 0, lately: 0, known: 1 }],
	])('after %d ms', (now, expected) => {
		const counts = { gone: goneLately(ledger, now), lately: lately(ledger, now), known: known(ledger, now) };
		expect(counts).toEqual(expected);
	});
});

it('each download in vain is followed by a longer pause, up to an hour; one that came begins anew', () => {
	const lengths = Array.from({ length: 7 }, () => {
		pause(ledger, 1000);
		return (ledger.pause.until - 1000) / MINUTE;
	});
	expect(lengths).toEqual([2, 4, 8, 16, 32, 60, 60]);
	served(ledger);
	expect(ledger.pause.until).toBe(0);
	pause(ledger, 1000);
	expect(ledger.pause).toEqual({ until: 1000 + 2 * MINUTE, length: 2 * MINUTE });
});
