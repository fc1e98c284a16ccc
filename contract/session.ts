import { setTimeout as sleep } from 'node:timers/promises';
import { bluDelta } from './bluDelta';
import { bluDeltaAt } from './bluDelta/service';
import { blueTape } from './blueTape';
import { blueTapeAt, cancelAll } from './blueTape/service';
import { agree, whatHappens } from './consent';
import type { BluDeltaOrder, BlueTapeOrder, Vendor } from './order';
import { readKey } from './prompt';
import type { Topic } from './question';
import type { Service } from './service';
import { World } from './world';

/** One vendor that is asked, from the first question to what is left behind. */
export interface Session {
	vendor: Vendor;
	/** As reports show it. */
	address: string;
	topics: Topic[];
	service: Service;
	/** What no report may show. */
	secrets(): string[];
	/** Clears away what can be. Returns IDs of what should be gone and is not. */
	finish(): Promise<string[]>;
}

/** In place of a person, where nobody is written to. */
export const nobody = {
	...{ firstName: 'Ann', lastName: 'Example' },
	...{ email: 'ann@example.com', phone: '+14155550100' },
};

const wait = async (seconds: number) => await sleep(seconds * 1000);
const PAUSE = 0.3;
export const nothingLeft = async () => [];

async function realBlueTape(order: BlueTapeOrder): Promise<Session> {
	const { baseUrl, accountId, name, email, phone } = order;
	const [firstName, ...lastNames] = name.split(/\s+/);
	const world = new World({ firstName, lastName: lastNames.join(' '), email, phone });
	console.log(whatHappens(order, blueTape, world.prefix));
	await agree(order);
	const apiKey = await readKey('BLUETAPE_API_KEY');
	const service = blueTapeAt({ baseUrl, apiKey, accountId }, { world, wait, pause: PAUSE });
	return {
		...{ vendor: 'bluetape', address: baseUrl, topics: blueTape, service },
		secrets: () => [apiKey, accountId, email, phone, name, firstName, ...lastNames],
		finish: async () => await cancelAll(service),
	};
}

async function realBluDelta(order: BluDeltaOrder): Promise<Session> {
	const { baseUrl, apiIdentifier, client, withRisks: risky, patience } = order;
	const world = new World(nobody, client);
	console.log(whatHappens(order, bluDelta, world.prefix));
	await agree(order);
	const apiKey = await readKey('BLUDELTA_API_KEY');
	const access = { world, wait, risky, patience: patience * 60, pause: PAUSE };
	const service = bluDeltaAt({ baseUrl, apiKey, apiIdentifier }, access);
	return {
		...{ vendor: 'bludelta', address: baseUrl, topics: bluDelta, service, finish: nothingLeft },
		secrets: () => [apiKey, apiIdentifier, ...(client ? [client] : []), ...world.tokens()],
	};
}

/** The vendor that the order names, when the user has agreed and given the key. */
export const openSession = async (order: BlueTapeOrder | BluDeltaOrder): Promise<Session> =>
	await (order.vendor === 'bluetape' ? realBlueTape(order) : realBluDelta(order));
