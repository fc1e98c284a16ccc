import type { INodeExecutionData } from 'n8n-workflow';
import { Failed, tried } from '../../shared/failure';
import { dryRunItem } from '../../shared/run/outputItem';
import type { Call } from '../../shared/table/operation';
import { confirm } from '../queue/confirmation';
import { allows, MOST_DOWNLOADS } from '../queue/lifecycle';
import { downloadAll, type End } from '../queue/downloads';
import {
	besideTrigger,
	fewLeft,
	lastDownload,
	lostAnswers,
	pausing,
	withOtherTrigger,
	withTrigger,
} from '../queue/heldBack';
import { documentItem, unreadable } from '../queue/item';
import { learn } from '../queue/learn';
import { forgetTrigger, given, happen } from '../queue/documents';
import { atQueue, ledgerOf, type Ledger } from '../queue/ledger';
import { nextRequest, type Download, type DownloadOptions } from '../queue/nextDocument';
import { runOf, tellThrownAway, type Run } from './downloadRun';

/** What the operation *Download Next* is set to. */
export interface Settings extends DownloadOptions {
	confirmation: 'manual' | 'afterDownload';
	output: string;
	binaryPropertyName: string;
}

/**
 * Takes up to `limit` documents off the queue, none of them twice in a run. A failure after the first one ends the run's
 * downloads without failing it: what was downloaded has cost an attempt or is confirmed, so it must come out.
 */
export async function downloadNext(call: Call): Promise<INodeExecutionData[]> {
	const settings = call.settings as unknown as Settings;
	if (call.options.dryRun) return [dryRunItem(call, {}, nextRequest(settings))];
	const ledger = ledgerOf(call.session);
	return await atQueue(ledger, async () => {
		const run = runOf(call.session);
		return await take(call, settings, ledger, run).finally(() => tellThrownAway(call.session, run));
	});
}

/** Did a person start this run? Only the first run in an execution: in a loop, the later ones go by themselves. */
const isByHand = ({ context }: Call): boolean =>
	context.getMode?.() === 'manual' && !context.getWorkflowDataProxy?.(0).$runIndex;

async function take(call: Call, settings: Settings, ledger: Ledger, run: Run): Promise<INodeExecutionData[]> {
	const { session, hint } = call;
	const byHand = isByHand(call);
	const failure = withOtherTrigger(ledger);
	if (failure && !run.ended) Object.assign(run, outcome({ why: 'failure', failure }, run, ledger));
	if (!run.items.length && !run.ended && !run.failure) {
		await learn(session, ledger);
		run.failure = byHand ? undefined : pausing(ledger);
	}
	const items: INodeExecutionData[] = [];
	if (!run.ended && !run.failure) {
		forgetTrigger(ledger, Date.now());
		const end = await downloadAll(session, ledger, {
			...settings,
			taken: run.taken,
			// n8n's rules give every limit the default 50: here it counts only when the user has added it.
			limit: Number(call.input.query.limit ?? 1),
			byHand,
			// What a trigger confirms with its next poll is nobody's to take.
			again: ({ state, downloads }) =>
				byHand ? downloads <= MOST_DOWNLOADS && state !== 'handedOver' : allows[state].download,
			take: async (next, before) => {
				given(ledger, next.document.InvoiceId, 'take', Date.now());
				const extra = before?.handOvers ? { redelivered: true } : {};
				const item = documentItem(next, settings.output, settings.binaryPropertyName, extra);
				items.push(item);
				run.items.push(item);
				if (settings.confirmation === 'afterDownload')
					run.ended = await notConfirmed(call, ledger, run, next, item);
				else if (flawIn(next)) hint(flawIn(next)!);
				const other = byHand || item.json.confirmed ? undefined : besideTrigger(ledger);
				if (other) hint(other, 'warning');
				const warning = fewLeft(ledger, next.document.InvoiceId);
				if (warning && !item.json.confirmed) hint(warning, 'warning');
				return run.ended === undefined;
			},
		});
		Object.assign(run, outcome(end, run, ledger));
	}
	if (run.failure) throw new Failed(run.failure);
	if (run.ended) hint(run.ended);
	return items;
}

/** What is wrong with a document that came, so that it is not confirmed at once. */
function flawIn(next: Download): string | undefined {
	const flaw = unreadable(next) ?? (next.file ? undefined : 'without its file');
	return flaw && `The document ${next.document.InvoiceId} came ${flaw}`;
}

/** Confirms what was just stored, if it is whole. What can't be confirmed comes again, so that nothing is taken after it: says why. */
async function notConfirmed(
	{ session }: Call,
	ledger: Ledger,
	run: Run,
	next: Download,
	item: INodeExecutionData,
): Promise<string | undefined> {
	const { InvoiceId, InvoiceContainerId } = next.document;
	item.json.confirmed = false;
	const flaw = flawIn(next);
	if (flaw) return `${flaw}: it is not confirmed and will come again`;
	const { failure } = await tried(confirm(session, InvoiceId, InvoiceContainerId));
	item.json.confirmed = !failure;
	run.unsure = failure?.kind === 'cancelled' && !failure.unsent;
	if (!failure) happen(ledger, InvoiceId, 'leave', Date.now());
	return failure && `The document ${InvoiceId} is not confirmed and will come again: ${failure.message}`;
}

/** What the end of an item's downloads means for the run. */
function outcome(end: End, { items }: Run, ledger: Ledger): Pick<Run, 'ended' | 'failure'> {
	const came = items.length;
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
			const waitedFor = end.why === 'barred' && withTrigger(ledger, end.id);
			if (waitedFor) return { ended: waitedFor };
			const failure = end.why === 'lost' ? lostAnswers(ledger) : lastDownload(ledger, end.id);
			return came ? { ended: `Stopped after ${came} documents: ${failure.message}` } : { failure };
		}
		case 'time':
		case 'stopped':
			return {};
	}
}
