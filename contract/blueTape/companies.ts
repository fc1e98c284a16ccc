import { member } from '../answer';
import { documented, gives, inferred, status, when } from '../checks';
import type { Topic } from '../question';
import { company, update } from './bodies';
import { companyCredit } from './schemas';
import { get, post, put } from '../sending';
import { at, refusedBy, refusedSaying, succeeds, withoutEach } from './statements';

const path = (id: string, rest = '') => at`/company/${id}` + rest;
const create = at`/company`;

/** Companies without a customer; the link is asked with the customers. */
export const companies: Topic = {
	name: 'Companies',
	questions: [
		{
			asks: 'creates a company',
			send: (world) => post(create, company(world, world.own('company'))),
			keep: ({ status: is }, world) => world.learn('company', is < 300 ? world.own('company') : ''),
			expects: succeeds('bluetape.md #1', 201),
		},
		{
			asks: 'creates it again',
			send: (world) => post(create, company(world, world.the('company'))),
			expects: refusedSaying('bluetape.md #1', 409, 'Company already exists.'),
		},
		{
			asks: 'updates it',
			send: (world) => put(path(world.the('company')), update(company(world, ''))),
			expects: [
				documented('bluetape.md C9', 'it is 202, or 200 as in a sample', {
					'202': status(202),
					'200': status(200),
				}),
				...succeeds('bluetape.md #2', 202).slice(1),
			],
		},
		{
			asks: 'updates one that does not exist',
			send: (world) => put(path(world.own('nothing')), update(company(world, ''))),
			expects: refusedSaying('bluetape.md #2', 404, 'Company not found.'),
		},
		{
			asks: 'tells its credit',
			send: (world) => get(path(world.the('company'), '/creditInfo')),
			expects: [
				documented('bluetape.md #4', 'it is 200', status(200)),
				documented('bluetape.md 5.4', 'the fields of the sample', {
					...{ beside: gives(companyCredit.beside), inside: gives(companyCredit.inside) },
				}),
				inferred(
					'bluetape.md C10',
					'they stand beside creditInfo',
					when((answer) => member(answer, 'isCompanyRegistered') !== undefined),
				),
			],
		},
		{
			asks: 'tells the credit of one that does not exist',
			send: (world) => get(path(world.own('nothing'), '/creditInfo')),
			expects: refusedBy('bluetape.md #4', 404),
		},
		...withoutEach(
			'creates a company',
			['id', 'businessName', 'businessAddress', 'sourceModifiedDate'],
			'bluetape.md 4.1',
			create,
			company,
		),
	],
};
