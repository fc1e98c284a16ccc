import type { Outgoing } from '../shared/http/request';

const statuses: Record<number, string> = {
	301: 'The address moved. Check the Base URL in the credential',
	304: 'A cache between n8n and BlueTape answered: no request of this node may be kept there. Check what stands between n8n and BlueTape',
	400: 'BlueTape could not accept the data. Check required fields, date formats, option spelling, and that the totals add up',
	401: 'The API key or the account ID is missing or wrong, or they belong to the other environment. Open the credential and check both and the environment',
	402: 'BlueTape asks for a payment of the account first. Ask BlueTape what is open',
	403: 'This key may not do that. Ask BlueTape which operations it allows',
	404: 'There is no record with this ID in this environment (or the Base URL is wrong). Use the ID that you gave the record, not the BlueTape ID, and check that it was created in the same environment',
	405: 'This action is not allowed on this address. Check the Base URL if you use a custom one; otherwise report it as a bug of this node',
	407: 'A proxy between n8n and BlueTape asks for a login. Give n8n the address of the proxy with user and password (HTTPS_PROXY), or take the proxy away',
	408: 'The request took too long to arrive. Run it again; if that happens often, check the network between n8n and BlueTape',
	409: 'It exists already, or is already in that state. To change it use Update, or Create or Update. After a repeated run, the first one may have worked',
	410: 'It was there and is gone for good. Check the ID; to have it again, create it under a new one',
	413: 'The file or the data is too large for BlueTape. Send a smaller one',
	415: 'BlueTape takes JSON here, and the node has sent JSON: check what stands between n8n and BlueTape, and the Base URL if you use a custom one',
	423: 'BlueTape has locked the record for now. Look at it in BlueTape, and run it again when it is free',
	425: 'It came too early for BlueTape, and nothing was done. Run it again in a minute',
	428: 'BlueTape, or what stands before it, asks for a condition that this node does not send. Ask BlueTape; if it knows nothing of it, whoever runs the proxy between',
	429: 'Too many calls for too long, although the node waited and tried again. Lower Parallel Requests or send fewer items at a time',
	451: 'It is barred for legal reasons, by BlueTape or by a proxy or firewall on the way. Ask whoever runs the network of n8n, then BlueTape',
	500: 'BlueTape had an internal problem',
	503: 'BlueTape is not available right now, although the node waited and tried again. Run it again later',
};

/** The same for an upload, which may travel in two forms (bluetape.md C6). */
const ofUploads: Record<number, string> = {
	...statuses,
	400: "BlueTape could not take the file. Check that it is a PDF, or try the other 'Upload Form' in the options",
	415: "The form of the upload was refused. Try the other 'Upload Form' in the options",
};

type Request = Partial<Pick<Outgoing, 'body' | 'method' | 'path'>>;

const isCancel = ({ path = '' }: Request): boolean => path.endsWith('/cancel');
/** Something below a record, such as its file or a link to another one. */
const isBelow = ({ path = '' }: Request): boolean =>
	/\/integration\/\w+\/[^/]+\/\w/.test(path) && !path.includes('/simplify');

const CANCELLED =
	'It is cancelled already, or its state forbids that, as of one that is paid. Look with Get Status: where it is cancelled, nothing is left to do';

/** What to do about a 409 of what is no create, which says that the record is in the wrong state (bluetape.md C12, C20). */
function conflictAdvice(request: Request): string | undefined {
	const { method, path = '' } = request;
	if (isCancel(request)) return CANCELLED;
	if (method === 'PUT') {
		return 'BlueTape does not make this change: the state of the record forbids it, or there is none with this ID. Look it up in BlueTape before you run this again';
	}
	if (method === 'POST' && isBelow(request) && !path.endsWith('/file')) {
		return 'The link is there already, or one of the two is linked to another record. What is linked as it should be needs nothing more';
	}
	if (method !== 'POST' || path.endsWith('/file')) {
		return 'The state of the record forbids this, or it is done already. Look the record up before you run this again';
	}
	return undefined;
}

/** What to do about an HTTP status (bluetape.md 9.1). */
export function statusAdvice(request: Request): Record<number, string> {
	const advice = typeof request.body === 'function' ? ofUploads : statuses;
	const conflict = request.method && conflictAdvice(request);
	return conflict ? { ...advice, 409: conflict } : advice;
}

/** What to do about a write of which nobody knows whether it happened: by what it does. */
export function lostAdvice(request: Pick<Outgoing, 'method' | 'path'>): string {
	const { method, path } = request;
	if (isCancel(request)) {
		return 'Look with Get Status whether it is cancelled before you run this again; what was cancelled is answered with "already cancelled"';
	}
	if (method === 'DELETE') {
		return 'Run this again: it takes away nothing else, and what is gone already is answered with 404';
	}
	if (method === 'PUT') return 'Run this again: it sets the same values once more';
	if (path.endsWith('/file')) return 'Run this again: an upload replaces the file that is there';
	if (isBelow(request)) {
		return 'Run this again: a link that is there already is not made twice';
	}
	return 'Look the record up before you run this again; a create that did go through is answered with "already exists"';
}

/**
 * What to do about a web page in place of an answer: BlueTape itself answers in JSON. Undefined where the status says it as well,
 * whoever sent it.
 */
export function pageAdvice(status: number): string | undefined {
	if ([413, 429, 503].includes(status)) return undefined;
	if (status >= 500) {
		return 'A gateway or proxy before BlueTape gave up';
	}
	return 'A proxy, a firewall or a wrong address answered, not BlueTape. Check the Base URL if you use a custom one, and what stands between n8n and BlueTape';
}

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
	invoice_already_exist:
		'This invoice ID is taken. Use Create or Update: it updates the invoice that is there. Or give the new one another ID',
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
	project_already_exist:
		'A project with this ID exists. Use Create or Update: it updates the project that is there. Or choose another ID',
	project_does_not_exist:
		'There is no project with this ID. Create the project first, or correct the project ID',
	quote_already_exist:
		'This quote ID is taken. Use Create or Update: it updates the quote that is there. Or use another ID',
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
