import { list, optional, optionalText, text } from '../../shared/field';
import { type Shape } from '../../shared/table/notes';
import { operation, resource } from '../../shared/table/operation';
import { countryCodes } from '../countryCodes';
import { REPLACES, upsert } from '../upsert';
import { creditDetails } from './creditDetails';
import { customerBody } from './customer';
import { companyId, customerId, newCompanyId } from './ownIds';
import { sourceModifiedDate } from './sourceModifiedDate';

// bluetape.md 4.1
const details = {
	businessName: text({ description: 'Legal or trade name' }),
	businessAddress: text({ description: 'The whole address in one line' }),
	businessPhoneNumber: optionalText({ placeholder: 'e.g. +12025550123' }),
	businessDisplayName: optionalText(),
	creditDetails: optional(creditDetails),
	sourceModifiedDate,
} satisfies Shape;

const create = operation({
	name: 'Create',
	action: 'Create company',
	route: 'POST /integration/company',
	body: {
		id: newCompanyId,
		...details,
		// The newer page shows two customers and allows one (bluetape.md C14).
		customers: optional(
			list('Customer', customerBody, {
				max: 1,
				label: 'Customer',
				description: "The company's one customer, created with it",
			}),
		),
	},
	bodySource: true,
	effects:
		'With a customer: BlueTape sends this person e-mail and SMS, now or with the first invoice, unless Dry Run is on',
	...countryCodes('customers'),
	example: {
		blueTapeId: 'fb5637b2e5f3',
		signUpUrls: [
			{ customerId: 'CUS-1001', signUpUrl: 'https://www.bluetape.com/signup?invite=fb5637b2e5f3' },
		],
		companyId: 'COM-1001',
	},
});

const update = operation({
	name: 'Update',
	action: 'Update company',
	description: 'Change name, address or credit details of a company',
	route: 'PUT /integration/company/{companyId}',
	path: { companyId },
	body: details,
	bodySource: true,
	effects: REPLACES,
	example: { blueTapeId: 'fb5637b2e5f3', companyId: 'COM-1001' },
});

/** Companies: the businesses that customers act for. */
export const company = resource({
	name: 'Company',
	description: 'The business that a customer acts for',
	operations: {
		create,
		update,
		upsert: upsert(create, update),
		linkCustomer: operation({
			name: 'Link Customer',
			action: 'Link customer to company',
			description: 'Link an existing customer to an existing company',
			route: 'POST /integration/company/{companyId}/customer',
			path: { companyId },
			body: { customerId },
			effects:
				'A link cannot be undone: a company takes one customer, and a customer cannot move to another company',
			example: { blueTapeId: 'fb5637b2e5f3', companyId: 'COM-1001' },
		}),
		getCreditInfo: operation({
			name: 'Get Credit Info',
			action: 'Get credit info of company',
			description: 'Get credit limit, available credit and what is overdue',
			route: 'GET /integration/company/{companyId}/creditInfo',
			path: { companyId },
			query: {
				phone: optionalText({
					description: 'Used when no company has this ID',
					placeholder: 'e.g. +12025550123',
				}),
				email: optionalText({
					description: 'Used when no company has this ID',
					placeholder: 'e.g. nathan@example.com',
				}),
			},
			example: {
				creditInfo: {
					accountStatus: 'active',
					availableCredit: 133560,
					limit: 134000,
					balance: 440,
					pastDueAmount: 0,
					creditType: 'LOC',
				},
				isCompanyRegistered: true,
				creditApplicationStatus: 'applicationNotSubmitted',
				externalCompanyId: 'COM-1001',
				customerInfos: [{ externalCustomerId: 'CUS-1001', isRegistered: true }],
				companyId: 'COM-1001',
			},
		}),
	},
});
