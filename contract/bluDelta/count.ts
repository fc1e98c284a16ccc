import { z } from 'zod';
import { unknown } from '../checks';
import type { Topic } from '../question';
import { get } from '../sending';
import { succeeds, ways } from './statements';

const of = (state: string) => get('/count/invoices', { state });
const known = ['New', 'Autoprocessed', 'NeedForAction', 'Validated', 'Released', 'Downloaded', 'Error'];

/** How many documents are in a state, and how the states are spelt. */
export const count: Topic = {
	name: 'Count',
	questions: [
		...[...known, 'New,Autoprocessed'].map((state) => ({
			asks: `counts what is ${state}`,
			send: () => of(state),
			expects: succeeds('bludelta.md #7', 'bludelta.md 5.6', { Count: z.number().int() }),
		})),
		...['Confirmed', 'Confirmend'].map((state) => ({
			asks: `counts what is ${state}`,
			send: () => of(state),
			expects: [unknown('bludelta.md 5.6', `whether ${state} is taken`, ways)],
		})),
		{
			asks: 'counts what is in a state that does not exist',
			send: () => of('Contract'),
			expects: [unknown('bludelta.md 10', 'what a bad name of a state gets', ways)],
		},
	],
};
