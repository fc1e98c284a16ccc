import autocannon from 'autocannon';
import type { EmulatorProcess } from './emulatorProcess';
import { sampleHeaders, sampleInvoice } from './sample';
import { prepared } from './service';

const SECONDS = 3;

/**
 * What the emulator itself can answer with 50 requests under way and no delay, in requests per second: far above what
 * n8n sends, or else the numbers would be the emulator's.
 */
export async function capacity(emulator: EmulatorProcess): Promise<number> {
	await prepared(emulator, { delayMs: 0 });
	const result = await autocannon({
		url: `${emulator.blueTape.baseUrl}/integration/invoice`,
		connections: 50,
		duration: SECONDS,
		requests: [
			{
				method: 'POST',
				headers: sampleHeaders(emulator),
				setupRequest: (request) => ({ ...request, body: sampleInvoice() }),
			},
		],
	});
	if (result.non2xx) throw new Error(`The emulator refused ${result.non2xx} of the requests meant for it`);
	return result.requests.average;
}
