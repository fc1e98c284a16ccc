import type { INodeExecutionData } from 'n8n-workflow';
import { Failed, tried, type Failure } from '../../shared/failure';
import { inTurn } from '../../shared/http/inTurn';
import type { Session } from '../../shared/http/session';
import { dryRunItem } from '../../shared/run/outputItem';
import type { Call } from '../../shared/table/operation';
import { confirm } from '../queue/confirmation';
import { allows, MOST_DOWNLOADS } from '../queue/lifecycle';
import { downloadAll, type End } from '../queue/downloads';
import { lastDownload, lostAnswers, pausing, withTrigger } from '../queue/heldBack';
import { documentItem } from '../queue/item';
import { learn } from '../queue/learn';
import { given, happen } from '../queue/documents';
import { ledgerOf, type Ledger } from '../queue/ledger';
import { nextRequest, type Download, type DownloadOptions } from '../queue/nextDocument';

/** What the operation *Download Next* is set to. */
export interface Settings extends DownloadOptions {
	confirmation: 'manual' | 'afterDownload';
	output: string;
	binaryPropertyName: string;
}

/** What has come of this run so far, over all of its items, and why it takes no more. */
interface Run {
	taken: Set<string>;
	came: number;
	ended?: string;
	failure?: Failure;
}
const runs = new WeakMap<Session, Run>();

/**
 * Takes up to `limit` documents off the queue, none of them twice in a run. A failure after the first one ends the run's
 * downloads without failing it: what was downloaded has cost an attempt or is confirmed, so it must come out.
 */
export async function downloadNext(call: Call): Promise<INodeExecutionData[]> {
	const settings = call.settings as unknown as Settings;
	if (call.options.dryRun) return [dryRunItem(call, {}, nextRequest(settings))];
	const ledger = ledgerOf(call.session);
	return await inTurn(ledger, async () => await take(call, settings, ledger));
}

/** Did a person start this run? Only the first run in an execution: in a loop, the later ones go by themselves. */
const isByHand = ({ context }: Call): boolean =>
	context.getMode?.() === 'manual' && !context.getWorkflowDataProxy?.(0).$runIndex;

async function take(call: Call, settings: Settings, ledger: Ledger): Promise<INodeExecutionData[]> {
	const { session, hint } = call;
	const run = runs.get(session) ?? { came: 0, taken: new Set() };
	runs.set(session, run);
	const byHand = isByHand(call);
	if (!run.came && !run.ended && !run.failure) {
		await learn(session, ledger);
		run.failure = byHand ? undefined : pausing(ledger);
	}
	const items: INodeExecutionData[] = [];
	if (!run.ended && !run.failure) {
		const end = await downloadAll(session, ledger, {
			...settings,
			taken: run.taken,
			// n8n's rules give every limit the default 50: here it counts only when the user has added it.
			limit: Number(call.input.query.limit ?? 1),
			byHand,
			again: ({ state, downloads }) => (byHand ? downloads <= MOST_DOWNLOADS : allows[state].download),
			take: async (next, before) => {
				given(ledger, next.document.InvoiceId, 'take', Date.now());
				const extra = before?.handOvers ? { redelivered: true } : {};
				items.push(documentItem(next, settings.output, settings.binaryPropertyName, extra));
				run.came++;
				if (settings.confirmation === 'afterDownload')
					run.ended = await notConfirmed(call, ledger, next, items.at(-1)!);
				else if (!next.file) hint(withoutFile(next.document.InvoiceId));
				return run.ended === undefined;
			},
		});
		Object.assign(run, outcome(end, run, ledger));
	}
	if (run.failure) throw new Failed(run.failure);
	if (run.ended) hint(run.ended);
	return items;
}

const withoutFile = (id: string): string => `The document ${id} came without its file`;

/** Confirms what was just stored, if its file was. What can't be confirmed comes again, so that nothing is taken after it: says why. */
async function notConfirmed(
	{ session }: Call,
	ledger: Ledger,
	{ document: { InvoiceId, InvoiceContainerId }, file }: Download,
	item: INodeExecutionData,
): Promise<string | undefined> {
	item.json.confirmed = false;
	if (!file) return `${withoutFile(InvoiceId)}: it is not confirmed and will come again`;
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
