import { choice, optional, withDefault } from '../../shared/field';

const draft = { name: 'Draft', value: 'Draft', description: 'The customer cannot pay it yet' };
const placed = { name: 'Placed', value: 'Placed', description: 'Ready to be paid: the usual choice' };
// The two documentations list different values, so any text may pass (bluetape.md C1).
const description =
	'The later states (Paid, Rejected, …) are set by BlueTape. Other words go by an expression.';

/** The status of a new invoice. */
export const newStatus = withDefault(
	choice([draft, placed], { upFront: true, default: 'Placed', description }),
	() => 'Placed',
);

/** The status of an invoice that may be there already; absent to keep the one that it has. */
export const keptStatus = optional(
	choice(
		[
			{ name: 'Keep', value: '', description: 'The one that the invoice has; a new one is Placed' },
			draft,
			placed,
		],
		{ upFront: true, default: '', description },
	),
);
