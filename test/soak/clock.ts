import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The clock of all processes of n8n, which can be set while they run. */
export interface Clock {
	/** What they must be started with. */
	env: Record<string, string>;
	/** Sets them so far before the machine's clock, or behind it, in seconds. */
	set: (seconds: number) => Promise<void>;
	close: () => Promise<void>;
}

export async function openClock(): Promise<Clock> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-clock-'));
	const file = join(folder, 'ahead');
	const set = async (seconds: number) => await writeFile(file, String(seconds * 1000));
	await set(0);
	return {
		env: { CLOCK_FILE: file, NODE_OPTIONS: `--require ${join(__dirname, 'setClock.js')}` },
		set,
		close: async () => await rm(folder, { recursive: true, force: true }),
	};
}
