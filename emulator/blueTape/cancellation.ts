import { z } from 'zod';
import { findInvoice } from './invoiceRules';
import { refuse } from './refusal';
import { on } from './route';

/** Cancelling, which the due date does not hinder. */
export const cancellationRoute = on(
	'PUT /integration/invoice/:id/cancel',
	{ accepts: z.object({}).strict(), bodyOptional: true },
	({ state, id }) => {
		const invoice = findInvoice(state, id);
		if (invoice.status === 'Canceled') throw refuse('invoice_already_cancelled');
		if (invoice.paid > 0 || ['PaymentProcessing', 'Paid', 'partiallyPaid'].includes(invoice.status)) {
			throw refuse('invoice_payment_operation_exist');
		}
		if (['InReview', 'Approved'].includes(invoice.status)) {
			throw refuse('invoice_can_be_updated_only_in_placed_status');
		}
		invoice.status = 'Canceled';
		return { status: 202, body: {} };
	},
);
