import type { IDataObject } from 'n8n-workflow';
import { BlueTapeApi } from '../../credentials/BlueTapeApi.credentials';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/server';
import { BlueTape } from '../../nodes/BlueTape/BlueTape.node';
import { operationsOf, type RunOperation } from './operation';

export interface BlueTapeStage {
	emulator: Emulator;
	/** Runs one operation against the emulator. */
	run: RunOperation;
	/** Runs one operation with a body from an item. */
	byInput: (
		resource: string,
		operation: string,
		json: IDataObject,
		more?: IDataObject,
	) => ReturnType<RunOperation>;
	/** What was asked since the emulator was new, like `POST /invoice`. */
	requests: () => string[];
	/** The credential as a user fills it in. */
	credential: IDataObject;
}

/** An emulator and the BlueTape node, joined by a credential with a custom address. */
export async function blueTapeStage(options: EmulatorOptions = {}): Promise<BlueTapeStage> {
	const emulator = await startEmulator(options);
	const { baseUrl, apiKey, accountId } = emulator.blueTape;
	const credential = { environment: 'custom', baseUrl, apiKey, accountId };
	const run = operationsOf(BlueTape, BlueTapeApi, credential);
	return {
		...{ emulator, credential, run },
		byInput: async (resource, operation, json, more = {}) =>
			await run(resource, operation, { bodySource: 'input', ...more }, { items: [{ json }] }),
		requests: () =>
			emulator.journal.entries.map(({ method, path }) => `${method} ${path.split('/integration')[1]}`),
	};
}

/** A stage for the tests of one file; the emulator is as new before each of them. */
export function withBlueTape(use: (stage: BlueTapeStage) => void): void {
	let stage: BlueTapeStage;
	beforeAll(async () => {
		stage = await blueTapeStage();
		use(stage);
	});
	beforeEach(() => stage.emulator.reset());
	afterAll(async () => await stage.emulator.stop());
}
