import type { IDataObject } from 'n8n-workflow';
import { BlueTapeApi } from '../../credentials/BlueTapeApi.credentials';
import { startEmulator, type Emulator } from '../../emulator/server';
import { BlueTapeTrigger } from '../../nodes/BlueTape/BlueTapeTrigger.node';
import { noticeSecret } from '../../runtime/noticeSecret';
import { SeenTable } from '../engine/seenTable';
import type { Hosting } from '../engine/hosting';
import { hostTrigger, type HostedTrigger } from '../engine/webhook';

export { approval, payment } from './blueTapeNotices';

export const SECRET = noticeSecret.headerValue;
export const secretHeader = { 'X-BlueTape-Key': SECRET };

export const PAYMENT = 'invoice/payment';
export const APPROVAL = 'quote/approval';

export interface Answered {
	status: number;
	json: IDataObject;
}

/** Sends a notice as BlueTape does. Texts and bytes go out as they are. */
export async function post(
	url: string,
	body: unknown,
	headers: Record<string, string> = secretHeader,
): Promise<Answered> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' || Buffer.isBuffer(body) ? (body as string) : JSON.stringify(body),
	});
	return { status: answer.status, json: JSON.parse(await answer.text()) as IDataObject };
}

export interface TriggerStage extends HostedTrigger {
	emulator?: Emulator;
	table: SeenTable;
}

/** Given to `hostTrigger`; `api` adds an emulator and the credential for it. */
export interface Wishes extends Omit<Partial<Hosting>, 'parameters'> {
	parameters?: IDataObject;
	api?: boolean;
}

const opened: TriggerStage[] = [];

/** A BlueTape Trigger that listens, with the secret stored. All are closed by `closeStages`. */
export async function openTrigger({ api, parameters, ...wishes }: Wishes = {}): Promise<TriggerStage> {
	const emulator = api ? await startEmulator({ seed: true }) : undefined;
	const { baseUrl, apiKey, accountId } = emulator?.blueTape ?? {};
	const table = wishes.table ?? new SeenTable();
	const hosted = await hostTrigger({
		node: new BlueTapeTrigger(),
		credentials: {
			blueTapeWebhookApi: { ...noticeSecret },
			...(emulator && { blueTapeApi: { environment: 'custom', baseUrl, apiKey, accountId } }),
		},
		credentialTypes: { blueTapeApi: new BlueTapeApi() },
		...wishes,
		table,
		parameters: {
			events: ['quote.approval', 'invoice.payment'],
			callerCheck: 'headerSecret',
			options: {},
			...parameters,
		},
	});
	const stage = { ...hosted, emulator, table };
	opened.push(stage);
	return stage;
}

/** Stops everything that `openTrigger` started. */
export async function closeStages(): Promise<void> {
	for (const { stop, emulator } of opened.splice(0)) {
		await stop();
		await emulator?.stop();
	}
}
