import { inputFailure } from '../../shared/failure';
import { flag, integer, optional, setting, text } from '../../shared/field';
import { operation, type Call } from '../../shared/table/operation';
import { apiVersionField, outputField } from '../queue/downloadFields';
import { downloadNext, type Settings } from './downloadNext';
import { itemNames, RESULT_PDF } from '../queue/item';

/** Settings that can't go together. */
async function prepare({ settings }: Call): Promise<void> {
	const { includeResultPdf, binaryPropertyName } = settings as unknown as Settings;
	if (!includeResultPdf || binaryPropertyName !== RESULT_PDF) return;
	throw inputFailure(
		`'Put Output in Field' must be another one than ${RESULT_PDF}, where the result PDF goes`,
	);
}

/** bludelta.md 5.3 and 9.2 */
export const downloadNextDocument = operation({
	name: 'Download Next',
	action: 'Download next document',
	description:
		'Get the next finished document from the download queue, with its data and its file. Add a Limit to get several',
	route: 'GET /v2/download/invoice/next',
	query: {
		limit: optional(integer({ default: 50, minValue: 1, description: 'Max number of results to return' })),
	},
	settings: {
		confirmation: optional(
			setting(
				[
					{
						name: 'After Download',
						value: 'afterDownload',
						description:
							'Confirm as soon as the file is stored. If a later node fails, the document does not come again.',
					},
					{
						name: 'Manual',
						value: 'manual',
						description: 'A Confirm operation later in the workflow says that the work is done',
					},
				],
				{
					upFront: true,
					default: 'manual',
					description:
						'When the document leaves the queue. Unconfirmed documents come again, three times at most.',
				},
			),
		),
		apiVersion: apiVersionField,
		includeResultPdf: optional(
			flag({
				upFront: true,
				label: 'Include Result PDF',
				description: 'Whether to get the PDF that BLU DELTA made of the result too, in the field resultPdf',
			}),
		),
		output: outputField,
		binaryPropertyName: text({
			default: 'data',
			label: 'Put Output in Field',
			description: 'The name of the output field to put the file in',
		}),
	},
	effects:
		'The oldest document that is ready comes, which need not be the one uploaded last. Every download counts: a document that was downloaded three times without a confirmation is not handed out again',
	files: true,
	oneByOne: true,
	prepare,
	execute: downloadNext,
	gives: itemNames,
	filesOut: ({ binaryPropertyName }) => [binaryPropertyName as string, RESULT_PDF],
	example: {
		invoiceId: 'aaba5d6c-0890-eb11-a870-d0c5d372cac4',
		invoiceContainerId: '9aba5d6c-0890-eb11-a870-d0c5d372cac4',
		uploadedTimestamp: '2026-03-28T23:46:33.363Z',
		clientAccessIdentifier: 'Client1',
		fileName: 'invoice.pdf',
		stateBeforeRelease: 'Validated',
		additionalProperties: { ClientId: 'C-1001' },
		documentType: 'Invoice',
		invoiceNumber: 'RE-2026-0417',
		invoiceDate: '2026-04-17',
		dueDate: '2026-05-17',
		invoiceCurrency: 'EUR',
		netTotalAmount: 696,
		vatTotalAmount: 132.6,
		grandTotalAmount: 828.6,
		endedInError: false,
	},
});
