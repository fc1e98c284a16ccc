import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { member, type Answer } from '../answer';
import { different, documented, inferred, unknown } from '../checks';
import type { Check, Topic } from '../question';
import { get } from '../sending';
import { doneGives, guid, ifDone, refusedSomehow, succeeds, ways } from './statements';

const moment = z
	.string()
	.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{2,3}Z$/, 'no moment with Z and two or three decimals');
const entered = z.array(z.object({ State: z.string(), Timestamp: z.string() }).strict()).min(1);
const container = z
	.object({
		DocumentContainerId: guid,
		DocumentContainerStates: entered,
		DocumentStateReports: z.array(z.object({ DocumentId: guid, DocumentStates: entered }).strict()),
	})
	.strict();
const list = z.array(container);
const moments = z
	.object({
		InvoiceContainerStates: z.array(
			z
				.object({ DocumentContainerStates: z.array(z.object({ Timestamp: moment }).passthrough()) })
				.passthrough(),
		),
	})
	.passthrough();

/** Names of the states of the first document, in the order of the answer. */
export function statesIn(answer: Answer): string[] {
	const read = list.safeParse(member(answer, 'InvoiceContainerStates'));
	const documents = read.success ? read.data.flatMap(({ DocumentStateReports }) => DocumentStateReports) : [];
	return documents[0]?.DocumentStates.map(({ State }) => State) ?? [];
}

const isReleased = (answer: Answer) =>
	['Released', 'Downloaded', 'Confirmed'].some((state) => statesIn(answer).includes(state));

const newestFirst: Check = ifDone((answer) => {
	const states = statesIn(answer);
	if (states.length < 2) return { is: 'unclear', seen: `only ${states.join() || 'no state'}` };
	return states.at(-1) === 'New' ? undefined : different(`${states[0]} comes first, ${states.at(-1)} last`);
});

const known = ['New', 'NeedForAction', 'Autoprocessed', 'Validated', 'Released', 'Downloaded', 'Confirmed'];
const named: Check = ifDone((answer) => {
	const other = statesIn(answer).filter((state) => ![...known, 'Error', 'Deleted'].includes(state));
	return other.length ? different(other.join()) : undefined;
});

const of = (...ids: string[]) => get('/invoiceContainer/state', { containerIds: ids.join() });
const count = (number: number): Check =>
	doneGives(z.object({ InvoiceContainerStates: list.length(number) }).passthrough());

export const states: Topic = {
	name: 'States',
	questions: [
		{
			asks: 'tells what became of a container, once it is released',
			send: (world) => of(world.the('container')),
			until: isReleased,
			keep: (answer, world) => world.learn('released document', isReleased(answer) ? 'yes' : ''),
			expects: [
				...succeeds('bludelta.md #8', 'bludelta.md 5.7', { InvoiceContainerStates: list }),
				documented('bludelta.md 3', 'moments are UTC with two or three decimals', doneGives(moments)),
				documented('bludelta.md 5.7', 'the states are those of the list', named),
				inferred('bludelta.md 5.7', 'the newest state comes first', newestFirst),
			],
		},
		{
			asks: 'tells it by ContainerIds',
			send: (world) => get('/invoiceContainer/state', { ContainerIds: world.the('container') }),
			expects: [inferred('bludelta.md 4', 'the parameter is taken in any letter case', count(1))],
		},
		{
			asks: 'tells of two containers',
			send: (world) => of(world.the('container'), world.the('second container')),
			until: (answer) => !!member(answer, 'InvoiceContainerStates'),
			expects: [documented('bludelta.md #8', 'several ids have commas between', count(2))],
		},
		{
			asks: 'tells of a container that does not exist',
			send: () => of(randomUUID()),
			expects: [
				unknown('bludelta.md 5.7', 'what an unknown id gets', { 'an empty list': count(0), ...ways }),
			],
		},
		{
			asks: 'tells of what is no id',
			send: () => of('contract'),
			expects: [unknown('bludelta.md 10', 'what a bad id gets', ways)],
		},
		{
			asks: 'tells of 101 containers',
			send: () => of(...Array.from({ length: 101 }, () => randomUUID())),
			expects: refusedSomehow('bludelta.md 3', 'more than 100 ids are refused'),
		},
	],
};
