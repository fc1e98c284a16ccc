import type { IDataObject } from 'n8n-workflow';
import { after, allows, type Document } from '../queue/lifecycle';
import { NOTHING_LOST } from '../queue/lost';
import { happen, outstanding, type Ledger } from '../queue/ledger';

type Stored = Pick<Ledger, 'lost' | 'pause' | 'toldAt'> & { documents: Record<string, Document> };

const MOST_SILENT = 100;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isDocument = (value: unknown): value is Document =>
	isObject(value) && String(value.state) in allows && Number.isInteger(value.downloads);

/**
 * Brings what n8n has kept of earlier polls into the ledger; what the ledger knows is newer. `whole`: n8n keeps it together
 * with the items of a poll, or neither. Otherwise it was kept before those items were, so that what this process did not
 * hand over itself is handed over once more.
 */
export function recall(ledger: Ledger, stored: IDataObject, whole: boolean): void {
	// A copy: n8n's static data is a proxy.
	const { documents, lost, pause, toldAt } = JSON.parse(JSON.stringify(stored)) as Partial<Stored>;
	const kept = Object.entries(isObject(documents) ? documents : {}).filter(([, one]) => isDocument(one));
	// They came before all that this process has downloaded.
	const [first] = outstanding(ledger);
	const shift = (first?.[1].turn ?? 0) - Math.max(0, ...kept.map(([, { turn }]) => turn)) - 1;
	for (const [id, document] of kept) {
		if (ledger.documents.has(id)) continue;
		const state = whole ? document.state : after('restart', document.state, document.downloads);
		ledger.documents.set(id, { ...document, state, turn: document.turn + shift });
	}
	const ids = new Set(kept.map(([id]) => id));
	for (const [id] of whole ? outstanding(ledger) : [])
		if (!ids.has(id)) happen(ledger, id, 'giveUp', Date.now());
	if (!ledger.recalled) {
		if (isObject(lost) && lost.laps > ledger.lost.laps) ledger.lost = { ...NOTHING_LOST, ...lost };
		if (isObject(pause))
			ledger.pause = { until: Number(pause.until) || 0, length: Number(pause.length) || 0 };
		ledger.toldAt ??= toldAt;
	}
	ledger.recalled = true;
}

/** Puts what must be known after a restart where n8n keeps it, as plain data. n8n does so when it sees fit. */
export function remember(ledger: Ledger, stored: IDataObject): void {
	const { lost, pause, toldAt } = ledger;
	// Those that may come back are known again then.
	const silent = [...ledger.documents].filter(([, { state, silent }]) => state === 'gone' && silent);
	const documents = Object.fromEntries([...silent.slice(-MOST_SILENT), ...outstanding(ledger)]);
	Object.assign(stored, JSON.parse(JSON.stringify({ documents, lost, pause, toldAt: toldAt ?? 0 })));
}
