import type { Topic } from '../question';
import { put } from '../sending';
import { invoice, update } from './bodies';
import { at, refusedAs, refusedBy, refusedSaying, succeedsEmpty } from './statements';

const path = (id: string, rest = '') => at`/invoice/${id}` + rest;

/** The end of the invoice of the questions before. */
export const cancellation: Topic = {
	name: 'Cancelling',
	questions: [
		{
			asks: 'cancels an invoice',
			send: (world) => put(path(world.the('invoice'), '/cancel'), {}),
			expects: succeedsEmpty('bluetape.md #11', 202),
		},
		{
			asks: 'cancels it again',
			send: (world) => put(path(world.the('invoice'), '/cancel'), {}),
			expects: refusedSaying('bluetape.md #11', 409, 'Invoice already canceled.'),
		},
		{
			asks: 'cancels one that does not exist',
			send: (world) => put(path(world.own('nothing'), '/cancel'), {}),
			expects: refusedBy('bluetape.md #11', 404),
		},
		{
			asks: 'updates a cancelled invoice',
			send: (world) => put(path(world.the('invoice')), update(invoice(world, world.own('update')))),
			expects: refusedAs('invoice_already_cancelled', 409),
		},
	],
};
