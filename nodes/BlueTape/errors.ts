import { CANCELLED, isCancel, type Request } from './statuses';

/** Whoever gives another ID to what went through has it twice. */
const ANOTHER_ID =
	'After a repeated run the first one may have worked: compare before you give the new one another ID';

/** What to do about a symbolic code (bluetape.md 9.2). */
export const codeAdvice: Record<string, string> = {
	company_can_have_only_one_customer:
		'A company takes only one customer. Send a single customer, or create another company',
	company_customer_does_not_exist:
		'BlueTape does not know the company. Create the company first, then link the customer',
	customer_already_registered:
		'The customer has finished registering with BlueTape, which closes actions such as adding it to a company. Ask BlueTape support if this must change',
	customer_company_change:
		'The customer belongs to a company and cannot be moved to another. Use the linked company, or a separate customer record',
	customer_does_not_exist:
		'BlueTape does not know this customer ID. Create the customer before the invoice or quote',
	customer_invalid_data:
		'A field of the customer or company is invalid. Check names, e-mail, phone (with country code) and address',
	customer_of_invoice_is_draft:
		'The customer has no usable e-mail or mobile number and cannot be notified. Correct these with Update of the resource Customer and try again',
	customer_reference: 'The customer of an existing quote cannot be changed. Send the original customer ID',
	customer_with_phone_or_email_already_exist:
		"Another customer has this phone or e-mail. Use that customer's ID, or another phone and e-mail",
	cant_set_new_customer_for_invoice:
		'An invoice or quote cannot move to another customer. Send the original customer ID, or cancel it and create a new one',
	document_invalid_data:
		'A field of the invoice or quote is empty or has a bad value. Check required fields, dates, amounts and lines',
	invoice_already_cancelled:
		'The invoice is cancelled and cannot be changed. Create a new one under a new ID',
	invoice_already_exist: `This invoice ID is taken. Use Create or Update: it updates the invoice that is there. ${ANOTHER_ID}`,
	invoice_already_linked_to_project:
		'The invoice belongs to a project already. Unlink it first if you want to move it',
	invoice_amount_is_bigger_then_approved:
		"The invoice is above the approved amount. Lower it to the quote's total at most, or get a larger quote approved",
	invoice_can_be_updated_only_in_placed_status:
		'The customer has acted on the invoice, or a transaction exists. Only an untouched (Placed) invoice can be changed',
	invoice_can_not_be_updated_due_date:
		'The due date has passed, which locks the document. Create a new one with a later date',
	invoice_does_not_exist:
		'There is no invoice with this ID. Create it first, or check the ID and the environment',
	invoice_payment_operation_exist:
		'A payment is under way, so the invoice can be neither changed nor cancelled. Wait for its outcome or ask BlueTape support',
	loan_application_not_approved:
		"The customer's financing for the quote is not approved (yet). Wait for the approval event, or let the customer pay another way",
	project_already_exist: `A project with this ID exists. Use Create or Update: it updates the project that is there. ${ANOTHER_ID}`,
	project_does_not_exist:
		'There is no project with this ID. Create the project first, or correct the project ID',
	quote_already_exist: `This quote ID is taken. Use Create or Update: it updates the quote that is there. ${ANOTHER_ID}`,
	quote_already_referenced_to_invoice:
		'This quote backs another invoice already. One quote serves one invoice: use another quote, or update that invoice',
	quote_amount_not_equal_to_invoice: 'The totals of quote and invoice differ. Make them equal',
	quote_and_loan_total_amount:
		'The new total of the quote is above what was approved. Lower it, or create a new quote for approval',
	quote_dismissed:
		'The quote behind this invoice was dismissed by the customer or cancelled, so the invoice cannot be changed. Start again with a new quote',
	quote_does_not_exist:
		'There is no quote with this ID. Create it first, or check the ID and the environment',
	quote_reference_does_not_exist:
		'BlueTape does not know the quote named on the invoice. Create the quote first, or correct or empty the quote ID and reference',
	quote_update_rejected:
		'An invoice refers to this quote, so it is locked. Change the invoice instead, if it is still Placed',
};

/** The status that goes with a code (bluetape.md 9.2), where the answer has none of a refusal. */
export function statusOfCode(code: string): number {
	if (code.endsWith('_does_not_exist')) return 404;
	return code.endsWith('_invalid_data') ? 400 : 409;
}

/** What to do about a symbolic code that an answer to this request has; undefined for one that nobody knows. */
export function adviceOfCode(code: string, request: Request): string | undefined {
	// That it can't be changed is no news to whoever cancels it.
	if (code === 'invoice_already_cancelled' && isCancel(request)) return CANCELLED;
	return Object.hasOwn(codeAdvice, code) ? codeAdvice[code] : undefined;
}

/** Always about another record, whatever is created: a customer that has this phone, or that a company has already. */
const ALWAYS_ANOTHER = ['customer_with_phone_or_email_already_exist', 'company_can_have_only_one_customer'];
/** About the record itself, though named after another one. */
const NEVER_ANOTHER = ['document_invalid_data', 'cant_set_new_customer_for_invoice'];

/** Is a code about another record than `record` (`invoice`)? The codes are named after what they are about. */
export function aboutAnother(code: string, record: string): boolean {
	if (ALWAYS_ANOTHER.includes(code)) return true;
	return Object.hasOwn(codeAdvice, code) && !NEVER_ANOTHER.includes(code) && !code.startsWith(`${record}_`);
}
