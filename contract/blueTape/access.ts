import { documented, given, inferred, status, when } from '../checks';
import { member } from '../answer';
import type { Question, Topic } from '../question';
import { get } from '../sending';
import { at, refusedBy } from './statements';

const nobody = (own: string) => at`/customer/${own}/creditInfo`;

const keys: Array<[string, Record<string, string>]> = [
	['without a key', { 'X-BlueTape-Key': '' }],
	['without an account', { 'X-Integration-AccountId': '' }],
	['with a wrong key', { 'X-BlueTape-Key': 'contract-wrong-key' }],
	['with a wrong account', { 'X-Integration-AccountId': 'contract-wrong-account' }],
];

const wrong = keys.map(([name, headers]): Question => ({
	asks: `is asked ${name}`,
	send: (world) => ({ ...get(nobody(world.own('nobody'))), headers }),
	expects: refusedBy('bluetape.md 1', 401),
}));

const isError = (answer: Parameters<typeof member>[0]) => typeof member(answer, 'reason') === 'string';

/** Keys, unknown paths and wrong methods. */
export const access: Topic = {
	name: 'Access',
	questions: [
		...wrong,
		{
			asks: 'is asked with good keys for a customer that does not exist',
			send: (world) => get(nobody(world.own('nobody'))),
			expects: [
				inferred(
					'bluetape.md 1',
					'good keys get 404 with code and reason',
					when((answer) => answer.status === 404 && isError(answer)),
				),
			],
		},
		{
			asks: 'has no such path',
			send: () => get(at`/contract-no-such-path`),
			expects: [
				documented('bluetape.md C19', 'an unknown path is 404', status(404)),
				inferred(
					'bluetape.md 1',
					'an unknown path has an error of another form',
					given(
						({ status: is }) => is === 404,
						when((answer) => !isError(answer)),
					),
				),
			],
		},
		{
			asks: 'does not have the method',
			send: () => ({ method: 'PATCH', path: at`/invoice`, json: {} }),
			expects: [documented('bluetape.md 9.1', 'a wrong method is 405', status(405))],
		},
	],
};
