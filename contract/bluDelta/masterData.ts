import type { Topic } from '../question';
import { post } from '../sending';
import { succeeds } from './statements';

const row = ['CONTRACT-TEST', 'Contract Test', '1 Test Street', '62701', 'Springfield', 'US', '', ''];

/** The deprecated upload of lists (bludelta.md 5.5). */
export const masterData: Topic = {
	name: 'Master data',
	questions: [
		{
			asks: 'takes a list of clients',
			risk: 'it may replace the list of clients; --with-risks asks it',
			send: () =>
				post('/upload/resource', {
					...{ Name: 'contract', Description: 'A test of the contract', Type: 'ClientMasterData' },
					...{
						FileName: 'contract.csv',
						File: Buffer.from(row.map((value) => `"${value}"`).join('\t')).toString('base64'),
					},
				}),
			expects: succeeds('bludelta.md #6', 'bludelta.md 5.5'),
		},
	],
};
