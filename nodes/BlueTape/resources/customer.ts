import { email, phone, reference, text } from '../../shared/field';
import { type Shape } from '../../shared/table/notes';
import { operation, resource } from '../../shared/table/operation';
import { bareLink, linkReader } from '../answerFields';
import { countryCodes } from '../countryCodes';
import { REPLACES, upsert } from '../upsert';
import { customerId, newCustomerId } from './ownIds';
import { sourceModifiedDate } from './sourceModifiedDate';

// bluetape.md 4.3
const details = {
	firstName: text({ description: 'First name of the main contact' }),
	lastName: text({ description: 'Last name of the main contact' }),
	emailAddress: email({ description: 'BlueTape writes its notifications to this address' }),
	cellPhoneNumber: phone({ description: 'BlueTape sends its text messages to this number' }),
	sourceModifiedDate,
} satisfies Shape;

/** A customer inside a company, and by itself. */
export const customerBody = { id: newCustomerId, ...details } satisfies Shape;

const create = operation({
	name: 'Create',
	action: 'Create customer',
	route: 'POST /integration/customer',
	body: {
		...customerBody,
		companyId: reference({
			label: 'Company ID',
			description: 'Your own ID of an existing company, to link the customer to. A link cannot be undone.',
		}),
	},
	bodySource: true,
	effects: 'BlueTape sends this person e-mail and SMS, now or with the first invoice, unless Dry Run is on',
	...countryCodes(),
	example: {
		blueTapeId: 'fb5637b2e5f3',
		signUpUrl: 'https://www.bluetape.com/signup?invite=fb5637b2e5f3',
		customerId: 'CUS-1001',
	},
});

const update = operation({
	name: 'Update',
	action: 'Update customer',
	description: 'Change name, e-mail address or mobile number of a customer',
	route: 'PUT /integration/customer/{customerId}',
	path: { customerId },
	body: details,
	bodySource: true,
	effects: REPLACES,
	...countryCodes(),
	example: { blueTapeId: 'fb5637b2e5f3', customerId: 'CUS-1001' },
});

const readSignUp = linkReader(
	'signUpUrl',
	['signupurl', 'signuplink', 'signup', 'inviteurl', 'invitelink', 'registrationurl'],
	[
		'BlueTape sent no sign-up link',
		'The customer may have registered already: look in BlueTape, then run this again',
	],
);

/** Customers: the people who are asked to pay. */
export const customer = resource({
	name: 'Customer',
	description: 'The person who is asked to pay',
	operations: {
		create,
		update,
		upsert: upsert(create, update),
		getCreditInfo: operation({
			name: 'Get Credit Info',
			action: 'Get credit info of customer',
			description:
				"Get limit, balance and past due amount. BlueTape's documentation calls 'balance' the available amount in one place and the unpaid one in another",
			route: 'GET /integration/customer/{customerId}/creditInfo',
			path: { customerId },
			example: { limit: 1000, balance: 5000, pastDueAmount: 450, customerId: 'CUS-1001' },
		}),
		getSignUpDetails: operation({
			name: 'Get Sign-Up Details',
			action: 'Get sign up details of customer',
			description:
				'Get the link by which the customer registers. Whoever has the link can use it: treat it like a password',
			route: 'GET /integration/customer/{customerId}/signup',
			path: { customerId },
			read: readSignUp,
			bareText: bareLink,
			example: { signUpUrl: 'https://www.bluetape.com/signup?invite=fb5637b2e5f3', customerId: 'CUS-1001' },
		}),
	},
});
