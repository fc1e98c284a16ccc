import { id, newId } from '../../shared/field';
import { type Field } from '../../shared/table/notes';

const placeholder = (what: string) => `e.g. ${what.slice(0, 3).toUpperCase()}-1001`;

/** The id under which a record is made. */
const own = (parameter: string, what: string): Field<string> =>
	newId(parameter, {
		description: `Your own ID for the ${what}. Take it from your record, so that a repeated run does not create it twice.`,
		placeholder: placeholder(what),
	});

/** The id of a record that is there. */
const known = (parameter: string, what: string): Field<string> =>
	id(parameter, {
		description: `Your own ID of the ${what}, which must exist already. Not the BlueTape ID.`,
		placeholder: placeholder(what),
	});

// The caller chooses these ids; they go into the path of later calls (bluetape.md 1).
export const newCompanyId = own('companyId', 'company');
export const newCustomerId = own('customerId', 'customer');
export const newInvoiceId = own('invoiceId', 'invoice');
export const newQuoteId = own('quoteId', 'quote');
export const newProjectId = own('projectId', 'project');

export const companyId = known('companyId', 'company');
export const customerId = known('customerId', 'customer');
export const invoiceId = known('invoiceId', 'invoice');
export const quoteId = known('quoteId', 'quote');
export const projectId = known('projectId', 'project');
