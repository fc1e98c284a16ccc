import { dayTimestamp, email, list, optional, optionalText, phone, text } from '../../shared/field';
import { type Shape } from '../../shared/table/notes';
import { operation, type Call } from '../../shared/table/operation';
import { withCountryCodes } from '../countryCodes';
import { REPLACES } from '../upsert';
import { amounts } from './amounts';
import { amountDue, lines, totals } from './amountFields';
import { days } from './dayDescriptions';
import { invoiceId, newInvoiceId } from './ownIds';
import { ONE_ITEM_EACH } from './oneItemEach';
import { projectDetails } from './projectDetails';
import { sourceModifiedDate } from './sourceModifiedDate';

const payersInfo = list(
	'Payer',
	{
		firstName: optionalText(),
		lastName: optionalText(),
		emailAddress: optional(email({ description: 'BlueTape writes to this address' })),
		cellPhoneNumber: optional(phone({ description: 'BlueTape sends text messages to this number' })),
		businessName: optionalText(),
	},
	{
		min: 1,
		label: 'Payers',
		description: 'Who gets the payment link; each needs an e-mail address or a phone number',
		check: ({ emailAddress, cellPhoneNumber }) =>
			emailAddress || cellPhoneNumber ? undefined : 'needs an e-mail address or a phone number',
	},
);

// bluetape.md 4.5, C17: days are full timestamps here, unlike on the ordinary invoice
const details = {
	invoiceNumber: text({ description: 'The number that people read on the invoice' }),
	invoiceDate: dayTimestamp(),
	dueDate: dayTimestamp({ description: days.due }),
	payersInfo,
	lines,
	...totals,
	amountDue,
	expirationDate: optional(dayTimestamp({ description: days.expiration })),
	sourceModifiedDate,
} satisfies Shape;

const effects = 'BlueTape sends the payment link to the payers by e-mail and SMS, unless Dry Run is on';

/** Amounts, and the payers' country codes. */
function completing(updates: boolean) {
	const known = amounts({ updates });
	const complete = (call: Call) => {
		const { body, derived } = known.complete(call);
		return { body: withCountryCodes(body, ['payersInfo'], call.hint), derived };
	};
	return { ...known, complete };
}

/** Invoices without a customer record: BlueTape writes to the listed payers. */
export const simplifiedInvoice = {
	createSimplified: operation({
		name: 'Create Simplified',
		action: 'Create simplified invoice',
		description: 'Create an invoice for payers that have no customer record',
		route: 'POST /integration/invoice/simplify',
		body: { id: newInvoiceId, ...details, projectDetails: optional(projectDetails('buildForType')) },
		bodySource: true,
		twins: ONE_ITEM_EACH.invoice,
		effects,
		...completing(false),
		example: { blueTapeId: '63168de0cbee', details: { totalAmount: 1100 }, invoiceId: 'INV-1001' },
	}),
	updateSimplified: operation({
		name: 'Update Simplified',
		action: 'Update simplified invoice',
		description: 'Change a simplified invoice that nobody has acted on yet',
		route: 'PUT /integration/invoice/simplify/{invoiceId}',
		path: { invoiceId },
		body: details,
		bodySource: true,
		effects: `${effects}. ${REPLACES}`,
		...completing(true),
		example: { details: { totalAmount: 1100 }, invoiceId: 'INV-1001' },
	}),
};
