import type { BluDeltaDocument } from '../emulator/bluDelta/state';
import { type Chapter, chapter } from './report';
import { noticeSecret } from './noticeSecret';
import { exampleOf, type Stage } from './stage';
import { tourInvoice } from './tourInvoice';
import type { Workflow } from './workflow';

/** A run of one example, as its button does it. */
export async function* oneRun(
	stage: Stage,
	name: string,
	next: (line: string) => void,
): AsyncGenerator<Chapter> {
	const example = exampleOf(stage, name);
	next(`Running "${example.name}"`);
	stage.emulator.journal.clear();
	const execution = await stage.api.runAndRead(example.id);
	yield chapter(example.name, execution, stage.emulator.journal.entries);
}

/**
 * One document's way from a PDF to a paid invoice, by the examples' own triggers; one chapter after the other, the next
 * only begun when it is asked for. Leaves the three workflows active. The queue of BLU DELTA must be empty before.
 *
 * @param next told what begins
 */
export async function* wholeWay(stage: Stage, next: (line: string) => void): AsyncGenerator<Chapter> {
	const { bluDelta, blueTape } = stage.emulator;
	const { settings } = bluDelta.state;
	const before = { ...settings };
	const [inbox, documents, payments] = ['inbox', 'document-to-invoice', 'model-a-invoice-only'].map((name) =>
		exampleOf(stage, name),
	);
	const pdf = await tourInvoice(stage.emulator.clock.now());

	next('A mail with a PDF arrives');
	Object.assign(settings, { autoprocess: false, autoValidate: 'manual' });
	await stage.api.activate(inbox.id);
	yield await watch(stage, inbox, 'Upload', async () => {
		const form = new FormData();
		form.append('from', 'billing@ridgeline.example');
		form.append('subject', 'Invoice RL-20490');
		form.append('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'RL-20490.pdf');
		const url = stage.api.webhookUrl(hookOf(inbox));
		await fetch(url, { method: 'POST', body: form, signal: AbortSignal.timeout(60_000) });
	});

	next('A person validates what BLU DELTA has read');
	const document = bluDelta.people.documents().at(-1)!;
	bluDelta.people.validate(document.id);
	Object.assign(settings, before);
	yield {
		title: 'A person validates the document',
		lines: [{ name: 'Validation', saw: [history(document)], doubt: '' }],
	};

	next('BLU DELTA Trigger hands the document over');
	yield await watch(stage, documents, 'Confirm', async () => await stage.api.activate(documents.id));

	next('The customer pays');
	await stage.api.activate(payments.id);
	blueTape.webhooks.configure({
		invoicePaymentUrl: stage.api.webhookUrl(`${hookOf(payments)}/invoice/payment`),
		headers: { [noticeSecret.headerName]: noticeSecret.headerValue },
	});
	const paid = await watch(stage, payments, 'Mark paid', async () => {
		await blueTape.people.pay(document.id, { paymentMethod: 'ach' });
	});
	const { url, status } = blueTape.webhooks.deliveries.at(-1)!;
	yield {
		title: 'The customer pays',
		lines: [
			{
				name: 'Notice',
				saw: [`POST ${new URL(url).pathname} ${status ?? 'no answer'}`],
				doubt: status === 200 ? '' : 'the notice was not taken',
			},
		],
	};
	yield paid;
	yield end(stage, document, pdf);
}

/** What the first execution of an active workflow did that `start` brings about. */
async function watch(stage: Stage, workflow: Workflow, end: string, start: () => Promise<void>) {
	stage.emulator.journal.clear();
	const known = (await stage.api.executionIds(workflow.id)).length;
	await start();
	const execution = (await stage.api.executions(workflow.id, known + 1)).at(-1)!;
	return chapter(workflow.name, execution, [...stage.emulator.journal.entries], end);
}

/** What both vendors hold when all is over. */
function end({ emulator }: Stage, document: BluDeltaDocument, pdf: Buffer): Chapter {
	const invoice = emulator.blueTape.state.invoices.get(document.id);
	const { attempts, states } = document;
	const file = invoice?.file;
	const isOver = states[0].State === 'Confirmed' && attempts === 1;
	return {
		title: 'In the end',
		lines: [
			{
				name: 'Document at BLU DELTA',
				saw: [history(document), `downloads: ${attempts}`],
				doubt: isOver ? '' : 'it should be downloaded once and confirmed',
			},
			{
				name: 'Invoice at BlueTape',
				saw: [
					`${invoice?.invoiceNumber}: ${invoice?.status}, ${invoice?.paid.toFixed(2)} of ${invoice?.totalAmount.toFixed(2)}`,
				],
				doubt: invoice?.status === 'Paid' && invoice.paid === invoice.totalAmount ? '' : 'it should be paid',
			},
			{
				name: 'Its PDF',
				saw: [file ? `${file.fileName}, ${file.content.length} bytes` : 'none'],
				doubt: file?.content.equals(pdf) ? '' : 'it should be the file that came with the mail',
			},
		],
	};
}

const history = ({ states }: BluDeltaDocument) =>
	[...states]
		.reverse()
		.map(({ State }) => State)
		.join(' → ');

/** The webhook of a workflow's trigger. */
const hookOf = ({ nodes }: Workflow) => nodes.find(({ webhookId }) => webhookId)!.webhookId as string;
