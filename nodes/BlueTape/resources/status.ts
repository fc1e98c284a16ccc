import { choice, withDefault } from '../../shared/field';
import { titleCase } from '../../shared/table/title';

const newer = (value: string, description: string) => ({ name: value, value, description });
const legacy = (value: string) => ({
	name: `${titleCase(value)} (Legacy)`,
	value,
	description: 'From the older documentation; only if BlueTape asks for it',
});

/** The status to send with an invoice: two lists differ, so any text may pass (bluetape.md C1). */
export const status = withDefault(
	choice(
		[
			newer('Draft', 'The customer cannot pay it yet'),
			legacy('draft'),
			legacy('open'),
			legacy('paid'),
			legacy('partiallyPaid'),
			newer('Placed', 'Ready to be paid: the usual choice'),
			legacy('unknown'),
			legacy('void'),
		],
		{
			upFront: true,
			default: 'Placed',
			description: 'The later states (Paid, Rejected, …) are set by BlueTape',
		},
	),
	() => 'Placed',
);
