import { flag, integer, optional, setting } from '../../shared/field';
import { apiVersionField, outputField } from '../queue/downloadFields';

/** What the user can choose on the trigger, in the order of the editor. */
export const triggerFields = {
	confirmation: optional(
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
	documents: optional(
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
	limit: optional(integer({ default: 50, minValue: 1, description: 'Max number of results to return' })),
	redeliverAfter: optional(
		integer({
			default: 60,
			minValue: 1,
			label: 'Redeliver After (Minutes)',
			description:
				'A document that is not confirmed by then is handed over once more: its workflow has failed. Newer documents wait behind it until then.',
		}),
	),
	apiVersion: apiVersionField,
	includeResultPdf: optional(
		flag({
			label: 'Include Result PDF',
			description: 'Whether to get the PDF that BLU DELTA made of the result too, in the field resultPdf',
		}),
	),
	output: outputField,
};
