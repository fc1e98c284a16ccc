import { startEmulator, type Emulator } from '../../emulator/server';
import { readAnswer, type Answer } from './answer';
import { customerSample, sampleDay } from './blueTapeSamples';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A call with the right keys; `body` as JSON unless it is bytes, text or a form. */
export async function call(
	emulator: Emulator,
	method: Method,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const asIs =
		body === undefined || typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array;
	const response = await fetch(emulator.blueTape.baseUrl + path, {
		method,
		body: asIs ? (body as BodyInit | undefined) : JSON.stringify(body),
		headers: {
			'X-BlueTape-Key': emulator.blueTape.apiKey,
			'X-Integration-AccountId': emulator.blueTape.accountId,
			...(asIs ? {} : { 'Content-Type': 'application/json' }),
			...headers,
		},
		redirect: 'manual',
	});
	return await readAnswer(response);
}

/** Calls to the routes below /integration. */
export class BlueTapeCalls {
	emulator!: Emulator;

	send = async (
		method: Method,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Answer> => await call(this.emulator, method, `/integration${path}`, body, headers);
	get = async (path: string): Promise<Answer> => await this.send('GET', path);
	post = async (path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> =>
		await this.send('POST', path, body, headers);
	put = async (path: string, body?: unknown): Promise<Answer> => await this.send('PUT', path, body);
}

/** The calls of one test file: on the samples' day, before each test with the samples' customer and nothing else. */
export function withCustomer(): BlueTapeCalls {
	const api = new BlueTapeCalls();
	beforeAll(async () => {
		api.emulator = await startEmulator({ now: sampleDay });
	});
	beforeEach(async () => {
		api.emulator.reset();
		await addSampleCustomer(api.emulator);
	});
	afterAll(async () => await api.emulator.stop());
	return api;
}

export async function addSampleCustomer(emulator: Emulator): Promise<void> {
	const customer = {
		...customerSample,
		...{ id: '7ba4877cbf52', emailAddress: 'jane@example.com', cellPhoneNumber: '+12025550111' },
	};
	expect((await call(emulator, 'POST', '/integration/customer', customer)).status).toBe(201);
}
