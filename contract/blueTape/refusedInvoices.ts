import { isGood } from '../answer';
import { unknown, when } from '../checks';
import type { Topic } from '../question';
import { post, put } from '../sending';
import { invoice, update } from './bodies';
import { at, refusedAs, refusedBy } from './statements';

const create = at`/invoice`;
const path = (id: string) => at`/invoice/${id}`;

/** Invoices that the list of codes refuses, as far as no person is needed. */
export const refusedInvoices: Topic = {
	name: 'Refused invoices',
	questions: [
		{
			asks: 'creates an invoice for a customer that does not exist',
			send: (world) =>
				post(create, invoice(world, world.own('orphan'), { customerId: world.own('nothing') })),
			expects: refusedAs('customer_does_not_exist', 404),
		},
		{
			asks: 'creates an invoice for a customer whom nobody can write to',
			send: (world) =>
				post(create, invoice(world, world.own('unreached'), { customerId: world.the('draft') })),
			expects: refusedAs('customer_of_invoice_is_draft', 409),
		},
		{
			asks: 'creates an invoice for a quote that does not exist',
			send: (world) =>
				post(create, invoice(world, world.own('quoteless'), { quoteId: world.own('nothing') })),
			expects: refusedAs('quote_reference_does_not_exist', 404),
		},
		{
			asks: 'creates an invoice with half a piece',
			send: (world) =>
				post(create, {
					...invoice(world, world.own('half')),
					lines: [{ unitAmount: 20, quantity: 0.5, subTotal: 10, taxAmount: 1, totalAmount: 11 }],
				}),
			expects: refusedBy('bluetape.md 4.6', 400),
		},
		{
			asks: 'creates an invoice that is past due',
			send: (world) => {
				const days = { invoiceDate: world.day(-40), dueDate: world.day(-10), expirationDate: world.day(-10) };
				return post(create, invoice(world, world.own('late'), days));
			},
			keep: (answer, world) => world.learn('late invoice', isGood(answer) ? world.own('late') : ''),
			expects: [
				unknown('bluetape.md 2', 'whether an invoice that is past due is taken', { taken: when(isGood) }),
			],
			writes: true,
		},
		{
			asks: 'updates it',
			send: (world) => put(path(world.the('late invoice')), update(invoice(world, world.own('update')))),
			expects: refusedAs('invoice_can_not_be_updated_due_date', 409),
		},
	],
};
