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
						'A Confirm operation at the end of the workflow says that the work is done. Until then newer documents wait.',
				},
				{
					name: 'On Hand-Over',
					value: 'onHandOver',
					description:
						'The next poll confirms what was handed over. A workflow that fails is shown, and tried again, under Executions.',
				},
			],
			{ default: 'onHandOver', description: 'When a document leaves the queue' },
		),
	),
	limit: withDefault(integer({ default: 50, minValue: 1, description: 'Max number of results to return' })),
	redeliverAfter: withDefault(
		integer({
			default: 60,
			minValue: 1,
			label: 'Redeliver After (Minutes)',
			description:
				'A document that is not confirmed by then is handed over once more: its workflow has failed. Make it longer than your workflow takes.',
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
