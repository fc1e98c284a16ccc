import type { INodeExecutionData } from 'n8n-workflow';
import { dryRunItem } from '../../shared/run/outputItem';
import { operation, type Call } from '../../shared/table/operation';
import { Failed, inputFailure, tried, type Failure } from '../../shared/failure';
import { flag, integer, optional, setting, text } from '../../shared/field';
import type { Session } from '../../shared/http/session';
import { confirm } from '../queue/confirmation';
import { MOST_DOWNLOADS } from '../queue/document';
import { downloadAll, type End, type Run as Downloads } from '../queue/downloads';
import { learn } from '../queue/learn';
import { given, happen, ledgerOf, type Ledger } from '../queue/ledger';
import { nextRequest, type Download, type DownloadOptions } from '../queue/nextDocument';
import { downloadedTooOften } from '../errors';
import { apiVersionField, outputField } from '../queue/downloadFields';
import { documentItem, RESULT_PDF } from '../queue/item';

interface Settings extends DownloadOptions {
	confirmation: 'manual' | 'afterDownload';
	output: string;
	binaryPropertyName: string;
}

/** What has come of this run so far, over all of its items, and why it takes no more. */
interface Run extends Downloads {
	came: number;
	ended?: string;
	failure?: Failure;
}
const runs = new WeakMap<Session, Run>();

/** Settings that can't go together. */
async function prepare({ settings }: Call): Promise<void> {
	const { includeResultPdf, binaryPropertyName } = settings as unknown as Settings;
	if (!includeResultPdf || binaryPropertyName !== RESULT_PDF) return;
	throw inputFailure(
		`'Put Output in Field' must be another one than ${RESULT_PDF}, where the result PDF goes`,
	);
}

/**
 * Takes up to `limit` documents off the queue, none of them twice in a run. A failure after the first one ends the run's
 * downloads without failing it: what was downloaded has cost an attempt or is confirmed, so it must come out.
 */
async function download(call: Call): Promise<INodeExecutionData[]> {
	const settings = call.settings as unknown as Settings;
	if (call.options.dryRun) return [dryRunItem(call, {}, nextRequest(settings))];
	const { session, hint } = call;
	const run = runs.get(session) ?? { came: 0, taken: new Set() };
	runs.set(session, run);
	const ledger = ledgerOf(session);
	const byHand = call.context.getMode?.() === 'manual';
	if (!run.came && !run.ended && !run.failure) {
		await learn(session, ledger);
		run.failure = byHand ? undefined : pausing(ledger);
	}
	const items: INodeExecutionData[] = [];
	if (!run.ended && !run.failure) {
		const end = await downloadAll(session, ledger, {
			...settings,
			run,
			// n8n's rules give every limit the default 50: here it counts only when the user has added it.
			limit: Number(call.input.query.limit ?? 1),
			byHand,
			again: ({ downloads }) => downloads < MOST_DOWNLOADS + (byHand ? 1 : 0),
			take: async (next) => {
				given(ledger, next.document.InvoiceId, 'take', Date.now());
				items.push(documentItem(next, settings.output, settings.binaryPropertyName));
				run.came++;
				if (settings.confirmation === 'afterDownload')
					run.ended = await notConfirmed(call, ledger, next, items.at(-1)!);
				return run.ended === undefined;
			},
		});
		Object.assign(run, outcome(end, run, ledger));
	}
	if (run.failure) throw new Failed(run.failure);
	if (run.ended) hint(run.ended);
	return items;
}

/** Confirms what was just stored. What can't be confirmed comes again, so that nothing is taken after it: says why. */
async function notConfirmed(
	{ session }: Call,
	ledger: Ledger,
	{ document: { InvoiceId, InvoiceContainerId } }: Download,
	item: INodeExecutionData,
): Promise<string | undefined> {
	const { failure } = await tried(confirm(session, InvoiceId, InvoiceContainerId));
	item.json.confirmed = !failure;
	if (!failure) happen(ledger, InvoiceId, 'leave', Date.now());
	return failure && `The document ${InvoiceId} is not confirmed and will come again: ${failure.message}`;
}

/** What the end of an item's downloads means for the run. */
function outcome(end: End, { came }: Run, ledger: Ledger): Pick<Run, 'ended' | 'failure'> {
	switch (end.why) {
		case 'limit':
			return {};
		case 'empty':
			return {
				ended: came ? 'No other document is waiting' : 'The download queue is empty: no document is waiting',
			};
		case 'repeat':
			return {
				ended: `Stopped: the document ${end.id} came a second time, so all others wait for a confirmation`,
			};
		case 'failure':
			if (!came) return { failure: end.failure };
			return {
				ended: `Stopped after ${came} documents: ${end.failure.message}. ${end.failure.advice ?? ''}`,
			};
		case 'barred':
		case 'lost': {
			const failure = end.why === 'lost' ? lostAnswers(ledger) : lastDownload(ledger, end.id);
			return came ? { ended: `Stopped after ${came} documents: ${failure.message}` } : { failure };
		}
		case 'time':
		case 'stopped':
			return {};
	}
}

/** Nobody downloads a document for the third time by itself, and nobody for the fourth time. */
function lastDownload(ledger: Ledger, id: string): Failure {
	const { fileName = 'without a name', downloads = 0 } = ledger.documents.get(id) ?? {};
	return {
		kind: 'rejected',
		message: `The next document may be ${id} (${fileName}), which was downloaded ${downloads} times and is not confirmed`,
		advice:
			downloads > MOST_DOWNLOADS
				? downloadedTooOften.advice
				: 'Its last download is left to you. Confirm it if you have its data; otherwise run this node once by hand, in the editor',
	};
}

const lostAnswers = ({ lost: { answers } }: Ledger): Failure => ({
	kind: 'rejected',
	message: `${answers} downloads got no answer, so that the next one may be the third and last one of some document`,
	advice:
		'It is left to you: when the connection is mended, fetch what waits by hand, in the editor, with a Limit, and confirm it',
});

/** After a download that came to nothing, the next one waits for a while. */
function pausing({ pause: { until } }: Ledger): Failure | undefined {
	if (Date.now() >= until) return undefined;
	return {
		kind: 'unavailable',
		message: `A download came to nothing a short while ago: the next one is made from ${new Date(until).toISOString()} on`,
		advice:
			'Each of them may use up one of three downloads of a document. By hand, in the editor, it is made at once',
	};
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
