import { isGood, member } from '../answer';
import { documented, gives, status, when } from '../checks';
import type { Topic } from '../question';
import type { World } from '../world';
import { company } from './bodies';
import { companyCredit } from './schemas';
import { get, post } from '../sending';
import { at, refusedAs, refusedSaying, succeeds } from './statements';

const link = (companyId: string, customerId: string) =>
	post(at`/company/${companyId}/customer`, { customerId });
/** The person's company, which stays from run to run as the person does. */
const own = (world: World) => `${world.personPrefix}-company`;

/** Which customer belongs to which company (bluetape.md trap 2). */
export const links: Topic = {
	name: 'Companies and customers',
	questions: [
		{
			asks: "creates the person's company",
			send: (world) => post(at`/company`, company(world, own(world))),
			keep: ({ status: is }, world) =>
				world.learn("the person's company", is < 300 || is === 409 ? own(world) : ''),
			expects: [
				documented('bluetape.md #1', 'it is 201, or 409 if an earlier run has made it', {
					...{ created: status(201), 'there since an earlier run': status(409) },
				}),
			],
		},
		{
			asks: 'links the person to it',
			send: (world) => link(world.the("the person's company"), world.the('customer')),
			expects: [
				documented('bluetape.md C9', 'it is 201, or 200 as in a sample; 409 once the person has registered', {
					...{ '201': status(201), '200': status(200) },
					registered: when(
						(answer) =>
							answer.status === 409 &&
							/registered/.test(String(member(answer, 'code')) + String(member(answer, 'reason'))),
					),
				}),
				...succeeds('bluetape.md #3', 201).slice(1),
			],
		},
		{
			asks: 'links a second customer to it',
			send: (world) => link(world.the("the person's company"), world.the('draft')),
			expects: refusedAs('company_can_have_only_one_customer', 409),
		},
		{
			asks: 'links the person to another company',
			send: (world) => link(world.the('company'), world.the('customer')),
			expects: refusedAs('customer_company_change', 409),
		},
		{
			asks: 'links a customer that does not exist',
			send: (world) => link(world.the('company'), world.own('nothing')),
			expects: refusedSaying('bluetape.md #3', 404, 'Customer not found.'),
		},
		{
			asks: 'links a company that does not exist',
			send: (world) => link(world.own('nothing'), world.the('customer')),
			expects: refusedAs('company_customer_does_not_exist', 404),
		},
		{
			asks: "tells the credit by the person's e-mail address, when no company has the id",
			send: (world) => get(at`/company/${world.own('nothing')}/creditInfo`, { email: world.person.email }),
			expects: [
				documented('bluetape.md 4.10', 'e-mail and phone find it', when(isGood)),
				documented('bluetape.md 5.4', 'the fields of the sample', {
					...{ beside: gives(companyCredit.beside), inside: gives(companyCredit.inside) },
				}),
			],
		},
	],
};
