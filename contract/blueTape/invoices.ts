import { isGood, member } from '../answer';
import { documented, gives, inferred, status, unknown, when } from '../checks';
import type { Topic } from '../question';
import { get, post, put } from '../sending';
import { invoice, update } from './bodies';
import { checkout, checkoutRedirect, life, statusOf, withCredit } from './schemas';
import { at, refusedAs, refusedBy, refusedSaying, succeeds, withoutEach, writtenInvoice } from './statements';

const create = at`/invoice`;
const path = (id: string, rest = '') => at`/invoice/${id}` + rest;
const required = [
	...['id', 'invoiceNumber', 'customerId', 'invoiceDate', 'dueDate', 'expirationDate', 'subTotal'],
	...['totalAmount', 'taxAmount', 'amountDue', 'status', 'sourceModifiedDate'],
];

/** One invoice from its creation on; it is cancelled by other questions. */
export const invoices: Topic = {
	name: 'Invoices',
	questions: [
		{
			asks: 'creates an invoice',
			send: (world) => post(create, invoice(world, world.own('invoice'))),
			keep: (answer, world) => world.learn('invoice', isGood(answer) ? world.own('invoice') : ''),
			expects: succeeds('bluetape.md #9', 201, writtenInvoice),
			writes: true,
		},
		{
			asks: 'creates it again',
			send: (world) => post(create, invoice(world, world.the('invoice'))),
			expects: refusedSaying('bluetape.md #9', 409, 'Invoice already exists, invoice number: {number}'),
		},
		{
			asks: 'updates it',
			send: (world) => put(path(world.the('invoice')), update(invoice(world, world.own('update')))),
			expects: succeeds('bluetape.md #10', 202, writtenInvoice),
		},
		{
			asks: 'updates it with an older sourceModifiedDate',
			send: (world) =>
				put(path(world.the('invoice')), {
					...update(invoice(world, world.own('update'))),
					sourceModifiedDate: world.moment(-30),
				}),
			expects: [unknown('bluetape.md trap 15', 'what an older sourceModifiedDate does')],
		},
		{
			asks: 'updates it to another customer',
			send: (world) =>
				put(path(world.the('invoice')), {
					...update(invoice(world, world.own('update'))),
					customerId: world.the('draft'),
				}),
			expects: refusedAs('cant_set_new_customer_for_invoice', 409),
		},
		{
			asks: 'updates one that does not exist',
			send: (world) => put(path(world.own('nothing')), update(invoice(world, world.own('update')))),
			expects: [
				documented('bluetape.md C12', 'it is 404, or 409 without a reason on the older page', {
					'404, Invoice not exists.': when(
						(answer) => answer.status === 404 && member(answer, 'reason') === 'Invoice not exists.',
					),
					'409 without a reason': when((answer) => answer.status === 409 && !member(answer, 'reason')),
				}),
			],
		},
		{
			asks: 'tells its status',
			send: (world) => get(path(world.the('invoice'), '/status')),
			expects: [
				documented('bluetape.md #19', 'it is 200', status(200)),
				documented(
					'bluetape.md 5.6',
					'invoiceId, status, creditInfo, totalAmount',
					gives(statusOf('invoiceId')),
				),
				documented('bluetape.md 5.5', 'the fields of creditInfo', gives(withCredit)),
				documented('bluetape.md 5.8', 'the status is one of the list, as the list spells it', gives(life)),
			],
		},
		{
			asks: 'tells the status of one that does not exist',
			send: (world) => get(path(world.own('nothing'), '/status')),
			expects: refusedBy('bluetape.md #19', 404),
		},
		{
			asks: 'gives the link to pay',
			send: (world) => get(path(world.the('invoice'), '/checkout')),
			expects: [
				documented('bluetape.md #17', 'it is 200', status(200)),
				documented('bluetape.md C11', 'the answer has checkOutUrl', gives(checkout)),
			],
		},
		{
			asks: 'gives the link to pay that leads back',
			send: (world) =>
				get(path(world.the('invoice'), '/checkout-redirect'), {
					redirectUrl: 'https://example.com/paid?a=1',
				}),
			expects: [
				documented('bluetape.md #18', 'it is 200', status(200)),
				documented(
					'bluetape.md C11',
					'the answer is a string, or has checkoutUrl',
					Object.fromEntries(Object.entries(checkoutRedirect).map(([name, schema]) => [name, gives(schema)])),
				),
			],
		},
		{
			asks: 'gives that link without an address',
			send: (world) => get(path(world.the('invoice'), '/checkout-redirect')),
			expects: [documented('bluetape.md 4.10', 'redirectUrl is optional', status(200))],
		},
		{
			asks: 'creates an invoice whose id holds a slash and a blank',
			send: (world) => post(create, invoice(world, world.own('a/b c'))),
			keep: (answer, world) => world.learn('invoice with a slash', isGood(answer) ? world.own('a/b c') : ''),
			expects: [inferred('bluetape.md trap 17', 'it is taken', when(isGood))],
			writes: true,
		},
		{
			asks: 'tells its status',
			send: (world) => get(path(world.the('invoice with a slash'), '/status')),
			expects: [inferred('bluetape.md trap 17', 'it is found by the encoded id', status(200))],
		},
		...withoutEach('creates an invoice', required, 'bluetape.md 4.4', create, invoice),
	],
};
