import type { INodeExecutionData } from 'n8n-workflow';
import { tried, type Failure } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { downloadedTooOften } from '../errors';
import { count } from '../queue/count';
import { downloadNext, type Download } from '../queue/nextDocument';
import { documentItem, endedInError } from '../queue/item';
import { countAfter, downloadsAllowed } from './allowed';
import type { Memory } from './memory';
import type { Policy } from './policy';
import { receive, type Arrival } from './arrival';
import type { TriggerSettings } from './triggerFields';

/** States of documents that can be downloaded: a download moves them from the first to the second. */
const IN_QUEUE = ['Released', 'Downloaded'];

type Fetched = { memory: Memory; items: INodeExecutionData[]; failure?: Failure };

/** Downloads as long as it is allowed, wanted and, by `performance.now()`, in time. What came before a failure is kept. */
export async function fetchAll(
	session: Session,
	known: Memory,
	settings: TriggerSettings,
	policy: Policy,
	deadline: number,
): Promise<Fetched> {
	let memory = known;
	const items: INodeExecutionData[] = [];
	const seen = new Set<string>();
	const countAt = countAfter(known, policy);
	let allowed = downloadsAllowed(known, policy, undefined);
	let slowest = 0;
	for (let made = 0; items.length < settings.limit; made++) {
		if (made === countAt) {
			const { value, failure } = await tried(count(session, IN_QUEUE));
			if (failure) return { memory, items, failure };
			allowed = downloadsAllowed(known, policy, value);
		}
		const began = performance.now();
		if (made >= allowed || began + slowest >= deadline) break;
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

const arrival = (next: Download): Arrival => ({
	invoiceId: next.document.InvoiceId,
	invoiceContainerId: next.document.InvoiceContainerId?.toLowerCase(),
	fileName: next.document.FileName,
	inError: endedInError(next),
});

/** A refusal after three downloads names its document, as far as anybody knows it. */
function naming(failure: Failure, { documents }: Memory): Failure {
	const out = Object.entries(documents).map(([id, { fileName }]) => (fileName ? `${id} (${fileName})` : id));
	if (failure.code !== downloadedTooOften.code || !out.length) return failure;
	return {
		...failure,
		advice: `${failure.advice}. Handed over and not yet confirmed: ${out.slice(0, 5).join(', ')}`,
	};
}
