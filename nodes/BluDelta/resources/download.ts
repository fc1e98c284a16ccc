import type { INodeExecutionData } from 'n8n-workflow';
import { dryRunItem } from '../../shared/run/outputItem';
import { operation, type Call } from '../../shared/table/operation';
import { Failed, inputFailure, tried } from '../../shared/failure';
import { flag, integer, optional, setting, text } from '../../shared/field';
import type { Session } from '../../shared/http/session';
import { confirm } from '../queue/confirmation';
import { downloadNext, nextRequest, type DownloadOptions } from '../queue/nextDocument';
import { apiVersionField, outputField } from '../queue/downloadFields';
import { documentItem, RESULT_PDF } from '../queue/item';

interface Settings extends DownloadOptions {
	confirmation: 'manual' | 'afterDownload';
	output: string;
	binaryPropertyName: string;
}

/** Documents that this run has handed out already, over all of its items. */
const handedOut = new WeakMap<Session, Set<string>>();

/**
 * Takes up to `limit` documents off the queue. A failure after the first one ends the run's downloads without failing
 * it: what was downloaded has cost an attempt or is confirmed, so it must come out.
 */
async function download(call: Call): Promise<INodeExecutionData[]> {
	const settings = call.settings as unknown as Settings;
	const { confirmation, output, binaryPropertyName } = settings;
	if (settings.includeResultPdf && binaryPropertyName === RESULT_PDF) {
		throw inputFailure(
			`'Put Output in Field' must be another one than ${RESULT_PDF}, where the result PDF goes`,
		);
	}
	// n8n's rules give every limit the default 50: here it counts only when the user has added it.
	const limit = Number(call.input.query.limit ?? 1);
	if (call.options.dryRun) return [dryRunItem(call, {}, nextRequest(settings))];
	const { session, hint } = call;
	const seen = handedOut.get(session) ?? new Set<string>();
	handedOut.set(session, seen);
	const items: INodeExecutionData[] = [];
	while (items.length < limit && !session.signal?.aborted) {
		const { value: next, failure } = await tried(downloadNext(session, settings));
		if (failure && !seen.size) throw new Failed(failure);
		if (failure) {
			hint(`Stopped after ${seen.size} documents: ${failure.message}. ${failure.advice ?? ''}`, 'warning');
			break;
		}
		if (!next) {
			if (!items.length) hint('The download queue is empty: no document is waiting');
			break;
		}
		const id = next.document.InvoiceId;
		if (seen.has(id)) {
			hint(
				`Stopped: the document ${id} came a second time, so all others wait for a confirmation`,
				'warning',
			);
			break;
		}
		seen.add(id);
		const item = documentItem(next, output, binaryPropertyName);
		items.push(item);
		if (confirmation !== 'afterDownload') continue;
		const confirmed = await tried(confirm(session, id, next.document.InvoiceContainerId));
		item.json.confirmed = !confirmed.failure;
		if (confirmed.failure) {
			hint(
				`The document ${id} is not confirmed and will come again: ${confirmed.failure.message}`,
				'warning',
			);
			break;
		}
	}
	return items;
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
		'Every download counts: a document that was downloaded three times without a confirmation is not handed out again',
	files: true,
	oneByOne: true,
	execute: download,
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
