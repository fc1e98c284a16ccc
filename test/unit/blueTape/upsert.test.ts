import { resources } from '../../../nodes/BlueTape/resources';

// What a user reads of "Create or Update" before choosing it: it writes to people like a create, and replaces like an update.

const { company, customer, invoice, project, quote } = resources;
const replaced = 'A record that exists is replaced as a whole: fill in all of it';
const writes = /^.*BlueTape (sends this person|asks the customer).* unless Dry Run is on\. /;

it.each([
	['company', company],
	['customer', customer],
	['invoice', invoice],
	['project', project],
	['quote', quote],
])('%s: it is called what it does', (name, { operations: { upsert } }) => {
	expect(upsert).toMatchObject({ name: 'Create or Update', action: `Create or update ${name}` });
});

it.each([
	['project', project, replaced],
	['customer', customer, `. ${replaced}`],
	['company', company, `. ${replaced}`],
	['invoice', invoice, `. ${replaced}, lines too`],
	['quote', quote, `. ${replaced}, lines too`],
])('%s: it says that a record is replaced', (_name, { operations: { create, upsert } }, told) => {
	expect(upsert.effects).toBe(`${create.effects ?? ''}${told}`);
	if (create.effects) expect(upsert.effects).toMatch(writes);
});

it.each([
	['project', project, 'fill in all of it, not only what changes'],
	['customer', customer, 'fill in all of it, not only what changes'],
	['invoice', invoice, 'fill in all of it, lines too, not only what changes'],
	['quote', quote, 'fill in all of it, lines too, not only what changes'],
])('%s: so does Update', (_name, { operations: { update } }, told) =>
	expect(update.effects).toBe(`BlueTape replaces the whole record: ${told}`),
);

it('the sample of its output tells which of the two happened, of a record of its kind', () => {
	expect(customer.operations.upsert.example).toEqual({
		blueTapeId: 'fb5637b2e5f3',
		signUpUrl: 'https://www.bluetape.com/signup?invite=fb5637b2e5f3',
		customerId: 'CUS-1001',
		created: true,
	});
});
