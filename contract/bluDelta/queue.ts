import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { member, type Answer } from '../answer';
import { documented, unknown, when } from '../checks';
import type { Expectation, Question, Topic } from '../question';
import { get, post } from '../sending';
import type { World } from '../world';
import { available, below, detection, members, moment, passedOn, stateBefore, theFile } from './download';
import { statesIn } from './states';
import { doneGives, ifDone, succeeds, ways } from './statements';

const RISK = 'a download takes from all who share the queue; --with-risks asks it';

/** Documents of others stay untouched by what follows: only those of this run are confirmed. */
function keep(name: string) {
	return (answer: Answer, world: World) => {
		const own = [world.the('container'), world.the('second container')];
		const isOwn = own.includes(String(member(answer, 'InvoiceContainerId')));
		world.learn(name, isOwn ? member(answer, 'InvoiceId') : '');
	};
}

/** A question of the queue, which is asked only if nothing of others waits in it. */
function inQueue(question: Question, ...needs: string[]): Question {
	return {
		...question,
		risk: RISK,
		send(world) {
			['download queue without documents of others', 'released document', ...needs].forEach((need) =>
				world.the(need),
			);
			return question.send(world);
		},
	};
}

const next = (version: '' | '/v2' = '/v2', query?: Record<string, string>) =>
	get(`${version}/download/invoice/next`, query);
const confirm = (id: string) => post('/confirm/invoice', { InvoiceId: id });
const isAvailable: Expectation = documented(
	'bludelta.md 5.3',
	'a document is available',
	doneGives(available),
);

export const queue: Topic = {
	name: 'Queue',
	questions: [
		inQueue({
			asks: 'gives the next document',
			send: () => next(),
			keep: keep('document'),
			expects: [
				...succeeds('bludelta.md #4', 'bludelta.md 5.3', members),
				documented('bludelta.md 5.3', 'StateBeforeRelease is one of four words', stateBefore),
				documented('bludelta.md 3', 'moments are UTC with two or three decimals', doneGives(moment)),
				documented('bludelta.md 5.4', 'properties are passed on, as objects with one member', passedOn),
				documented('bludelta.md 5.3', 'the file is the one that was uploaded', theFile),
				documented(
					'bludelta.md 6.2',
					'values have Type, TypeName, Value, Score and a box',
					doneGives(detection),
				),
			],
		}),
		inQueue(
			{
				asks: 'gives the one after it, with the PDF of the result',
				send: () => next('/v2', { includeResultPdf: 'true' }),
				keep: keep('second document'),
				expects: [isAvailable],
			},
			'document',
		),
		inQueue(
			{
				asks: 'gives the first one again, as it was not confirmed',
				send: () => next(),
				expects: [
					documented(
						'bludelta.md 5.3',
						'it comes again',
						ifDone(when((answer, world) => member(answer, 'InvoiceId') === world.the('document'))),
					),
				],
			},
			'second document',
		),
		inQueue(
			{
				asks: 'gives a document in the first version',
				send: () => next(''),
				expects: [
					documented('bludelta.md #3', 'it is done', doneGives(available)),
					documented('bludelta.md 5.3', 'types fit into 32 bits', below(2 ** 30)),
				],
			},
			'second document',
		),
		inQueue({
			asks: 'takes a confirmation',
			send: (world) => confirm(world.the('document')),
			expects: succeeds('bludelta.md #5', 'bludelta.md #5'),
		}),
		inQueue({
			asks: 'takes it again',
			send: (world) => confirm(world.the('document')),
			expects: [unknown('bludelta.md #5', 'what a second confirmation gets', ways)],
		}),
		inQueue({
			asks: 'takes a confirmation of what does not exist',
			send: () => confirm(randomUUID()),
			expects: [unknown('bludelta.md #5', 'what an unknown id gets', ways)],
		}),
		inQueue(
			{
				asks: 'tells that it was confirmed',
				send: (world) =>
					get('/invoiceContainer/state', {
						containerIds: [world.the('container'), world.the('second container')].join(),
					}),
				expects: [
					documented(
						'bludelta.md 5.7',
						'the state is Confirmed',
						ifDone(
							when((answer) => String(answer.bytes).includes('"Confirmed"') && statesIn(answer).length > 0),
						),
					),
				],
			},
			'document',
		),
		inQueue(
			{ asks: 'gives the other one a third time', send: () => next(), expects: [isAvailable] },
			'second document',
		),
		inQueue(
			{
				asks: 'gives it a fourth time',
				send: () => next(),
				expects: [
					documented(
						'bludelta.md 3',
						'more than three downloads without a confirmation are 429',
						when(({ status }) => status === 429),
					),
				],
			},
			'second document',
		),
		inQueue({
			asks: 'takes the confirmation of the other one',
			send: (world) => confirm(world.the('second document')),
			expects: [unknown('bludelta.md 10', 'whether a document can be confirmed after 429', ways)],
		}),
		inQueue(
			{
				asks: 'gives nothing when the queue is empty',
				send: () => next(),
				expects: [
					documented(
						'bludelta.md 5.3',
						'Available is false',
						doneGives(z.object({ Available: z.literal(false) }).passthrough()),
					),
				],
			},
			'second document',
		),
	],
};
