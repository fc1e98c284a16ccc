import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { Failed, tried, type Failure } from '../shared/failure';
import { openSession, type Session } from '../shared/session';
import { bluDelta } from './api';
import { downloadedTooOften } from './errors';
import {
	downloadsAllowed,
	needsCount,
	newlyStuck,
	recall,
	receive,
	settle,
	withConfirmed,
	withTold,
	type Memory,
	type Policy,
} from './handedOver';
import { documentItem, endedInError } from './item';
import { confirm, count, downloadNext, stateHistory, type Download } from './queue';

/** What the user chose on the trigger. */
export interface TriggerSettings {
	confirmation: 'manual' | 'onHandOver';
	apiVersion: 'v1' | 'v2';
	includeResultPdf: boolean;
	limit: number;
	/** Minutes. */
	redeliverAfter: number;
	documents: 'all' | 'withoutErrors' | 'errorsOnly';
	output: 'simplified' | 'raw';
}

/** States of documents that can be downloaded: a download moves them from the first to the second. */
const IN_QUEUE = ['Released', 'Downloaded'];
const DEFAULT_BUDGET_MS = 300_000;

/** Polls under way in this process: ticks may overlap, and two would spend the same documents' downloads. */
const underWay = new Set<string>();

/**
 * One poll: learns what was confirmed, downloads what may be downloaded, and returns what is to be handed over. The
 * node's static data is changed at the very end, so that a poll that fails has changed nothing. Throws `Failed`.
 */
export async function poll(
	context: IPollFunctions,
	settings: TriggerSettings,
): Promise<INodeExecutionData[]> {
	const started = performance.now();
	if (context.getMode() === 'manual') return await testRun(context, settings);
	const key = `${context.getWorkflow().id}:${context.getNode().id}`;
	if (underWay.has(key)) return [];
	underWay.add(key);
	try {
		const stored = context.getWorkflowStaticData('node');
		const session = await openSession(context, bluDelta);
		const policy: Policy = {
			now: Date.now(),
			redeliverAfter: settings.redeliverAfter * 60_000,
			wants: (inError) => settings.documents === 'all' || (settings.documents === 'errorsOnly') === inError,
		};
		const before = await learnt(session, recall(stored), settings, policy.now);
		const stuck = newlyStuck(before, policy);
		const told = withTold(before, stuck);
		const budget = started + (context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS);
		const fetched = await fetchAll(session, told, settings, policy, budget);
		// Nothing was taken off the queue, so nothing is lost by failing, and people see why.
		if (fetched.failure && fetched.memory === told && !stuck.length) throw new Failed(fetched.failure);
		if (fetched.failure) context.logger.warn(`BLU DELTA Trigger: ${fetched.failure.message}`);
		Object.assign(stored, fetched.memory);
		return [...stuck.map((id) => stuckItem(context, told, id)), ...fetched.items];
	} finally {
		underWay.delete(key);
	}
}

/** The memory without what is confirmed by now; `onHandOver` confirms first what the last poll has handed over. */
async function learnt(
	session: Session,
	memory: Memory,
	settings: TriggerSettings,
	now: number,
): Promise<Memory> {
	let known = memory;
	if (settings.confirmation === 'onHandOver') {
		for (const [id, { handOvers, invoiceContainerId }] of Object.entries(memory.documents)) {
			if (!handOvers) continue;
			const { failure } = await tried(confirm(session, id, invoiceContainerId));
			if (failure)
				session.context.logger.warn(`BLU DELTA Trigger: ${id} is not confirmed: ${failure.message}`);
			else known = withConfirmed(known, id, now);
		}
	}
	const containers = Object.values(known.documents).flatMap(
		({ invoiceContainerId }) => invoiceContainerId ?? [],
	);
	const histories = containers.length ? await stateHistory(session, [...new Set(containers)]) : [];
	return settle(
		known,
		histories.flatMap(({ documents }) => documents),
		now,
	);
}

type Fetched = { memory: Memory; items: INodeExecutionData[]; failure?: Failure };

/** Downloads as long as it is allowed, wanted and in time. What came before a failure is kept. */
async function fetchAll(
	session: Session,
	known: Memory,
	settings: TriggerSettings,
	policy: Policy,
	budget: number,
): Promise<Fetched> {
	let memory = known;
	const items: INodeExecutionData[] = [];
	const seen = new Set<string>();
	let counted = !needsCount(known, policy);
	let allowed = 0;
	if (counted) allowed = downloadsAllowed(known, policy, undefined);
	let slowest = 0;
	for (let made = 0; items.length < settings.limit; made++) {
		// The count waits until it is needed: an empty queue costs one request only.
		if (!counted || (made === 1 && !Object.keys(known.documents).length)) {
			const { value, failure } = await tried(count(session, IN_QUEUE));
			if (failure) return { memory, items, failure };
			allowed = downloadsAllowed(known, policy, value);
			counted = true;
		}
		const began = performance.now();
		if (made >= allowed || began + slowest >= budget) break;
		const { value: next, failure } = await tried(downloadNext(session, settings));
		if (failure) return { memory, items, failure: naming(failure, memory) };
		slowest = Math.max(slowest, performance.now() - began);
		if (!next) break;
		const id = next.document.InvoiceId;
		const arrived = receive(memory, arrival(next), policy);
		memory = arrived.memory;
		// The queue has come round sooner than the count promised.
		if (seen.has(id) || arrived.verdict === 'known') break;
		seen.add(id);
		if (arrived.verdict === 'unwanted') continue;
		const extra = arrived.verdict === 'handOverAgain' ? { redelivered: true } : {};
		items.push(documentItem(next, settings.output, 'data', extra));
	}
	return { memory, items };
}

/** A refusal after three downloads names its document, as far as anybody knows it. */
function naming(failure: Failure, { documents }: Memory): Failure {
	const out = Object.entries(documents).map(
		([id, { fileName }]) => `${id}${fileName ? ` (${fileName})` : ''}`,
	);
	if (failure.code !== downloadedTooOften.code || !out.length) return failure;
	return {
		...failure,
		hint: `${failure.hint}. Handed over and not yet confirmed: ${out.slice(0, 5).join(', ')}`,
	};
}

const arrival = (next: Download) => ({
	invoiceId: next.document.InvoiceId,
	invoiceContainerId: next.document.InvoiceContainerId?.toLowerCase(),
	fileName: next.document.FileName,
	inError: endedInError(next),
});

/** The item that stands for a document which only people can bring on, also told in the log. */
function stuckItem(context: IPollFunctions, memory: Memory, invoiceId: string): INodeExecutionData {
	const { invoiceContainerId, fileName, downloads, handOvers } = memory.documents[invoiceId];
	const message =
		`The document ${invoiceId} (${fileName ?? 'without a name'}) was downloaded ${downloads} times and is not confirmed. ` +
		'The trigger leaves its last download to you, and newer documents wait behind it. Confirm it if you have its data; ' +
		'otherwise fetch it by hand with Download Next';
	context.logger.warn(`BLU DELTA Trigger: ${message}`);
	const json: IDataObject = {
		stuck: true,
		invoiceId,
		invoiceContainerId,
		fileName,
		downloads,
		handOvers,
		message,
	};
	return { json };
}

/** A test in the editor takes one document off the queue's top, remembers nothing and confirms nothing; it says so. */
async function testRun(context: IPollFunctions, settings: TriggerSettings): Promise<INodeExecutionData[]> {
	const next = await downloadNext(await openSession(context, bluDelta), settings);
	if (!next) return [];
	const testRunNotice =
		'This test used one of the three downloads of this document. It is not confirmed, so the active workflow gets it too';
	context.logger.warn(`BLU DELTA Trigger: ${testRunNotice} (${next.document.InvoiceId})`);
	return [documentItem(next, settings.output, 'data', { testRunNotice })];
}
