import type { INodeExecutionData } from 'n8n-workflow';
import { operation, type Call } from '../../shared/table/operation';
import {
	dateTime,
	decimal,
	flag,
	integer,
	optional,
	optionalText,
	reference,
	setting,
	text,
} from '../../shared/field';
import { FILES } from '../../shared/http/itemFile';
import { readDocument } from '../detection/documentForms';
import { isInvoiceName } from '../detection/documentNames';
import { toBlueTapeInvoice } from '../detection/invoiceBody';

/**
 * The incoming document as the body of a BlueTape invoice, at the top of the item so that BlueTape's Body Source
 * "Input Item" takes it as it is. Beside it, to be left out there: `derived`, `review` and `document`. The item keeps its
 * files, wherever n8n holds them.
 */
async function map(call: Call): Promise<INodeExecutionData> {
	const { json, binary } = call.context.getInputData()[call.itemIndex];
	const files = json[FILES];
	const { invoice, derived, review } = toBlueTapeInvoice(json, call.input.body);
	const [first, ...others] = review;
	const more = others.length ? ` (and ${others.length} more)` : '';
	if (first)
		call.hint(`A person should look at it before it is sent, see review: ${first.message}${more}`, 'warning');
	const { invoiceId, invoiceContainerId, fileName, stateBeforeRelease } = readDocument(json);
	const document = { invoiceId, invoiceContainerId, fileName, stateBeforeRelease };
	return {
		json: {
			...invoice,
			derived: derived,
			review: review,
			document: Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)),
			...(files !== undefined && { [FILES]: files }),
		},
		...(binary && { binary }),
	};
}

/** bludelta.md 8 */
export const documentToInvoice = operation({
	name: 'To BlueTape Invoice',
	action: 'Turn document into invoice',
	description: 'Turn a downloaded document into the body of a BlueTape invoice',
	effects:
		'Sends nothing. Behind it put BlueTape, Invoice: Create or Update with Body Source Input Item, and branch on review first: what stands there is for a person',
	route: '',
	body: {
		customerId: reference({
			upFront: true,
			label: 'Customer ID',
			placeholder: 'e.g. CUS-1001',
			description: 'Your BlueTape customer. Not the customer number that is printed on the document.',
		}),
		expectedCurrency: optional(
			text({
				upFront: true,
				placeholder: 'e.g. USD',
				description: 'BlueTape invoices have no currency. A document in another one makes no invoice.',
			}),
		),
		amountDue: optional(
			decimal({ description: 'What is still owed when a deposit was paid; the total if not set' }),
		),
		defaultNetDays: optional(
			integer({ default: 30, description: 'Days from the invoice date, for documents without a due date' }),
		),
		invoiceId: reference({
			label: 'Invoice ID',
			description: "Instead of the document's own ID. Must stay the same when the document comes again.",
		}),
		itemIds: optional(
			flag({
				label: 'Item Numbers in Descriptions',
				description: 'Whether to put the item number before the description of each line',
			}),
		),
		lines: optional(
			setting(
				[
					{ name: 'From Document', value: 'fromDocument' },
					{ name: 'Leave Out', value: 'omit' },
				],
				{ default: 'fromDocument' },
			),
		),
		minimumScore: optional(
			decimal({
				default: 0.8,
				description:
					'From 0 to 1. Values that BLU DELTA is less sure of are listed in review, unless a person has validated the document.',
			}),
		),
		sourceModifiedDate: optional(dateTime({ description: 'The time of the upload if not set' })),
		status: optionalText({
			default: 'Placed',
			description: 'If not set, a new invoice is Placed, and one that is there keeps its own',
		}),
		tolerance: optional(
			decimal({
				default: 0.02,
				description:
					'Up to how much of a difference between net plus tax and the total is rounding of the tax. Within it the tax becomes total minus net, as derived then says; nothing is let through if not set.',
			}),
		),
	},
	execute: map,
	makes: isInvoiceName,
	example: {
		id: 'aaba5d6c-0890-eb11-a870-d0c5d372cac4',
		invoiceNumber: 'RE-2026-0417',
		customerId: 'CUS-1001',
		invoiceDate: '2026-04-17',
		dueDate: '2026-05-17',
		expirationDate: '2026-05-17',
		subTotal: 696,
		taxAmount: 132.6,
		totalAmount: 828.6,
		amountDue: 828.6,
		sourceModifiedDate: '2026-04-18T09:30:00.000Z',
		derived: [
			{
				field: 'expirationDate',
				value: '2026-05-17',
				how: 'documents have no expiration date',
				from: 'dueDate',
			},
		],
		review: [],
		document: { invoiceId: 'aaba5d6c-0890-eb11-a870-d0c5d372cac4' },
	},
});
