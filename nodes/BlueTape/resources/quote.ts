import { optional, text } from '../../shared/field';
import { type Shape } from '../../shared/table/notes';
import { operation, resource } from '../../shared/table/operation';
import { readStatus } from '../answerFields';
import { REPLACES_LINES, upsert } from '../upsert';
import { amounts } from './amounts';
import { lines, totals } from './amountFields';
import { day, days } from './dayDescriptions';
import { fileOperations } from './attachment';
import { customerId, newQuoteId, quoteId } from './ownIds';
import { projectLinks } from './projectLinks';
import { fromRows } from './fromRows';
import { ONE_ITEM_EACH } from './oneItemEach';
import { projectDetails } from './projectDetails';
import { sourceModifiedDate } from './sourceModifiedDate';

// bluetape.md 4.8: no amount due and no status on quotes
const details = {
	quoteNumber: text({ description: 'The number that people read on the quote' }),
	customerId,
	quoteDate: day(),
	dueDate: day(),
	lines,
	...totals,
	expirationDate: optional(day(days.expiration)),
	sourceModifiedDate,
} satisfies Shape;

const example = { blueTapeId: '63168de0cbee', quoteId: 'QUO-1001' };

const create = operation({
	name: 'Create',
	action: 'Create quote',
	description: 'Create a quote for an existing customer',
	route: 'POST /integration/quote',
	body: { id: newQuoteId, ...details, projectDetails: optional(projectDetails('type')) },
	bodySource: true,
	twins: ONE_ITEM_EACH.quote,
	effects:
		'BlueTape asks the customer to approve, by e-mail and SMS, unless Dry Run is on. A quote cannot be cancelled',
	...amounts({ updates: false }),
	example,
});

const update = operation({
	name: 'Update',
	action: 'Update quote',
	description: 'Change a quote that no invoice refers to yet',
	route: 'PUT /integration/quote/{quoteId}',
	path: { quoteId },
	body: details,
	bodySource: true,
	effects: REPLACES_LINES,
	...amounts({ updates: true }),
	example,
});

/** Quotes: what customers approve before the invoice. */
export const quote = resource({
	name: 'Quote',
	description: 'What a customer approves before the invoice',
	operations: {
		create,
		update,
		fromRows: fromRows('quote', create.body!),
		upsert: upsert(create, update),
		getStatus: operation({
			name: 'Get Status',
			action: 'Get status of quote',
			description: "Get status, total and the customer's credit",
			route: 'GET /integration/quote/{quoteId}/status',
			path: { quoteId },
			read: readStatus,
			example: {
				quoteId: 'QUO-1001',
				status: 'AUTHORIZED',
				creditInfo: { accountStatus: 'active', availableCredit: 133560, limit: 134000, balance: 440 },
				totalAmount: 1100,
			},
		}),
		...projectLinks('quote'),
		...fileOperations('quote'),
	},
});
