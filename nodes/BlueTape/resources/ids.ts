import { id } from '../../shared/field';
import { type Field } from '../../shared/notes';

const own = (parameter: string, what: string): Field<string> =>
	id(parameter, {
		description: `Your own identifier of the ${what}, not the BlueTape ID. Derive it from your record, so that a repeated run cannot create it twice.`,
		placeholder: `e.g. ${what.slice(0, 3).toUpperCase()}-1001`,
	});

// The caller chooses these ids; they go into the path of later calls (contract/bluetape.md section 1).
export const companyId = own('companyId', 'company');
export const customerId = own('customerId', 'customer');
export const invoiceId = own('invoiceId', 'invoice');
export const quoteId = own('quoteId', 'quote');
export const projectId = own('projectId', 'project');
