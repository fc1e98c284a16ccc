import type { INodeExecutionData } from 'n8n-workflow';
import { downloadedTooOften } from '../errors';
import { outstanding } from '../queue/documents';
import type { Ledger } from '../queue/ledger';
import { called, MOST_DOWNLOADS, type Document } from '../queue/lifecycle';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** What holds up the queue so that a person is needed, told when it begins to and daily from then on. */
export function attention(ledger: Ledger, now: number, queueIsStuck: boolean): INodeExecutionData[] {
	const items: INodeExecutionData[] = [];
	for (const [id, document] of outstanding(ledger)) {
		const since = document.state === 'stuck' ? -Infinity : document.refusedAt;
		if (since === undefined) continue;
		document.polls = (document.polls ?? 0) + 1;
		// A service that refuses a confirm for a short while needs nobody.
		if (now - since < HOUR || now - (document.toldAt ?? -Infinity) < DAY) continue;
		document.toldAt = now;
		items.push({ json: { stuck: true, stuckInvoiceId: id, ...told(id, document) } });
	}
	if (queueIsStuck && now - (ledger.toldAt ?? 0) >= DAY) {
		ledger.toldAt = now;
		const { answers } = ledger.lost;
		items.push({ json: { stuck: true, lostAnswers: answers, message: lostMessage(answers) } });
	}
	return items;
}

function told(
	id: string,
	{ state, fileName, invoiceContainerId, downloads, handOvers, polls = 0 }: Document,
) {
	const what = `The document ${called(id, { fileName })}`;
	const count = polls === 1 ? '1 poll' : `${polls} polls`;
	const message =
		state === 'handedOver'
			? `${what} was handed over, and BLU DELTA has refused its confirm for ${count}. Newer documents wait behind it. ` +
				'The confirm is tried again with each poll; look at it in BLU DELTA, or confirm it there'
			: `${what} was downloaded ${downloads} times and is not confirmed. Newer documents wait behind it (${count} so far). ` +
				(downloads > MOST_DOWNLOADS ? downloadedTooOften.advice : lastIsYours);
	return { invoiceContainerId, fileName, downloads, handOvers, polls, message };
}

const lastIsYours =
	'The trigger leaves its last download to you: confirm it if you have its data; otherwise fetch it by hand with Download Next ' +
	'and a Limit: others may come before it';

const lostMessage = (lost: number) =>
	`${lost} downloads got no answer, so that the next one may be the third and last one of some document. The trigger leaves it ` +
	'to you: when the connection is mended, fetch what waits by hand with Download Next and a Limit, and confirm it once you have the data';
