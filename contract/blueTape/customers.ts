import { different, documented, gives, status, when } from '../checks';
import { isGood, member, outline, type Answer } from '../answer';
import type { Check, Expectation, Topic } from '../question';
import { customer, unreachable, update } from './bodies';
import { customerCredit, newCustomer, signUp } from './schemas';
import { get, post, put } from '../sending';
import { at, refusedAs, refusedBy, refusedSaying, succeeds, withoutEach } from './statements';

const create = at`/customer`;
const path = (id: string, rest = '') => at`/customer/${id}` + rest;

const reason = (answer: Answer) => `${String(member(answer, 'code'))} ${String(member(answer, 'reason'))}`;
const isTaken = (answer: Answer) => answer.status === 409 && /phone|mail/i.test(reason(answer));
const isThere = (answer: Answer) =>
	answer.status === 409 && /exist/i.test(reason(answer)) && !isTaken(answer);
const others: Check = (answer) =>
	isTaken(answer)
		? { is: 'unclear', seen: 'another customer has this e-mail or phone: take others' }
		: different(outline(answer));

/** Somebody can be a customer once only (bluetape.md trap 4), so this one stays from run to run. */
const there: Expectation[] = [
	documented('bluetape.md #5', 'it is 201, or 409 if an earlier run has made it', {
		...{ created: status(201), 'there since an earlier run': when(isThere), others },
	}),
];

export const customers: Topic = {
	name: 'Customers',
	questions: [
		{
			asks: 'creates a customer whom nobody can write to',
			send: (world) => post(create, unreachable(world, world.own('draft'))),
			keep: (answer, world) => world.learn('draft', isGood(answer) ? world.own('draft') : ''),
			expects: [
				documented('bluetape.md trap 3', 'it is kept as a draft', when(isGood)),
				documented(
					'bluetape.md 5.2',
					'the answer has blueTapeId, and signUpUrl on the newer site',
					gives(newCustomer),
				),
			],
		},
		{
			asks: 'creates it again',
			send: (world) => post(create, unreachable(world, world.the('draft'))),
			expects: refusedSaying('bluetape.md #5', 409, 'Customer already exists.'),
		},
		{
			asks: 'creates the person as a customer',
			send: (world) => post(create, customer(world, `${world.personPrefix}-customer`)),
			keep: (answer, world) => {
				const isCustomer = isGood(answer) || isThere(answer);
				world.learn('customer', isCustomer ? `${world.personPrefix}-customer` : '');
			},
			expects: there,
			writes: true,
		},
		{
			asks: 'creates another with the same e-mail and phone',
			send: (world) => post(create, customer(world, world.own('twin'))),
			expects: refusedAs('customer_with_phone_or_email_already_exist', 409),
		},
		{
			asks: 'creates one for a company that does not exist',
			send: (world) =>
				post(create, { ...unreachable(world, world.own('orphan')), companyId: world.own('nothing') }),
			expects: refusedAs('company_customer_does_not_exist', 404),
		},
		{
			asks: 'updates it',
			send: (world) => put(path(world.the('customer')), update(customer(world, ''))),
			expects: succeeds('bluetape.md #6', 202),
		},
		{
			asks: 'updates one that does not exist',
			send: (world) => put(path(world.own('nothing')), update(unreachable(world, world.own('nothing')))),
			expects: refusedSaying('bluetape.md #6', 404, 'Customer not found.'),
		},
		{
			asks: 'tells its credit',
			send: (world) => get(path(world.the('customer'), '/creditInfo')),
			expects: [
				documented('bluetape.md #7', 'it is 200', status(200)),
				documented('bluetape.md 5.3', 'the answer has limit, balance, pastDueAmount', gives(customerCredit)),
			],
		},
		{
			asks: 'tells the credit of one that does not exist',
			send: (world) => get(path(world.own('nothing'), '/creditInfo')),
			expects: refusedSaying('bluetape.md #7', 404, 'Customer not found.'),
		},
		{
			asks: 'gives the link to register',
			send: (world) => get(path(world.the('customer'), '/signup')),
			expects: [
				documented('bluetape.md #8', 'it is 200', status(200)),
				documented('bluetape.md 5.2', 'the answer has signUpUrl', gives(signUp)),
			],
		},
		{
			asks: 'gives the link of one that does not exist',
			send: (world) => get(path(world.own('nothing'), '/signup')),
			expects: refusedBy('bluetape.md #8', 404),
		},
		...withoutEach(
			'creates a customer',
			['id', 'firstName', 'lastName', 'emailAddress', 'cellPhoneNumber', 'sourceModifiedDate'],
			'bluetape.md 4.3',
			create,
			unreachable,
		),
	],
};
