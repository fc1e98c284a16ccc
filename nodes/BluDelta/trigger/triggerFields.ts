import { flag, integer, setting, withDefault } from '../../shared/field';
import type { Values } from '../../shared/table/notes';
import { apiVersionField, outputField } from '../queue/downloadFields';

/** What the user can choose on the trigger, in the order of the editor. */
export const triggerFields = {
	confirmation: withDefault(
		setting(
			[
				{
					name: 'Manual',
					value: 'manual',
					description:
						'A Confirm operation at the end of the workflow says that the work is done (recommended)',
				},
				{
					name: 'On Hand-Over',
					value: 'onHandOver',
					description: 'The next poll confirms what was handed over, whether or not the workflow succeeded',
				},
			],
			{
				default: 'manual',
				description:
					'When a document leaves the queue. With Manual, a document without a Confirm holds up those behind it.',
			},
		),
	),
	documents: withDefault(
		setting(
			[
				{ name: 'All', value: 'all', description: 'Those in error are marked by endedInError' },
				{ name: 'Errors Only', value: 'errorsOnly', description: 'Only those that could not be read' },
				{ name: 'Without Errors', value: 'withoutErrors', description: 'Only those that were read' },
			],
			{
				default: 'all',
				description:
					'Documents of the other kind stay in the queue and hold it up until somebody confirms them. Better take all and branch.',
			},
		),
	),
	limit: withDefault(integer({ default: 50, minValue: 1, description: 'Max number of results to return' })),
	redeliverAfter: withDefault(
		integer({
			default: 60,
			minValue: 1,
			label: 'Redeliver After (Minutes)',
			description:
				'A document that is not confirmed by then is handed over once more: its workflow has failed. Newer documents wait behind it until then.',
		}),
	),
	apiVersion: apiVersionField,
	includeResultPdf: withDefault(
		flag({
			label: 'Include Result PDF',
			description: 'Whether to get the PDF that BLU DELTA made of the result too, in the field resultPdf',
		}),
	),
	output: outputField,
};

/** What the user chose on the trigger; `redeliverAfter` in minutes. */
export type TriggerSettings = Values<typeof triggerFields>;
