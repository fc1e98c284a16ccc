import Big from 'big.js';
import type { BlueTapeState, Customer, Invoice } from './state';

const settled = ['Paid', 'Canceled', 'Draft'];

/** What is still to be paid of an invoice. */
export const outstanding = (invoice: Invoice) =>
	settled.includes(invoice.status) ? 0 : Big(invoice.amountDue).minus(invoice.paid).toNumber();

const sum = (values: number[]) => values.reduce((total, value) => total.plus(value), Big(0)).toNumber();

/** The figures behind every credit object. */
function account(state: BlueTapeState, customer: Customer | undefined) {
	const invoices = [...state.invoices.values()].filter(
		({ customerId }) => customer !== undefined && customerId === customer.id,
	);
	const today = Date.parse(state.clock.today());
	const overdue = (from: number, to: number) =>
		sum(
			invoices
				.filter(({ dueDate }) => {
					const days = (today - Date.parse(dueDate)) / 86_400_000;
					return days >= from && days <= to;
				})
				.map(outstanding),
		);
	const unpaid = sum(invoices.map(outstanding));
	const limit = customer?.creditLimit;
	return {
		limit,
		unpaid,
		available: limit === undefined ? undefined : Big(limit).minus(unpaid).toNumber(),
		overdue,
		processing: sum(invoices.filter(({ status }) => status === 'PaymentProcessing').map(outstanding)),
	};
}

/** bluetape.md 5.3: here `balance` is what is still available. */
export function customerCreditInfo(state: BlueTapeState, customer: Customer | undefined) {
	const { limit = 0, available = 0, overdue } = account(state, customer);
	return { limit, balance: available, pastDueAmount: overdue(1, Infinity) };
}

/** bluetape.md 5.5: here `balance` is what is unpaid; the figures of an unapproved customer are empty. */
export function creditInfo(state: BlueTapeState, customer: Customer | undefined) {
	const { limit, unpaid, available, overdue, processing } = account(state, customer);
	return {
		accountStatus: 'active',
		masterStatus: 'active',
		pastDue30: overdue(1, 30),
		pastDue60: overdue(31, 60),
		pastDue90: overdue(61, 90),
		pastDue90Plus: overdue(91, Infinity),
		availableCredit: available ?? null,
		limit: limit ?? null,
		balance: unpaid,
		pastDueAmount: limit === undefined ? null : overdue(1, Infinity),
		processingAmount: processing,
		creditType: 'LOC',
		automatedDrawApprovalInfo: {
			isEnabled: false,
			singleDrawMaxLimit: 0,
			creditLimitPercentageAvailableToUseAutomatically: 0,
			dailyLimit: 0,
			weeklyLimit: 0,
		},
	};
}
