import type { Memory, Outstanding } from './memory';
import { isDue, type Policy } from './policy';

export type Verdict =
	/** For the first time, or once more because nobody confirmed it. */
	| 'handOver'
	| 'handOverAgain'
	/** Not of the kind that the user asked for. */
	| 'unwanted'
	/** At work already. */
	| 'known';

export interface Arrival {
	invoiceId: string;
	invoiceContainerId?: string;
	fileName?: string;
	inError: boolean;
}

/** What to do with a document that has just been downloaded, and the memory with it. */
export function receive(
	memory: Memory,
	arrival: Arrival,
	policy: Policy,
): { verdict: Verdict; memory: Memory } {
	const { invoiceId, ...about } = arrival;
	const before = Object.hasOwn(memory.documents, invoiceId) ? memory.documents[invoiceId] : undefined;
	const verdict = judge(before, arrival, policy);
	const handsOver = verdict === 'handOver' || verdict === 'handOverAgain';
	const document: Outstanding = {
		...before,
		...about,
		downloads: (before?.downloads ?? 0) + 1,
		downloadedAt: policy.now,
		handOvers: (before?.handOvers ?? 0) + (handsOver ? 1 : 0),
		...(handsOver && { handedOverAt: policy.now }),
	};
	return { verdict, memory: { ...memory, documents: { ...memory.documents, [invoiceId]: document } } };
}

function judge(before: Outstanding | undefined, { inError }: Arrival, policy: Policy): Verdict {
	if (before && before.handOvers > 0) return isDue(before, policy) ? 'handOverAgain' : 'known';
	return policy.wants(inError) ? 'handOver' : 'unwanted';
}
