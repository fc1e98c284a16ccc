import { request } from 'node:http';
import type { EmulatorProcess } from './emulatorProcess';
import { sampleHeaders, sampleInvoice } from './sample';
import { prepared } from './service';

/**
 * Seconds for so many new invoices by a loop of Node alone, with a new connection each as n8n makes them: what this machine and the
 * emulator leave of the latency bound before n8n does anything.
 */
export async function bareClient(
	emulator: EmulatorProcess,
	items: number,
	parallel: number,
): Promise<number> {
	await prepared(emulator);
	const url = `${emulator.blueTape.baseUrl}/integration/invoice`;
	const headers = sampleHeaders(emulator);
	const create = async () =>
		await new Promise<void>((resolve, reject) => {
			const body = sampleInvoice();
			const length = { 'content-length': Buffer.byteLength(body) };
			const sent = request(url, { method: 'POST', agent: false, headers: { ...headers, ...length } });
			sent.on('error', reject).on('response', (answer) => {
				if (answer.statusCode !== 201) reject(new Error(`The emulator answered ${answer.statusCode}`));
				answer.on('end', resolve).resume();
			});
			sent.end(body);
		});
	let left = items;
	const begin = performance.now();
	const loop = async () => {
		while (left-- > 0) await create();
	};
	await Promise.all(Array.from({ length: parallel }, loop));
	return (performance.now() - begin) / 1000;
}
