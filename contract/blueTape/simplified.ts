import { isGood } from '../answer';
import { documented, given, gives, inferred, status, taken, unknown, when } from '../checks';
import type { Topic } from '../question';
import { get, post, put } from '../sending';
import { simplified, update } from './bodies';
import { simplifiedUpdate } from './schemas';
import { at, refusedBy, writtenInvoice } from './statements';

const create = at`/invoice/simplify`;
const path = (id: string) => at`/invoice/simplify/${id}`;
const readings = { taken, refused: when((answer) => answer.status >= 400) };

/** Invoices for payers who are no customers. Little of their create was seen (bluetape.md 4.5). */
export const simplifiedInvoices: Topic = {
	name: 'Simplified invoices',
	questions: [
		{
			asks: 'creates a simplified invoice',
			send: (world) => post(create, simplified(world, world.own('simple'))),
			keep: (answer, world) => world.learn('simplified invoice', isGood(answer) ? world.own('simple') : ''),
			expects: [
				inferred('bluetape.md #20', 'it is 201', status(201)),
				unknown('bluetape.md #20', 'what the answer has', { 'as #9': given(isGood, gives(writtenInvoice)) }),
			],
			writes: true,
		},
		{
			asks: 'creates it again',
			send: (world) => post(create, simplified(world, world.the('simplified invoice'))),
			expects: [inferred('bluetape.md #20', 'a repeat is 409', status(409))],
		},
		{
			asks: 'creates one without payers',
			send: (world) => post(create, simplified(world, world.own('no-payers'), { payersInfo: [] })),
			expects: [inferred('bluetape.md 4.5', 'without payers it is 400', status(400))],
		},
		{
			asks: 'creates one whose payer has neither e-mail nor phone',
			send: (world) =>
				post(create, simplified(world, world.own('unreached-payer'), { payersInfo: [{ firstName: 'Ann' }] })),
			expects: refusedBy('bluetape.md 4.5', 400),
		},
		{
			asks: 'creates one with days in place of timestamps',
			send: (world) => {
				const days = { invoiceDate: world.day(), dueDate: world.day(30), expirationDate: world.day(30) };
				return post(create, simplified(world, world.own('simple-days'), days));
			},
			expects: [unknown('bluetape.md C17', 'whether days are taken here', readings)],
			writes: true,
		},
		{
			asks: 'updates it',
			send: (world) =>
				put(path(world.the('simplified invoice')), update(simplified(world, world.own('update')))),
			expects: [
				documented('bluetape.md #21', 'it is 202', status(202)),
				documented('bluetape.md #21', 'details.totalAmount and no blueTapeId', gives(simplifiedUpdate)),
			],
		},
		{
			asks: 'updates one that does not exist',
			send: (world) => put(path(world.own('nothing')), update(simplified(world, world.own('update')))),
			expects: refusedBy('bluetape.md #21', 404),
		},
		{
			asks: 'tells its status',
			send: (world) => get(at`/invoice/${world.the('simplified invoice')}/status`),
			expects: [inferred('bluetape.md 4.5', 'the ordinary endpoint tells its status', status(200))],
		},
		{
			asks: 'gives the link to pay it',
			send: (world) => get(at`/invoice/${world.the('simplified invoice')}/checkout`),
			expects: [documented('bluetape.md 4.5', 'checkout works', status(200))],
		},
		{
			asks: 'cancels it',
			send: (world) => put(at`/invoice/${world.the('simplified invoice')}/cancel`, {}),
			expects: [inferred('bluetape.md 4.5', 'the ordinary endpoint cancels it', taken)],
		},
	],
};
