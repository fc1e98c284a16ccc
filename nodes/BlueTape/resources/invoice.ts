import { optional, optionalText, reference } from '../../shared/field';
import { operation, resource } from '../../shared/table/operation';
import { readStatus } from '../answerFields';
import { keepStatus, STATUS_ROUTE, statusFirst, updateKeepingStatus } from '../keepStatus';
import { REPLACES_LINES, upsert } from '../upsert';
import { amounts } from './amounts';
import { checkout } from './checkout';
import { fileOperations } from './attachment';
import { invoiceId, newInvoiceId } from './ownIds';
import { invoiceDetails, shippingAddress } from './invoiceDetails';
import { projectLinks } from './projectLinks';
import { fromRows } from './fromRows';
import { ONE_ITEM_EACH } from './oneItemEach';
import { projectDetails } from './projectDetails';
import { simplifiedInvoice } from './simplifiedInvoice';
import { keptStatus, newStatus } from './status';

const example = { blueTapeId: '63168de0cbee', details: { totalAmount: 1100 }, invoiceId: 'INV-1001' };
const ownPath = { invoiceId };

const create = operation({
	name: 'Create',
	action: 'Create invoice',
	description: 'Create an invoice for an existing customer',
	route: 'POST /integration/invoice',
	body: {
		id: newInvoiceId,
		...invoiceDetails,
		status: newStatus,
		quoteId: reference({
			label: 'Quote ID',
			description: 'Your own ID of the quote that this invoice follows. Their totals must be equal.',
		}),
		quoteRefNumber: optionalText({
			label: 'Quote Reference Number',
			description: 'The number that people read on the quote',
		}),
		projectDetails: optional(projectDetails('type')),
		shippingAddress: optional(shippingAddress),
	},
	bodySource: true,
	twins: ONE_ITEM_EACH.invoice,
	effects: 'BlueTape asks the customer to pay, by e-mail and SMS, unless Dry Run is on',
	...amounts({ updates: false }),
	example,
});

const update = operation({
	name: 'Update',
	action: 'Update invoice',
	description: 'Change an invoice that nobody has acted on yet (status Placed)',
	route: 'PUT /integration/invoice/{invoiceId}',
	path: ownPath,
	body: { ...invoiceDetails, status: keptStatus },
	bodySource: true,
	effects: REPLACES_LINES,
	...amounts({ updates: true }),
	execute: updateKeepingStatus,
	example,
});

/** Invoices: what customers are asked to pay. */
export const invoice = resource({
	name: 'Invoice',
	description: 'What a customer is asked to pay',
	operations: {
		create,
		update,
		fromRows: fromRows('invoice', create.body!),
		upsert: upsert({ ...create, body: { ...create.body, status: keptStatus } }, update, {
			ofNew: { status: 'Placed' },
			keep: { changes: keepStatus, shown: statusFirst },
		}),
		...simplifiedInvoice,
		cancel: operation({
			name: 'Cancel',
			action: 'Cancel invoice',
			route: 'PUT /integration/invoice/{invoiceId}/cancel',
			path: ownPath,
			body: {},
			effects: 'A cancelled invoice cannot be brought back',
			example: { invoiceId: 'INV-1001' },
		}),
		getStatus: operation({
			name: 'Get Status',
			action: 'Get status of invoice',
			description: "Get status (Placed, Paid, Rejected and others), total and the customer's credit",
			route: STATUS_ROUTE,
			path: ownPath,
			read: readStatus,
			example: {
				invoiceId: 'INV-1001',
				status: 'Placed',
				creditInfo: { accountStatus: 'active', availableCredit: 133560, limit: 134000, balance: 440 },
				totalAmount: 1100,
			},
		}),
		...checkout,
		...projectLinks('invoice'),
		...fileOperations('invoice'),
	},
});
