import type { IDataObject } from 'n8n-workflow';
import { inputFailure } from '../../shared/failure';
import { decimal, optional, setting } from '../../shared/field';
import { collectionOf, type Call, type Operation } from '../../shared/table/operation';
import { dayIn } from '../../shared/values/dates';
import type { Body } from '../amounts/sums';
import { doubtsOf, remarksOn, untaxed } from '../amounts/amountDoubts';
import { workOut } from '../amounts/workOut';
import { farDays } from '../amounts/dayDoubts';
import { besideItem } from './besideItem';
import { tellMissingLines } from '../upsert';
import { statusOff } from './statusOff';

const checkAmounts = optional(
	setting(
		[
			{ name: 'Do Not Check', value: 'off' },
			{
				name: 'Refuse the Item',
				value: 'error',
				description: 'Nothing is sent for an item whose amounts or days are doubtful',
			},
			{ name: 'Warn', value: 'warn', description: 'Send it, and show a hint beside the output' },
		],
		{
			default: 'error',
			description:
				'What to do when sums do not add up, nothing is due, or an amount or day is one that hardly anybody means',
		},
	),
);

/** The fields that n8n asks for where there are neither lines nor sums among the fields that the user adds. */
function withoutLines(updates: boolean): Operation['settings'] {
	const collection = collectionOf({ updates });
	const onlyWithout = ['lines.values', 'lines.lines', `${collection}.subTotal`, `${collection}.totalAmount`];
	const about = { upFront: true, onlyWithout };
	const more = 'Or add lines above: then all amounts follow from them.';
	return {
		totalAmount: optional(
			decimal({
				...about,
				placeholder: 'e.g. 1100.50',
				hint: 'Only without lines: with lines all amounts are worked out',
				description: `With tax. ${more}`,
			}),
		),
		taxAmount: optional(
			decimal({
				...about,
				placeholder: 'e.g. 88.04, or 0',
				description: `Tax in the total, 0 when there is none. ${more}`,
			}),
		),
	};
}

/** The body with the sums that stand in front. Once lines or other sums are there, they don't show, and don't count. */
function given({ input: { body }, settings: { totalAmount, taxAmount } }: Call): Body {
	const { lines, ...known } = body as Body;
	if (lines?.length || known.subTotal !== undefined || known.totalAmount !== undefined) return body;
	return {
		...body,
		...(totalAmount !== undefined && { totalAmount: totalAmount as number }),
		...(taxAmount !== undefined && known.taxAmount === undefined && { taxAmount: taxAmount as number }),
	};
}

/** Works out and checks the amounts of an item as its user wants. Throws `Failed` for what is missing or doubtful. */
function complete(call: Call): ReturnType<NonNullable<Operation['complete']>> {
	const { operation, options, hint, context } = call;
	const worked = workOut(given(call), { amountDue: 'amountDue' in operation.body! });
	const { body, derived, missing } = worked;
	if (missing.length) throw inputFailure(missing.join('; '), 'Nothing was sent for this item');
	if (options.checkAmounts !== 'off') {
		const today = dayIn(context.getTimezone(), new Date());
		const doubts = [
			...doubtsOf(worked, { isNew: !operation.updates }),
			...(operation.updates ? [] : statusOff(body)),
			...besideItem(call, worked, today),
		];
		if (doubts.length && options.checkAmounts !== 'warn') {
			throw inputFailure(
				doubts.join('; '),
				"Nothing was sent for this item. Correct it, or if it is meant so set the option 'Check Amounts' to Warn",
			);
		}
		[...doubts, ...farDays(body, today), ...remarksOn(body, today, derived)].forEach((remark) =>
			hint(remark, 'warning'),
		);
		untaxed(worked).forEach((remark) => hint(remark));
	}
	if (operation.updates) tellMissingLines({ ...body, ...call.input.extra }, hint);
	return { body: body as IDataObject, derived };
}

/** What an operation needs whose amounts are worked out from what is there, and checked. */
export const amounts = ({ updates }: { updates: boolean }) =>
	({
		settings: withoutLines(updates),
		needs: 'lines, or totalAmount and taxAmount',
		options: { checkAmounts },
		complete,
	}) satisfies Partial<Operation>;
