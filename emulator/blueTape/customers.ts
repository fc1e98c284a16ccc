import { refuse, refuseBy } from './refusal';
import { on } from './route';
import { customerCreate, customerUpdate } from './schemas/customer';
import { customerCreditInfo } from './credit';
import { notify, usableEmail, usablePhone } from './notifications';
import { newBlueTapeId, type BlueTapeState, type Customer } from './state';

type Reach = Pick<Customer, 'emailAddress' | 'cellPhoneNumber'>;

export function findCustomer(state: BlueTapeState, id: string): Customer {
	const customer = state.customers.get(id);
	if (!customer) throw refuse('customer_does_not_exist');
	return customer;
}

export const isDraft = (customer: Reach) =>
	!usableEmail(customer.emailAddress) || !usablePhone(customer.cellPhoneNumber);

export const signUpUrl = (state: BlueTapeState, customer: Customer) =>
	`${state.origin}/emulator/bluetape/signup?account=${encodeURIComponent(state.accountId)}&id=${encodeURIComponent(customer.id)}`;

const digits = (value: string) => value.replace(/\D/g, '');

/** Phone and e-mail are unique across customers (bluetape.md trap 4); empty ones do not count. */
function checkUnique(state: BlueTapeState, id: string, { emailAddress, cellPhoneNumber }: Reach): void {
	const email = emailAddress.trim().toLowerCase();
	const phone = digits(cellPhoneNumber);
	for (const other of state.customers.values()) {
		if (other.id === id) continue;
		const sameEmail = email !== '' && other.emailAddress.trim().toLowerCase() === email;
		const samePhone = phone !== '' && digits(other.cellPhoneNumber) === phone;
		if (sameEmail || samePhone) throw refuse('customer_with_phone_or_email_already_exist');
	}
}

type NewCustomer = Pick<
	Customer,
	'id' | 'firstName' | 'lastName' | 'emailAddress' | 'cellPhoneNumber' | 'sourceModifiedDate' | 'companyId'
>;

/** Would this customer be taken? Throws a refusal if not. */
export function checkNewCustomer(state: BlueTapeState, sent: NewCustomer): void {
	if (state.customers.has(sent.id)) throw refuseBy(409, 'Customer already exists.');
	checkUnique(state, sent.id, sent);
}

/** Stores a checked customer and invites the person to sign up. */
export function addCustomer(state: BlueTapeState, sent: NewCustomer): Customer {
	const customer: Customer = {
		...sent,
		blueTapeId: newBlueTapeId(),
		isDraft: isDraft(sent),
		isRegistered: false,
	};
	state.customers.set(customer.id, customer);
	if (!customer.isDraft) {
		notify(state, customer, { about: 'customer', id: customer.id, why: 'invitation to sign up' });
	}
	return customer;
}

export const customerRoutes = [
	on(
		'POST /integration/customer',
		{ accepts: customerCreate, invalid: 'customer_invalid_data' },
		({ state, sent }) => {
			checkNewCustomer(state, sent);
			const company = sent.companyId === undefined ? undefined : state.companies.get(sent.companyId);
			if (sent.companyId !== undefined && !company) throw refuse('company_customer_does_not_exist');
			if (company?.customerId) throw refuse('company_can_have_only_one_customer');
			const customer = addCustomer(state, sent);
			if (company) company.customerId = customer.id;
			return {
				status: 201,
				body: { blueTapeId: customer.blueTapeId, signUpUrl: signUpUrl(state, customer) },
			};
		},
	),
	on(
		'PUT /integration/customer/:id',
		{ accepts: customerUpdate, invalid: 'customer_invalid_data' },
		({ state, id, sent }) => {
			const customer = findCustomer(state, id);
			checkUnique(state, id, sent);
			Object.assign(customer, sent, { isDraft: isDraft(sent) });
			return { status: 202, body: { blueTapeId: customer.blueTapeId } };
		},
	),
	on('GET /integration/customer/:id/creditInfo', {}, ({ state, id }) => ({
		status: 200,
		body: customerCreditInfo(state, findCustomer(state, id)),
	})),
	on('GET /integration/customer/:id/signup', {}, ({ state, id }) => ({
		status: 200,
		body: { signUpUrl: signUpUrl(state, findCustomer(state, id)) },
	})),
];
