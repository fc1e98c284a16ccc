import type { IDataObject } from 'n8n-workflow';
import { BlueTapeApi } from '../../credentials/BlueTapeApi.credentials';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/server';
import { BlueTape } from '../../nodes/BlueTape/BlueTape.node';
import { runNode, type NodeResult, type NodeRun } from './engine';

export interface BlueTapeStage {
	emulator: Emulator;
	/** Runs one operation against the emulator. */
	run: (
		resource: string,
		operation: string,
		parameters?: IDataObject,
		more?: Partial<NodeRun>,
	) => Promise<NodeResult>;
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
		run: async (resource, operation, parameters = {}, more = {}) =>
			await runNode({
				node: new BlueTape(),
				parameters: { resource, operation, ...parameters },
				credentials: { blueTapeApi: credential },
				credentialTypes: { blueTapeApi: new BlueTapeApi() },
				...more,
			}),
	};
}
