import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { Memory } from './memory';
import { MOST_DOWNLOADS, type Policy } from './policy';

/** Documents that the trigger must not download again and nobody has confirmed in time, to be told once. */
export const newlyStuck = (memory: Memory, { now, redeliverAfter }: Policy): string[] =>
	Object.entries(memory.documents)
		.filter(
			([, { downloads, downloadedAt, handedOverAt = downloadedAt, told }]) =>
				!told && downloads >= MOST_DOWNLOADS && now - handedOverAt >= redeliverAfter,
		)
		.map(([id]) => id);

/** The memory with a note that these were told. */
export function withTold(memory: Memory, ids: string[]): Memory {
	const told = ids.map((id) => [id, { ...memory.documents[id], told: true }] as const);
	return { ...memory, documents: { ...memory.documents, ...Object.fromEntries(told) } };
}

/** The item that stands for a document which only people can bring on, also told in the log. */
export function stuckItem(context: IPollFunctions, memory: Memory, invoiceId: string): INodeExecutionData {
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
