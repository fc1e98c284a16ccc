import type { ErrorStyle, Settings } from './settings';

/**
 * Every symbolic code of bluetape.md 9.2: its status, and the sentence. Where the vendor shows the sentence in a sample it
 * is word for word; the others are ours. Statuses without a sample are inference: 404 for what is missing, 400 for bad
 * data, 409 for everything that is in the wrong state.
 */
const codes = {
	project_does_not_exist: [404, 'Project not found.'],
	project_already_exist: [409, 'Project already exists.'],
	invoice_does_not_exist: [404, 'Invoice not found.'],
	invoice_already_linked_to_project: [409, 'Invoice is already linked to a project.'],
	customer_does_not_exist: [404, 'Customer not found.'],
	invoice_payment_operation_exist: [409, 'Invoice has a payment operation.'],
	customer_of_invoice_is_draft: [409, 'Customer is a draft: its e-mail or cellphone is empty or invalid.'],
	cant_set_new_customer_for_invoice: [409, 'Customer of an invoice can not be changed.'],
	invoice_can_not_be_updated_due_date: [409, 'Due date has passed.'],
	invoice_already_cancelled: [409, 'Invoice already canceled.'],
	invoice_can_be_updated_only_in_placed_status: [409, 'Invoice is not in Placed status.'],
	document_invalid_data: [400, 'Invalid data.'],
	invoice_already_exist: [409, 'Invoice already exists.'],
	quote_reference_does_not_exist: [404, 'Quote referenced by the invoice does not exist.'],
	quote_dismissed: [409, 'Quote is dismissed.'],
	quote_amount_not_equal_to_invoice: [409, 'Total amounts of quote and invoice are not equal.'],
	quote_already_referenced_to_invoice: [409, 'Quote is already referenced by another invoice.'],
	loan_application_not_approved: [409, 'Loan application of the quote is not approved.'],
	invoice_amount_is_bigger_then_approved: [409, 'Total amount of the invoice is above the approved amount.'],
	customer_invalid_data: [400, 'Invalid data.'],
	customer_company_change: [409, 'Customer already belongs to another company.'],
	customer_already_registered: [409, 'Customer is already registered.'],
	company_customer_does_not_exist: [404, 'Company not found.'],
	customer_with_phone_or_email_already_exist: [409, 'Customer with this phone or e-mail already exists.'],
	quote_already_exist: [409, 'Quote already exists.'],
	quote_does_not_exist: [404, 'Quote not found.'],
	customer_reference: [409, 'Customer of a quote can not be changed.'],
	quote_update_rejected: [409, 'An invoice already refers to this quote.'],
	quote_and_loan_total_amount: [409, 'Total amount of the quote is above the approved amount.'],
	company_can_have_only_one_customer: [409, 'Company can have only one customer.'],
} as const satisfies Record<string, readonly [number, string]>;

export type Code = keyof typeof codes;

/** Codes whose sample answer shows `"code": "404"` or `"409"` and the sentence alone. */
const sampled: readonly Code[] = [
	'project_does_not_exist',
	'project_already_exist',
	'invoice_does_not_exist',
	'customer_does_not_exist',
	'invoice_already_cancelled',
	'invoice_already_exist',
	'quote_already_exist',
	'quote_does_not_exist',
];

/** Thrown by the rules; answered as `{ code, reason }`. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		readonly reason: string,
	) {
		super(`${code}: ${reason}`);
	}

	/** Statuses without a sample are inferred (bluetape.md 9.2). @param how whether they tell what is amiss */
	statusBy(how: Settings['refusalStatus']): number {
		const isGuessed = this.code in codes && !sampled.includes(this.code as Code);
		return how === '400' && isGuessed ? 400 : this.status;
	}

	/** The body in one of the forms of bluetape.md C16, or in one that is not documented. */
	body(style: ErrorStyle): object | string {
		const { status, code, reason } = this;
		const symbolic = code in codes;
		const told = symbolic && !sampled.includes(code as Code) ? `${code}: ${reason}` : reason;
		switch (style) {
			case 'symbol':
				return { code, reason };
			case 'status':
				return { code: String(status), reason: told };
			case 'capitals':
				return { Code: code.toUpperCase(), Reason: reason };
			case 'message':
				return { statusCode: status, message: `${code}: ${reason}` };
			case 'problem':
				return {
					type: 'about:blank',
					title: 'The request was refused.',
					status,
					errors: { [code]: [reason] },
				};
			case 'nested':
				return { error: { code, message: reason } };
			case 'text':
				return `${code}: ${reason}`;
		}
	}
}

/** A refusal by a symbolic code. */
export function refuse(code: Code, reason?: string): Refusal {
	const [status, sentence] = codes[code];
	return new Refusal(status, code, reason ?? sentence);
}

/** A refusal for which the vendor's list has no symbol: the code repeats the status. */
export const refuseBy = (status: number, reason: string) => new Refusal(status, String(status), reason);
