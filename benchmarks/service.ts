import type { EmulatorProcess } from './emulatorProcess';

/** Every answer to a create takes so long, in ms. */
export const LATENCY_MS = 50;

const route = '/genericBthubService/integration/invoice';

/** A clean emulator with demo records, whose answers to new invoices take `delayMs`; the first one has `firstStatus`. */
export async function prepared(
	emulator: EmulatorProcess,
	{ delayMs = LATENCY_MS, perSecond = 0, firstStatus = 0 } = {},
): Promise<void> {
	await emulator.control('POST', '/reset', { seed: true });
	const match = { path: route };
	if (firstStatus) await emulator.control('POST', '/faults', { match, status: firstStatus, delayMs });
	if (delayMs) await emulator.control('POST', '/faults', { match, times: 1e9, delayMs });
	if (perSecond) await emulator.control('POST', '/rate-limit', { perSecond });
}

/** Statuses that the emulator gave to new invoices since it was prepared, and how many were under way together. */
export async function seen(emulator: EmulatorProcess) {
	const journal = await emulator.control<Array<{ path: string; status: number; concurrent: number }>>(
		'GET',
		'/journal',
	);
	const creates = journal.filter(({ path }) => path === route);
	const first = creates.findIndex(({ status }) => status === 429);
	// Those that were under way when the first one was refused are refused with it, whatever is learnt from that.
	const wave = first < 0 ? [] : creates.slice(first, first + creates[first].concurrent);
	const count = (wanted: number) => creates.filter(({ status }) => status === wanted).length;
	return {
		all: creates.length,
		created: count(201),
		refused: count(429),
		atOnce: wave.filter(({ status }) => status === 429).length,
		together: Math.max(0, ...creates.map(({ concurrent }) => concurrent)),
	};
}
