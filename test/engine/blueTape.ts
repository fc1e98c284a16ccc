import type { IDataObject } from 'n8n-workflow';
import { BlueTapeApi } from '../../credentials/BlueTapeApi.credentials';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/server';
import { BlueTape } from '../../nodes/BlueTape/BlueTape.node';
import { operationsOf, type RunOperation } from './operation';

export interface BlueTapeStage {
	emulator: Emulator;
	/** Runs one operation against the emulator. */
	run: RunOperation;
	/** The credential as a user fills it in. */
	credential: IDataObject;
}

/** An emulator and the BlueTape node, joined by a credential with a custom address. */
export async function blueTapeStage(options: EmulatorOptions = {}): Promise<BlueTapeStage> {
	const emulator = await startEmulator(options);
	const { baseUrl, apiKey, accountId } = emulator.blueTape;
	const credential = { environment: 'custom', baseUrl, apiKey, accountId };
	return {
		emulator,
		credential,
		run: operationsOf(BlueTape, BlueTapeApi, credential),
	};
}
