import { startEmulator, type Emulator } from '../../emulator/server';
import { type Settings } from '../../emulator/bluDelta/settings';
import { readAnswer, type Answer } from './answer';

/** A day on which the emulator's clock stands still unless it is moved. */
export const noon = () => new Date('2024-04-18T12:00:00.000Z');

/** Calls to the Web API, with a token for everything that belongs to the customer. */
export class BluDeltaCalls {
	token = '';
	emulator!: Emulator;

	async start(): Promise<void> {
		this.emulator = await startEmulator({ now: noon });
	}

	/** Empty, with these settings and a new token for a day. */
	async reset(settings: Partial<Settings> = {}): Promise<void> {
		this.emulator.reset();
		this.token = await this.newToken({ TimeoutSeconds: 86_400 });
		this.set(settings);
	}

	set(settings: Partial<Settings>): void {
		Object.assign(this.emulator.bluDelta.state.settings, settings);
	}

	get keys(): Record<string, string> {
		const { apiKey, apiIdentifier } = this.emulator.bluDelta;
		return { 'X-ApiKey': apiKey, 'X-ApiIdentifier': apiIdentifier };
	}

	/** @param headers the token's unless given */
	async call(
		method: 'GET' | 'POST' | 'PUT',
		path: string,
		body?: unknown,
		headers: Record<string, string> = { 'X-AccessToken': this.token },
	): Promise<Answer> {
		const response = await fetch(this.emulator.bluDelta.baseUrl + path, {
			method,
			body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
			headers: { 'Content-Type': 'application/json', ...headers },
		});
		return await readAnswer(response);
	}

	async newToken(body: object): Promise<string> {
		const { json } = await this.call('POST', '/create/accesstoken', body, this.keys);
		return json.AccessToken as string;
	}

	async upload(
		content: Buffer | string,
		rest: object = {},
		headers?: Record<string, string>,
	): Promise<Answer> {
		const body = { FileName: 'A1.pdf', File: Buffer.from(content).toString('base64'), ...rest };
		return await this.call('POST', '/upload/invoiceContainer', body, headers);
	}

	/** Uploads an image, in which nothing is found, and returns the id of its container. */
	async uploadImage(rest: object = {}): Promise<string> {
		return (await this.upload('scan', { FileName: 'scan.png', ...rest })).json.InvoiceContainerId as string;
	}

	async next(version: '' | '/v2' = '/v2', query = ''): Promise<Answer> {
		return await this.call('GET', `${version}/download/invoice/next${query}`);
	}

	async confirm(InvoiceId: string): Promise<Answer> {
		return await this.call('POST', '/confirm/invoice', { InvoiceId });
	}

	async states(...ids: string[]): Promise<Answer> {
		return await this.call('GET', `/invoiceContainer/state?containerIds=${ids.join(',')}`);
	}

	/** States of each document of a container, newest first. */
	async documentStates(containerId: string): Promise<string[][]> {
		const [container] = (await this.states(containerId)).json.InvoiceContainerStates;
		return container.DocumentStateReports.map((report: { DocumentStates: Array<{ State: string }> }) =>
			report.DocumentStates.map(({ State }) => State),
		);
	}

	async count(state: string): Promise<Answer> {
		return await this.call('GET', `/count/invoices?state=${state}`);
	}
}

/** The calls of one test file: before each test the emulator is empty and has these settings. */
export function bluDeltaCalls(settings: Partial<Settings> = {}): BluDeltaCalls {
	const api = new BluDeltaCalls();
	beforeAll(async () => await api.start());
	beforeEach(async () => await api.reset(settings));
	afterAll(async () => await api.emulator.stop());
	return api;
}

/** The business error of the contract: HTTP 200 and a sentence. */
export const failed = (Message: string | RegExp = /./) => ({
	State: 1,
	Message: expect.stringMatching(Message) as string,
});

/** ServiceStack's error body. */
export const refused = (ErrorCode: string, Message: string | RegExp = /./) => ({
	ResponseStatus: { ErrorCode, Message: expect.stringMatching(Message) as string, Errors: [] },
});
