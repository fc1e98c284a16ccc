import { checkNewInvoice, checkOpen, findInvoice, firstStatus, isLeftAside } from './invoiceRules';
import { written } from './invoices';
import { notify } from './notifications';
import { embeddedProject } from './projects';
import { refuse } from './refusal';
import { on } from './route';
import { simplifiedCreate, simplifiedUpdate } from './schemas/invoice';
import { newBlueTapeId, type BlueTapeState, type Invoice } from './state';

const dayOf = (moment: string) => moment.slice(0, 10);

/** Nobody has seen the answer to a create (bluetape.md #20). */
function created({ settings }: BlueTapeState, invoice: Invoice): object | undefined {
	if (settings.simplifiedAnswer === 'nothing') return undefined;
	const { details, blueTapeId } = written(invoice);
	return settings.simplifiedAnswer === 'details' ? { details } : { blueTapeId, details };
}

/** Invoices for payers who need not be customers (bluetape.md 4.5). The answer to a create is assumed to be 201. */
export const simplifiedInvoiceRoutes = [
	on(
		'POST /integration/invoice/simplify',
		{ accepts: simplifiedCreate, invalid: 'document_invalid_data' },
		({ state, sent }) => {
			checkNewInvoice(state, sent.id);
			const { id, invoiceNumber, totalAmount, amountDue, lines, payersInfo } = sent;
			const invoice: Invoice = {
				...{ blueTapeId: newBlueTapeId(), id, invoiceNumber, totalAmount, amountDue, lines, payersInfo },
				dueDate: dayOf(sent.dueDate),
				status: firstStatus(state, 'Placed'),
				projectId: embeddedProject(state, sent.projectDetails),
				paid: 0,
				sent,
			};
			state.invoices.set(id, invoice);
			for (const payer of payersInfo) notify(state, payer, { about: 'invoice', id, why: 'payment link' });
			return { status: 201, body: created(state, invoice) };
		},
	),
	on(
		'PUT /integration/invoice/simplify/:id',
		{ accepts: simplifiedUpdate, invalid: 'document_invalid_data' },
		({ state, id, sent }) => {
			const invoice = findInvoice(state, id, 'Invoice not exists.');
			if (!invoice.payersInfo) throw refuse('invoice_does_not_exist', 'Invoice not exists.');
			checkOpen(state, invoice);
			if (isLeftAside(state, invoice, sent.sourceModifiedDate))
				return { status: 202, body: { details: written(invoice).details } };
			const { invoiceNumber, totalAmount, amountDue, lines, payersInfo } = sent;
			Object.assign(invoice, { invoiceNumber, totalAmount, amountDue, lines, payersInfo });
			Object.assign(invoice, { dueDate: dayOf(sent.dueDate), sent: { ...invoice.sent, ...sent } });
			return { status: 202, body: { details: written(invoice).details } };
		},
	),
];
