import { member } from '../answer';
import { documented, inferred, unknown, when } from '../checks';
import type { Question, Topic } from '../question';
import { get, post } from '../sending';
import { done, failed, guid, refusedSomehow, succeeds, ways } from './statements';

const login = (more: object = {}) =>
	post('/create/accesstoken', {
		...{ Name: 'contract', Description: '', TimeoutSeconds: 180, ApiIdentifiers: [] },
		...more,
	});
const anything = get('/count/invoices', { state: 'Released' });
const noToken = documented(
	'bludelta.md 2',
	'it gets no token',
	when((given) => member(given, 'AccessToken') === undefined),
);

/** A token of three seconds, used before and after its end (bludelta.md 2.1). */
const short: Question[] = [
	{
		asks: 'gives a token for three seconds',
		send: () => login({ TimeoutSeconds: 3 }),
		keep: (given, world) => world.learn('short token', member(given, 'AccessToken')),
		expects: [unknown('bludelta.md 10', 'whether so short a time is taken', ways)],
	},
	...[1, 2].map((time): Question => ({
		asks: `takes it after two seconds, for the ${time === 1 ? 'first' : 'second'} time`,
		after: 2,
		send: (world) => ({ ...anything, headers: { 'X-AccessToken': world.the('short token') } }),
		expects: [documented('bludelta.md 2.1', 'each request begins the time anew', done)],
	})),
	{
		asks: 'takes it no more after five seconds',
		after: 5,
		send: (world) => ({ ...anything, headers: { 'X-AccessToken': world.the('short token') } }),
		expects: refusedSomehow('bludelta.md 2.1', 'an expired token is refused'),
	},
];

export const access: Topic = {
	name: 'Access',
	questions: [
		{
			asks: 'gives a token',
			send: () => login(),
			keep: (given, world) => world.learn('token', member(given, 'AccessToken')),
			expects: succeeds('bludelta.md #1', 'bludelta.md 5.1', { AccessToken: guid }),
		},
		{
			asks: 'gives a token for a wrong key',
			send: () => ({ ...login(), headers: { 'X-ApiKey': 'contract-wrong-key' } }),
			expects: [noToken, ...refusedSomehow('bludelta.md 2', 'a wrong key is refused')],
		},
		{
			asks: 'gives a token without an identifier',
			send: () => ({ ...login(), headers: { 'X-ApiIdentifier': '' } }),
			expects: [unknown('bludelta.md 2', 'whether the identifier may be missing', ways)],
		},
		{
			asks: 'gives a token without TimeoutSeconds',
			send: () => login({ TimeoutSeconds: undefined }),
			expects: [inferred('bludelta.md 5.1', 'TimeoutSeconds is required', failed)],
		},
		{
			asks: 'gives a token for a client that does not exist',
			send: () => login({ ApiIdentifiers: ['contract-nobody'] }),
			expects: [unknown('bludelta.md 5.1', 'what an unknown client gets', ways)],
		},
		{
			asks: 'answers without a token',
			send: () => ({ ...anything, headers: { 'X-AccessToken': '' } }),
			expects: refusedSomehow('bludelta.md 2', 'no token is refused'),
		},
		{
			asks: 'answers to a wrong token',
			send: () => ({ ...anything, headers: { 'X-AccessToken': '00000000-0000-4000-8000-000000000000' } }),
			expects: refusedSomehow('bludelta.md 2', 'a wrong token is refused'),
		},
		...short,
	],
};
