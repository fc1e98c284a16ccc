import { button, code, html, page, table, type Html } from '../shared/page';
import { outstanding } from './credit';
import { notices } from './noticeSections';
import { prefix } from './plugin';
import type { BlueTapeState, Customer, Invoice, Quote } from './state';
import type { Webhooks } from './webhooks';

const control = '/emulator/bluetape';
const path = (kind: string, id: string, action: string) =>
	`${control}/${kind}/${encodeURIComponent(id)}/${action}`;

const registerButton = ({ id, isRegistered }: Customer) =>
	isRegistered ? '' : button('Register', path('customers', id, 'register'));

function payButtons(invoice: Invoice): Html[] {
	if (invoice.status === 'Draft' || outstanding(invoice) <= 0) return [];
	const url = path('invoices', invoice.id, 'pay');
	const whole = ['card', 'ach', 'loan'].map((paymentMethod) =>
		button(`Pay by ${paymentMethod}`, url, { paymentMethod }),
	);
	return invoice.paid > 0
		? whole
		: [...whole, button('Advance 80 %', url, { advanceRate: 80, paymentMethod: 'loan' })];
}

function decideButtons({ id, status }: Quote): Html[] {
	const decide = ['approve', 'reject'].map((action) => button(action, path('quotes', id, action)));
	return [
		...(status === 'PLACED' ? decide : []),
		...(status === 'DISMISSED' ? [] : [button('dismiss', path('quotes', id, 'dismiss'))]),
	];
}

function addresses(state: BlueTapeState): Html {
	return html`<h2>BlueTape</h2>
		<p>
			Base URL ${code(state.origin + prefix)}<br />
			API key ${code(state.apiKey)}<br />Account ID ${code(state.accountId)}
		</p>`;
}

/** BlueTape's part of the status page. */
export function blueTapeSections(state: BlueTapeState, webhooks: Webhooks): Html[] {
	const { companies, customers, invoices, quotes, projects, notifications } = state;
	return [
		addresses(state),
		table(
			'Companies',
			['Id', 'Name', 'Customer'],
			[...companies.values()].map(({ id, businessName, customerId }) => [code(id), businessName, customerId]),
		),
		table(
			'Customers',
			['Id', 'Name', 'E-mail', 'State', ''],
			[...customers.values()].map((customer) => [
				code(customer.id),
				`${customer.firstName} ${customer.lastName}`,
				customer.emailAddress,
				customer.isDraft ? 'draft' : customer.isRegistered ? 'registered' : 'invited',
				registerButton(customer),
			]),
		),
		table(
			'Invoices',
			['Id', 'Number', 'Customer', 'Total', 'Paid', 'Due', 'Status', ''],
			[...invoices.values()].map((invoice) => [
				code(invoice.id),
				invoice.invoiceNumber,
				invoice.customerId ?? 'payers',
				invoice.totalAmount.toFixed(2),
				invoice.paid.toFixed(2),
				invoice.dueDate,
				invoice.status,
				payButtons(invoice),
			]),
		),
		table(
			'Quotes',
			['Id', 'Number', 'Customer', 'Total', 'Status', ''],
			[...quotes.values()].map((quote) => [
				code(quote.id),
				quote.quoteNumber,
				quote.customerId,
				quote.totalAmount.toFixed(2),
				quote.status,
				decideButtons(quote),
			]),
		),
		table(
			'Projects',
			['Id', 'Name', 'Address'],
			[...projects.values()].map(({ id, name, address }) => [code(id), name, address]),
		),
		table(
			'Messages to people',
			['Time', 'By', 'To', 'About', 'Why'],
			[...notifications]
				.reverse()
				.map(({ time, channel, to, about, id, why }) => [
					time.slice(11, 19),
					channel,
					to,
					html`${about} ${code(id)}`,
					why,
				]),
		),
		...notices(webhooks),
	];
}

/** Where a checkout link leads: the customer's own view of one invoice. */
export const checkoutPage = (invoice: Invoice) =>
	page(
		`Invoice ${invoice.invoiceNumber}`,
		html`<p>
				${outstanding(invoice).toFixed(2)} of ${invoice.totalAmount.toFixed(2)} to pay by ${invoice.dueDate}.
				Status: ${invoice.status}.
			</p>
			<p>${payButtons(invoice)}</p>`,
	);

/** Where a sign-up link leads. */
export const signUpPage = (customer: Customer) =>
	page(
		`Welcome, ${customer.firstName}`,
		html`<p>${customer.isRegistered ? 'You are registered.' : registerButton(customer)}</p>`,
	);
