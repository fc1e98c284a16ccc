import { isGood, member } from '../answer';
import { documented, given, taken, unknown, when } from '../checks';
import type { Question, Topic } from '../question';
import { get, post } from '../sending';
import { invoice, quote } from './bodies';
import { at } from './statements';

const create = at`/invoice`;
const readings = { taken, refused: when(({ status }) => status >= 400) };

const legacy = ['open', 'draft', 'paid', 'partiallyPaid', 'unknown', 'void'].flatMap((word): Question[] => [
	{
		asks: `creates an invoice with the older status ${word}`,
		send: (world) => post(create, invoice(world, world.own(`status-${word}`), { status: word })),
		keep: (answer, world) =>
			world.learn(`invoice that is ${word}`, isGood(answer) ? world.own(`status-${word}`) : ''),
		expects: [documented('bluetape.md C1', 'the older words are taken', taken)],
		writes: word === 'open',
	},
	{
		asks: 'tells its status',
		send: (world) => get(at`/invoice/${world.the(`invoice that is ${word}`)}/status`),
		expects: [
			unknown('bluetape.md C1', `what becomes of ${word}`, {
				...Object.fromEntries(
					['Placed', 'Draft', 'Paid', 'Canceled', 'Failed', word].map((now) => [
						`it is ${now}`,
						given(
							isGood,
							when((answer) => member(answer, 'status') === now),
						),
					]),
				),
			}),
		],
	},
]);

/** Ways of writing that the sources have beside each other: each on an invoice of its own. */
const ways: Array<[string, string, string, (world: Parameters<Question['send']>[0]) => object]> = [
	['a status in small letters', 'bluetape.md C13', 'status', () => ({ status: 'placed' })],
	[
		'days as timestamps',
		'bluetape.md C17',
		'days',
		(world) => ({ invoiceDate: world.moment(), dueDate: world.moment(30), expirationDate: world.moment(30) }),
	],
	[
		'sourceModifiedDate as a day',
		'bluetape.md C18',
		'moment',
		(world) => ({ sourceModifiedDate: world.day() }),
	],
	[
		'Commercial in Latin letters',
		'bluetape.md C5',
		'latin',
		(world) => project(world, { privateProjectDetails: { privateProjectType: 'Commercial' } }),
	],
	[
		'Commercial with a Cyrillic letter',
		'bluetape.md C5',
		'cyrillic',
		(world) => project(world, { privateProjectDetails: { privateProjectType: '\u0421ommercial' } }),
	],
	[
		"owners by the samples' names",
		'bluetape.md C3',
		'owners',
		(world) => project(world, { individualOwners: [{ lastName: 'Doe', phone: '+14155550100' }] }),
	],
	[
		"owners by the table's names",
		'bluetape.md C3',
		'propertyOwners',
		(world) =>
			project(world, { propertyIndividualOwners: [{ lastName: 'Doe', phoneNumber: '+14155550100' }] }),
	],
	['a field that nobody knows', 'bluetape.md C3', 'more', () => ({ contractTest: 'unknown' })],
	['an optional text that is empty', 'bluetape.md trap 21', 'empty', () => ({ quoteRefNumber: '' })],
	['an optional field that is null', 'bluetape.md trap 21', 'null', () => ({ salesInfo: null })],
];

const project = (world: Parameters<Question['send']>[0], more: object) => ({
	projectDetails: { projectId: world.own('embedded'), type: 'Private', ...more },
});

/** What the sources write in several ways, or leave open: told, whichever it is. */
export const spellings: Topic = {
	name: 'Spellings',
	questions: [
		...legacy,
		...ways.map(([name, place, id, more]): Question => ({
			asks: `creates an invoice with ${name}`,
			send: (world) => post(create, invoice(world, world.own(id), more(world))),
			expects: [unknown(place, `whether ${name} is taken`, readings)],
			writes: true,
		})),
		{
			asks: 'creates a quote with a project in it',
			send: (world) => post(at`/quote`, quote(world, world.own('quote-project'), project(world, {}))),
			expects: [unknown('bluetape.md 4.8', 'whether a quote takes projectDetails', readings)],
			writes: true,
		},
	],
};
