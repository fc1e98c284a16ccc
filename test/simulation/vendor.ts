import type { IHttpRequestOptions } from 'n8n-workflow';
import { Readable } from 'node:stream';
import { readContainer } from '../../emulator/bluDelta/containers';
import { addDocuments, validate } from '../../emulator/bluDelta/lifecycle';
import { People } from '../../emulator/bluDelta/people';
import { routes } from '../../emulator/bluDelta/plugin';
import { Failure, HttpRefusal, responseStatus } from '../../emulator/bluDelta/refusal';
import { emptyState, type BluDeltaDocument, type BluDeltaState } from '../../emulator/bluDelta/state';
import { detect } from '../../emulator/bluDelta/detection/detect';
import { Clock } from '../../emulator/shared/clock';

export const BASE = 'https://bludelta.test/api';
/** What goes wrong with the next download. */
export type DownloadFault = 'lostBefore' | 'lostAfter' | 'brokenOff' | 'refused';

const detection = detect([]);

/** The emulator's queue in this process, asked without a network. */
export class Vendor {
	readonly state: BluDeltaState;
	readonly people: People;
	readonly faults: DownloadFault[] = [];
	/** Path and status of each request, the logins left out, and the document that a download was of. */
	readonly requests: Array<{ path: string; status: number; id?: string; byHand: boolean }> = [];
	/** Who downloads: what is done by hand is nobody's fault. */
	byHand = false;
	/** Downloads by hand, by document. */
	readonly handmade = new Map<string, number>();

	constructor(now: () => Date) {
		this.state = emptyState({ clock: new Clock(now), apiKey: 'k', apiIdentifier: 'C', clients: ['Client1'] });
		this.people = new People(this.state);
	}

	/** A document arrives and can be downloaded at once. */
	async arrive(client = ''): Promise<BluDeltaDocument> {
		const content = Buffer.from('%PDF-1.4 as small as one can be');
		const incoming = { client, fileName: 'a.png', content, additionalProperties: [] };
		const container = await readContainer(this.state, incoming);
		container.parts = [{ content, detection }];
		this.state.containers.set(container.id, container);
		const [document] = addDocuments(this.state, container, this.state.clock.now());
		validate(this.state, document);
		return document;
	}

	/** n8n's httpRequest, for what the nodes ask of it. */
	async request({ method = 'GET', url, qs, body, encoding }: IHttpRequestOptions): Promise<unknown> {
		const path = url.slice(BASE.length);
		if (path === '/create/accesstoken') return answered(200, { State: 0, AccessToken: 'token' }, false);
		const isDownload = path.includes('/download/');
		const fault = isDownload ? this.faults.shift() : undefined;
		if (fault === 'lostBefore') throw new Lost();
		if (fault === 'refused') return answered(400, responseStatus('Bad', 'No'), encoding === 'stream');
		const [status, json] = await this.answer(method, path, (qs ?? {}) as Record<string, string>, body);
		const { InvoiceId = /[0-9a-f-]{36}/.exec(status === 429 ? JSON.stringify(json) : '')?.[0] } = json as {
			InvoiceId?: string;
		};
		this.requests.push({ path, status, byHand: this.byHand, ...(InvoiceId && { id: InvoiceId }) });
		if (isDownload && InvoiceId && status === 200 && this.byHand) {
			this.handmade.set(InvoiceId, (this.handmade.get(InvoiceId) ?? 0) + 1);
		}
		if (fault === 'lostAfter') throw new Lost();
		return answered(status, json, encoding === 'stream', fault === 'brokenOff');
	}

	private async answer(
		method: string,
		path: string,
		query: Record<string, string>,
		body: unknown,
	): Promise<[number, object]> {
		const route = routes.find((one) => one.method === method && one.path === path)!;
		try {
			const sent: unknown = typeof body === 'string' ? route.accepts!.parse(JSON.parse(body)) : undefined;
			const result = await route.run({ state: this.state, scope: [''], query, sent });
			return [200, { State: 0, Message: '', ...result }];
		} catch (error) {
			if (error instanceof Failure) return [200, { State: 1, Message: error.message }];
			if (error instanceof HttpRefusal) return [error.status, responseStatus(error.errorCode, error.message)];
			throw error;
		}
	}
}

class Lost extends Error {
	code = 'ECONNRESET';
}

function answered(statusCode: number, json: object, stream: boolean, breaksOff = false) {
	if (!stream) return { statusCode, headers: {}, body: json };
	const text = Buffer.from(JSON.stringify(json));
	const parts = function* () {
		yield breaksOff ? text.subarray(0, text.length - 300) : text;
		if (breaksOff) throw new Lost();
	};
	return { statusCode, headers: {}, body: Readable.from(parts(), { objectMode: false }) };
}
