import { ask } from '../../contract/ask';
import { emulated } from '../../contract/emulated';
import type { Finding } from '../../contract/question';
import { startEmulator, type Emulator } from '../../emulator/server';

export interface Asked {
	findings: Finding[];
	/** Invoices that could not be cancelled. */
	left: string[];
	emulator: Emulator;
}

/** All questions to the given vendors of a new emulator. @param sends stands between the two */
export async function asked(vendors: string[], sends?: typeof fetch): Promise<Asked> {
	const emulator = await startEmulator();
	try {
		const findings: Finding[] = [];
		const left: string[] = [];
		for (const session of emulated(emulator, sends).filter(({ vendor }) => vendors.includes(vendor))) {
			findings.push(...(await ask(session.topics, session.service)));
			left.push(...(await session.finish()));
		}
		return { findings, left, emulator };
	} finally {
		await emulator.stop();
	}
}

/** What was found of statements that say something, where they stand. */
export const found = (findings: Finding[]) => [
	...new Set(
		findings
			.filter(({ verdict, mark }) => mark !== 'unknown' && (verdict === 'differs' || verdict === 'learnt'))
			.map(({ at }) => at),
	),
];
