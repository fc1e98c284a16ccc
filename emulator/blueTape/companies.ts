import { creditInfo } from './credit';
import { addCustomer, checkNewCustomer, findCustomer, signUpUrl } from './customers';
import { refuse, refuseBy } from './refusal';
import { on } from './route';
import { companyCreate, companyLink, companyUpdate } from './schemas/company';
import { newBlueTapeId, type BlueTapeState, type Company } from './state';

function findCompany(state: BlueTapeState, id: string): Company {
	const company = state.companies.get(id);
	if (!company) throw refuseBy(404, 'Company not found.');
	return company;
}

/** By phone or e-mail of the company or its customer, when the id finds nothing (bluetape.md 4.10). */
function companyByContact(state: BlueTapeState, phone?: string, email?: string): Company | undefined {
	return [...state.companies.values()].find((company) => {
		const customer = state.customers.get(company.customerId ?? '');
		return (
			(phone && (company.businessPhoneNumber === phone || customer?.cellPhoneNumber === phone)) ||
			(email && customer?.emailAddress.toLowerCase() === email.toLowerCase())
		);
	});
}

function companyCreditInfo(state: BlueTapeState, company: Company) {
	const customer = state.customers.get(company.customerId ?? '');
	const credit = creditInfo(state, customer);
	const registered = customer?.isRegistered ?? false;
	const rest = {
		isCompanyRegistered: registered,
		// Only the first word is documented; the other is inference.
		creditApplicationStatus: registered ? 'applicationApproved' : 'applicationNotSubmitted',
		externalCompanyId: company.id,
		customerInfos: customer ? [{ externalCustomerId: customer.id, isRegistered: registered }] : [],
	};
	return state.settings.companyCreditFields === 'inside'
		? { creditInfo: { ...credit, ...rest } }
		: { creditInfo: credit, ...rest };
}

const bySource = (state: BlueTapeState, table: number) =>
	state.settings.companyStatus === 'table' ? table : 200;

export const companyRoutes = [
	on(
		'POST /integration/company',
		{ accepts: companyCreate, invalid: 'customer_invalid_data' },
		({ state, sent: { customers, ...sent } }) => {
			if (state.companies.has(sent.id)) throw refuseBy(409, 'Company already exists.');
			if (customers && customers.length > 1) throw refuse('company_can_have_only_one_customer');
			customers?.forEach((customer) => checkNewCustomer(state, customer));
			const company: Company = { ...sent, blueTapeId: newBlueTapeId() };
			state.companies.set(company.id, company);
			const signUpUrls = customers?.map((one) => {
				const customer = addCustomer(state, { ...one, companyId: company.id });
				company.customerId = customer.id;
				return { customerId: customer.id, signUpUrl: signUpUrl(state, customer) };
			});
			return { status: 201, body: { blueTapeId: company.blueTapeId, ...(signUpUrls && { signUpUrls }) } };
		},
	),
	on(
		'PUT /integration/company/:id',
		{ accepts: companyUpdate, invalid: 'customer_invalid_data' },
		({ state, id, sent }) => {
			const company = Object.assign(findCompany(state, id), sent);
			return { status: bySource(state, 202), body: { blueTapeId: company.blueTapeId } };
		},
	),
	on(
		'POST /integration/company/:id/customer',
		{ accepts: companyLink, invalid: 'customer_invalid_data' },
		({ state, id, sent }) => {
			const company = state.companies.get(id);
			if (!company) throw refuse('company_customer_does_not_exist');
			const customer = findCustomer(state, sent.customerId);
			if (customer.isRegistered) throw refuse('customer_already_registered');
			if (customer.companyId && customer.companyId !== id) throw refuse('customer_company_change');
			if (company.customerId && company.customerId !== customer.id) {
				throw refuse('company_can_have_only_one_customer');
			}
			company.customerId = customer.id;
			customer.companyId = id;
			return { status: bySource(state, 201), body: { blueTapeId: company.blueTapeId } };
		},
	),
	on(
		'GET /integration/company/:id/creditInfo',
		{ query: ['phone', 'email'] },
		({ state, id, query: { phone, email } }) => {
			const company = state.companies.get(id) ?? companyByContact(state, phone, email);
			return { status: 200, body: companyCreditInfo(state, company ?? findCompany(state, id)) };
		},
	),
];
