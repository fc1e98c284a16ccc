import type { WorkflowNode } from '../../runtime/workflow';
import type { TestStage } from './stage';

/** A document as the emulator tells of it. */
export interface KnownDocument {
	id: string;
	containerId: string;
	state: string;
	/** Downloads so far. */
	attempts: number;
	fileName: string;
}

type Digest = { size: number; sha256: string };

/** The emulator's records, as far as the tests look at them. */
export interface Records {
	bluDelta: {
		containers: Record<
			string,
			{ fileName: string; content: Digest; additionalProperties: Array<Record<string, string>> }
		>;
		/** By token. */
		tokens: Record<string, { scope: string[] }>;
		resources: Record<string, { content: Digest }>;
	};
	blueTape: {
		invoices: Record<
			string,
			{ invoiceNumber: string; totalAmount: number; customerId: string; file?: { content: Digest } }
		>;
		quotes: Record<string, unknown>;
	};
}

/** A BLU DELTA node as the editor saves it. */
export const bluDeltaNode = (
	{ credentials: { bluDeltaApi } }: TestStage,
	operation: string,
	parameters: object = {},
	settings: object = {},
): WorkflowNode => ({
	name: 'BLU DELTA',
	type: 'n8n-nodes-bluetape.bluDelta',
	typeVersion: 1,
	parameters: { resource: 'document', operation, ...parameters },
	credentials: { bluDeltaApi: { id: bluDeltaApi.id, name: bluDeltaApi.name } },
	...settings,
});

/** What the emulator holds, asked by HTTP; and documents put into its queue past our node. */
export const bluDeltaRecords = ({ emulator }: TestStage) => ({
	all: async () => await emulator.control<Records>('GET', '/state'),
	/** Oldest first. */
	documents: async () => await emulator.control<KnownDocument[]>('GET', '/bludelta/documents'),
	/** Uploads files, named by their place in the list; gives the ids of their containers. */
	async upload(...contents: Buffer[]): Promise<string[]> {
		const { baseUrl, apiKey, apiIdentifier } = emulator.bluDelta;
		const headers = {
			...{ 'Content-Type': 'application/json' },
			...{ 'X-ApiKey': apiKey, 'X-ApiIdentifier': apiIdentifier },
		};
		const ids: string[] = [];
		for (const [index, content] of contents.entries()) {
			const body = JSON.stringify({ FileName: `${index + 1}.pdf`, File: content.toString('base64') });
			const answer = await fetch(`${baseUrl}/upload/invoiceContainer`, { method: 'POST', headers, body });
			const { InvoiceContainerId } = (await answer.json()) as { InvoiceContainerId?: string };
			if (!InvoiceContainerId) throw new Error(`Upload: ${answer.status}`);
			ids.push(InvoiceContainerId);
		}
		return ids;
	},
});

/**
 * Publishes a workflow with a trigger of BLU DELTA. One that had the queue before keeps it for three minutes after it was taken back, for
 * n8n tells no trigger that polls of its end: waits for that.
 */
export async function activateWhenFree(api: TestStage['api'], id: string): Promise<void> {
	for (const end = Date.now() + 240_000; ;) {
		try {
			return await api.activate(id);
		} catch (error) {
			if (!String(error).includes('takes the documents of this queue already') || Date.now() > end)
				throw error;
			await new Promise((resolve) => setTimeout(resolve, 5000));
		}
	}
}
