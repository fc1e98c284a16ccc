import Big from 'big.js';
import { z } from 'zod';
import { customerCreditInfo, outstanding } from './credit';
import { findCustomer } from './customers';
import { findInvoice } from './invoiceRules';
import { findQuote } from './quotes';
import { refuseBy } from './refusal';
import { invoiceStatuses } from './schemas/invoice';
import { newBlueTapeId, type BlueTapeState, type Customer, type Invoice, type Quote } from './state';
import type { Webhooks } from './webhooks';

export const registration = z.object({ creditLimit: z.number().nonnegative().optional() }).strict();
export const payment = z
	.object({
		/** The payment in this step; all that is outstanding unless told. */
		amount: z.number().positive().optional(),
		paymentMethod: z.enum(['card', 'ach', 'loan']).optional(),
		/** Percent that BlueTape advances on the first payment; the next call pays the rest. */
		advanceRate: z.union([z.literal(80), z.literal(90), z.literal(100)]).optional(),
		fee: z.number().nonnegative().optional(),
	})
	.strict();
export const approval = z.object({ approvedAmount: z.number().positive().optional() }).strict();
export const invoiceMove = z.object({ status: z.enum(invoiceStatuses) }).strict();

/** What customers and BlueTape's own staff do, which no API call can. Ids are the caller's. */
export class People {
	constructor(
		private readonly state: BlueTapeState,
		private readonly webhooks: Webhooks,
	) {}

	/** The customer finishes signing up and gets credit: 50,000 unless told. */
	register(customerId: string, options: z.input<typeof registration> = {}): Customer {
		const { creditLimit = 50_000 } = registration.parse(options);
		return Object.assign(findCustomer(this.state, customerId), { isRegistered: true, creditLimit });
	}

	/** The customer pays, all at once or a part of it; BlueTape sends the payment notice. */
	async pay(invoiceId: string, options: z.input<typeof payment> = {}): Promise<Invoice> {
		const { amount, paymentMethod = 'card', advanceRate = 100, fee = 0 } = payment.parse(options);
		const invoice = findInvoice(this.state, invoiceId);
		if (invoice.status === 'Draft') throw refuseBy(409, 'A draft cannot be paid.');
		const open = outstanding(invoice);
		if (open <= 0) throw refuseBy(409, 'Nothing is left to pay.');
		const customer = this.payerOf(invoice);
		const blocked = customer?.creditBlockedUntil;
		if (paymentMethod === 'loan' && blocked && blocked > this.state.clock.today()) {
			throw refuseBy(409, `No BlueTape credit before ${blocked}.`);
		}
		const advance = Big(open)
			.times(invoice.paid > 0 ? 100 : advanceRate)
			.div(100)
			.round(2)
			.toNumber();
		const paying = Math.min(amount ?? advance, open);
		invoice.paid = Big(invoice.paid).plus(paying).toNumber();
		const isPaid = Big(invoice.paid).gte(invoice.amountDue);
		// The status list of bluetape.md 5.8 has no partly paid state.
		invoice.status = isPaid ? 'Paid' : 'PaymentProcessing';
		const status = isPaid ? 'Paid' : 'PartiallyPaid';
		const { noticeIds, paymentAmount } = this.state.settings;
		await this.webhooks.send('invoice.payment', {
			invoiceId: noticeIds === 'caller' ? invoiceId : invoice.blueTapeId,
			amount: paymentAmount === 'event' ? paying : invoice.paid,
			...{ fee, paymentMethod, status },
		});
		return invoice;
	}

	/** The customer agrees and the financing is approved, for the quote's total unless told. */
	async approve(quoteId: string, options: z.input<typeof approval> = {}): Promise<Quote> {
		const { approvedAmount } = approval.parse(options);
		const quote = this.undecided(quoteId);
		quote.status = 'AUTHORIZED';
		quote.approvedAmount = approvedAmount ?? quote.totalAmount;
		await this.decided(quote, 'Approved');
		return quote;
	}

	async reject(quoteId: string): Promise<Quote> {
		const quote = this.undecided(quoteId);
		quote.status = 'REJECTED';
		await this.decided(quote, 'Rejected');
		return quote;
	}

	/** The customer puts the quote away, before or after it was approved. No notice is documented for that. */
	dismiss(quoteId: string): Quote {
		return Object.assign(findQuote(this.state, quoteId), { status: 'DISMISSED' });
	}

	/** BlueTape moves an invoice along its lifecycle. */
	setInvoiceStatus(invoiceId: string, options: z.input<typeof invoiceMove>): Invoice {
		const { status } = invoiceMove.parse(options);
		const invoice = Object.assign(findInvoice(this.state, invoiceId), { status });
		const customer = this.state.customers.get(invoice.customerId ?? '');
		if (status === 'Rejected' && customer) {
			const until = this.state.clock.now();
			until.setUTCMonth(until.getUTCMonth() + 6);
			customer.creditBlockedUntil = until.toISOString().slice(0, 10);
		}
		return invoice;
	}

	private undecided(quoteId: string): Quote {
		const quote = findQuote(this.state, quoteId);
		if (quote.status !== 'PLACED') throw refuseBy(409, `The quote is ${quote.status} already.`);
		return quote;
	}

	private async decided(quote: Quote, result: 'Approved' | 'Rejected'): Promise<void> {
		const creditInfo = customerCreditInfo(this.state, this.state.customers.get(quote.customerId));
		const quoteId = this.state.settings.noticeIds === 'caller' ? quote.id : quote.blueTapeId;
		await this.webhooks.send('quote.approval', { quoteId, result, creditInfo });
	}

	/** BlueTape makes a customer of whoever pays a simplified invoice (bluetape.md 2, model A′). */
	private payerOf(invoice: Invoice): Customer | undefined {
		const payer = invoice.payersInfo?.[0];
		if (invoice.customerId || !payer) return this.state.customers.get(invoice.customerId ?? '');
		const { firstName = '', lastName = '', emailAddress = '', cellPhoneNumber = '' } = payer;
		const known = [...this.state.customers.values()].find(
			(customer) => emailAddress !== '' && customer.emailAddress === emailAddress,
		);
		const blueTapeId = newBlueTapeId();
		const customer: Customer = known ?? {
			...{ id: blueTapeId, blueTapeId, firstName, lastName, emailAddress, cellPhoneNumber },
			sourceModifiedDate: this.state.clock.now().toISOString(),
			isDraft: false,
			isRegistered: true,
		};
		this.state.customers.set(customer.id, customer);
		invoice.customerId = customer.id;
		return customer;
	}
}
