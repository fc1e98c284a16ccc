import { setTimeout as sleep } from 'node:timers/promises';
import { printInvoices } from '../../emulator/bluDelta/print';
import { send, type Sent } from '../queue/sender';
import { shots } from '../queue/shots';
import { secret } from '../queue/stage';
import { invoice, type Place } from './place';

/** What was sent, by id, and what its sender was told. */
export interface Load {
	notices: Map<string, Sent>;
	invoices: Map<string, Sent>;
	/** Numbers of the invoices on uploaded documents. */
	documents: string[];
}

const PAUSE = 400;

async function upload({ emulator }: Place, number: string): Promise<void> {
	const lines = [{ description: 'Gravel', quantity: 2, unitPrice: 50, vatRate: 10 }];
	const file = await printInvoices([{ number, date: '2026-11-17', dueDate: '2031-06-30', lines }]);
	const { baseUrl, apiKey, apiIdentifier } = emulator.bluDelta;
	const headers = {
		...{ 'Content-Type': 'application/json', 'X-ApiKey': apiKey, 'X-ApiIdentifier': apiIdentifier },
	};
	const body = JSON.stringify({ FileName: `${number}.pdf`, File: file.toString('base64') });
	const answer = await fetch(`${baseUrl}/upload/invoiceContainer`, { method: 'POST', headers, body });
	if (!answer.ok) throw new Error(`Upload: ${answer.status}`);
}

/** Sends documents, notices and invoices until the time is over; a sender sends again until somebody takes it. */
export async function load(place: Place, until: number): Promise<Load> {
	const sent: Load = { notices: new Map(), invoices: new Map(), documents: [] };
	const underWay: Array<Promise<unknown>> = [];
	const genuine = shots(20_000).filter(({ forged }) => !forged);
	for (let number = 0; Date.now() < until; number++) {
		const { notice, process } = genuine[number];
		const keep = async (where: Map<string, Sent>, id: string, sending: Promise<Sent>) =>
			void where.set(id, await sending);
		const headers = { [secret.name]: secret.value };
		underWay.push(keep(sent.notices, notice.id, send(place.urls, process, notice, headers)));
		if (number % 2 === 0) {
			const id = `POSTED-${number}`;
			const posted = { id, path: '' as typeof notice.path, body: invoice(id) };
			underWay.push(keep(sent.invoices, id, send(place.invoiceUrls, 1 - process, posted, {})));
		}
		if (number % 5 === 0) {
			await upload(place, `DOC-${number}`);
			sent.documents.push(`DOC-${number}`);
		}
		await sleep(PAUSE);
	}
	await Promise.all(underWay);
	return sent;
}
