import type { World } from '../world';

const money = { subTotal: 10, taxAmount: 1, totalAmount: 11 };
const line = { description: 'Test of the contract', unitAmount: 5, quantity: 2, ...money };

const person = ({ person: { firstName, lastName, email, phone } }: World) => ({
	...{ firstName, lastName, emailAddress: email, cellPhoneNumber: phone },
});

/** bluetape.md 4.1. */
export const company = (world: World, id: string) => ({
	...{ id, businessName: 'Contract Test', businessAddress: '1 Test Street, Springfield, IL 62701' },
	sourceModifiedDate: world.moment(),
});

/** bluetape.md 4.3. */
export const customer = (world: World, id: string) => ({
	...{ id, ...person(world), sourceModifiedDate: world.moment() },
});

/** A customer whom nobody can write to: kept as a draft (bluetape.md trap 3). */
export const unreachable = (world: World, id: string) => ({
	...customer(world, id),
	...{ emailAddress: `${id} has no address`, cellPhoneNumber: `no phone, ${inLetters(id)}` },
});

/** Without digits, which somebody may take for a phone number. */
const inLetters = (id: string) => id.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]);

const document = (world: World, id: string) => ({
	...{ id, ...money, lines: [line], customerId: world.the('customer') },
	...{ dueDate: world.day(30), expirationDate: world.day(30), sourceModifiedDate: world.moment() },
});

/** bluetape.md 4.4. */
export const invoice = (world: World, id: string, more: object = {}) => ({
	...document(world, id),
	...{ invoiceNumber: id, invoiceDate: world.day(), amountDue: 11, status: 'Placed' },
	...more,
});

/** bluetape.md 4.8. */
export const quote = (world: World, id: string, more: object = {}) => ({
	...document(world, id),
	...{ quoteNumber: id, quoteDate: world.day(), ...more },
});

/** bluetape.md 4.5. */
export const simplified = (world: World, id: string, more: object = {}) => ({
	...{ id, invoiceNumber: id, ...money, amountDue: 11, lines: [line], payersInfo: [person(world)] },
	...{ invoiceDate: world.moment(), dueDate: world.moment(30), expirationDate: world.moment(30) },
	...{ sourceModifiedDate: world.moment(), ...more },
});

/** bluetape.md 4.9. */
export const project = (world: World, id: string) => ({
	...{ id, name: 'Contract test', address: '1 Test Street', creditAmount: 100, status: 'active' },
	sourceModifiedDate: world.moment(),
});

/** A body for an update: the id stands in the path. */
export const update = <Body extends { id: string }>({ id: _id, ...rest }: Body) => rest;
