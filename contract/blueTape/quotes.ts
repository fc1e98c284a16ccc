import { isGood } from '../answer';
import { documented, gives, status } from '../checks';
import type { Topic } from '../question';
import { get, post, put } from '../sending';
import { invoice, quote, update } from './bodies';
import { statusOf, withCredit } from './schemas';
import { at, refusedAs, refusedBy, refusedSaying, succeeds, withoutEach } from './statements';

const create = at`/quote`;
const path = (id: string, rest = '') => at`/quote/${id}` + rest;
const required = [
	...['id', 'quoteNumber', 'customerId', 'quoteDate', 'dueDate', 'expirationDate', 'subTotal'],
	...['totalAmount', 'taxAmount', 'sourceModifiedDate'],
];

/** A quote cannot be cancelled by the API, so it stays. */
export const quotes: Topic = {
	name: 'Quotes',
	questions: [
		{
			asks: 'creates a quote',
			send: (world) => post(create, quote(world, world.own('quote'))),
			keep: (answer, world) => world.learn('quote', isGood(answer) ? world.own('quote') : ''),
			expects: succeeds('bluetape.md #22', 201),
			writes: true,
		},
		{
			asks: 'creates it again',
			send: (world) => post(create, quote(world, world.the('quote'))),
			expects: refusedSaying('bluetape.md #22', 409, 'Quote already exists.'),
		},
		{
			asks: 'updates it',
			send: (world) => put(path(world.the('quote')), update(quote(world, world.own('update')))),
			expects: succeeds('bluetape.md #23', 202),
		},
		{
			asks: 'updates it to another customer',
			send: (world) =>
				put(path(world.the('quote')), {
					...update(quote(world, world.own('update'))),
					customerId: world.the('draft'),
				}),
			expects: refusedAs('customer_reference', 409),
		},
		{
			asks: 'updates one that does not exist',
			send: (world) => put(path(world.own('nothing')), update(quote(world, world.own('update')))),
			expects: refusedSaying('bluetape.md #23', 404, 'Quote not found.'),
		},
		{
			asks: 'tells its status',
			send: (world) => get(path(world.the('quote'), '/status')),
			expects: [
				documented('bluetape.md #24', 'it is 200', status(200)),
				documented('bluetape.md 5.7', 'quoteId, status, creditInfo, totalAmount', gives(statusOf('quoteId'))),
				documented('bluetape.md 5.5', 'the fields of creditInfo', gives(withCredit)),
			],
		},
		{
			asks: 'tells the status of one that does not exist',
			send: (world) => get(path(world.own('nothing'), '/status')),
			expects: refusedBy('bluetape.md #24', 404),
		},
		{
			asks: 'creates an invoice for it, before anybody has agreed',
			send: (world) =>
				post(at`/invoice`, invoice(world, world.own('too-early'), { quoteId: world.the('quote') })),
			expects: refusedAs('loan_application_not_approved', 409),
		},
		...withoutEach('creates a quote', required, 'bluetape.md 4.8', create, quote),
	],
};
