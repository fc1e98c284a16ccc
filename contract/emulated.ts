import { startEmulator, type Emulator } from '../emulator/server';
import { bluDelta } from './bluDelta';
import { bluDeltaAt } from './bluDelta/service';
import { blueTape } from './blueTape';
import { blueTapeAt, cancelAll } from './blueTape/service';
import { nobody, nothingLeft, type Session } from './session';
import { World } from './world';

/** Both vendors of an emulator, whose clock goes on instead of the questions waiting. */
export function emulated(emulator: Emulator, sends?: typeof fetch): Session[] {
	const skip = async (seconds: number) => emulator.clock.advance(seconds * 1000);
	const access = { wait: skip, fetch: sends };
	const service = blueTapeAt(emulator.blueTape, { ...access, world: new World(nobody) });
	const documents = { ...access, world: new World(nobody), risky: true, patience: 600 };
	return [
		{
			...{ vendor: 'bluetape', address: 'the emulator', topics: blueTape, service },
			...{ secrets: () => [], finish: async () => await cancelAll(service) },
		},
		{
			...{ vendor: 'bludelta', address: 'the emulator', topics: bluDelta },
			...{ service: bluDeltaAt(emulator.bluDelta, documents), secrets: () => [], finish: nothingLeft },
		},
	];
}

/** A new emulator, and how to end it. */
export async function openEmulated(): Promise<{ sessions: Session[]; close(): Promise<void> }> {
	const emulator = await startEmulator();
	return { sessions: emulated(emulator), close: emulator.stop };
}
