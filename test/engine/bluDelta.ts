import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BluDeltaApi } from '../../credentials/BluDeltaApi.credentials';
import { printInvoices } from '../../emulator/bluDelta/print';
import type { PrintedInvoice } from '../../emulator/bluDelta/printedInvoice';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/server';
import { BluDelta } from '../../nodes/BluDelta/BluDelta.node';
import { ledgers } from '../../nodes/BluDelta/queue/ledger';
import { operationsOf, type RunOperation } from './operation';

export interface BluDeltaStage {
	emulator: Emulator;
	/** Runs one operation against the emulator. */
	run: RunOperation;
	/** The credential as a user fills it in. */
	credential: IDataObject;
	/** Empties the emulator, and what the nodes know of its queue. The node's token lives on, as it does in a service that is only empty. */
	empty: () => void;
	/** Puts documents into the emulator's queue through its API, not through the node; gives their containers' ids. */
	upload: (...invoices: Array<PrintedInvoice | Buffer>) => Promise<string[]>;
	/** Ids of the documents that can be downloaded, the next one first. */
	queue: () => string[];
}

let stages = 0;

/** An emulator and the BLU DELTA node, joined by a credential. Each stage has keys, and so an access token, of its own. */
export async function bluDeltaStage(options: EmulatorOptions = {}): Promise<BluDeltaStage> {
	const apiKey = `bd-test-${process.pid}-${++stages}`;
	const emulator = await startEmulator({ bluDelta: { apiKey }, ...options });
	const { baseUrl, apiIdentifier, state } = emulator.bluDelta;
	const credential = { baseUrl, apiKey, apiIdentifier, clients: '', timeoutSeconds: 900 };
	return {
		emulator,
		credential,
		run: operationsOf(BluDelta, BluDeltaApi, credential),
		empty: () => {
			ledgers.clear();
			const { tokens } = state;
			emulator.reset();
			for (const [token, about] of tokens) emulator.bluDelta.state.tokens.set(token, about);
		},
		upload: async (...invoices) => {
			const ids: string[] = [];
			for (const invoice of invoices) {
				const file = Buffer.isBuffer(invoice) ? invoice : await printInvoices([invoice]);
				const answer = await fetch(`${baseUrl}/upload/invoiceContainer`, {
					method: 'POST',
					headers: {
						'Content-Type': 'application/json',
						'X-ApiKey': apiKey,
						'X-ApiIdentifier': apiIdentifier,
					},
					body: JSON.stringify({ FileName: 'invoice.pdf', File: file.toString('base64') }),
				});
				const { InvoiceContainerId } = (await answer.json()) as { InvoiceContainerId?: string };
				if (!InvoiceContainerId) throw new Error(`Upload: ${answer.status}`);
				ids.push(InvoiceContainerId);
			}
			return ids;
		},
		queue: () => [...state.queue],
	};
}

/** A stage for the tests of one file, emptied before each of them. */
export function withBluDelta(use: (stage: BluDeltaStage) => void): void {
	let stage: BluDeltaStage;
	beforeAll(async () => {
		stage = await bluDeltaStage();
		use(stage);
	});
	beforeEach(() => stage.empty());
	afterAll(async () => await stage.emulator.stop());
}

/** An item's `json`, typed loosely for tests. */
export const jsonOf = (items: INodeExecutionData[]): IDataObject[] => items.map(({ json }) => json);
