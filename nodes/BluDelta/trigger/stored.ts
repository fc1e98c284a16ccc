import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { allows, type Document } from '../queue/lifecycle';
import { happen, outstanding } from '../queue/documents';
import { nothingLost, type Ledger } from '../queue/ledger';
import { triggerKey } from './holder';
import { isObject } from '../../shared/values/object';

type Stored = Pick<Ledger, 'lost' | 'pause' | 'toldAt'> & { documents: Record<string, Document> };

const isDocument = (value: unknown): value is Document =>
	isObject(value) && Object.hasOwn(allows, String(value.state)) && Number.isInteger(value.downloads);

/** What n8n keeps for this trigger between polls. */
export interface Memory {
	/** The trigger that it belongs to, and where n8n holds it: in another place once the workflow is loaded anew. */
	of: string;
	place: object;
	/** n8n keeps it together with the items of a poll, or neither. Otherwise it was kept before those items were. */
	whole: boolean;
	read: () => Partial<Stored>;
	write: (stored: IDataObject) => void;
}

/**
 * Static data has the flag by which n8n sees that it must be saved, which it does apart from the items. A poll's cursor
 * (N8N_POLLER_DURABLE_CURSORS_ENABLED) has none: n8n keeps it together with them. No other sign tells these apart in every poll:
 * the one that n8n makes when it activates a workflow has the usual budget in each engine.
 */
const SAVED_APART = '__dataChanged';

export function memoryOf(context: IPollFunctions): Memory {
	const own = context.getWorkflowStaticData('node');
	// A node's own static data goes by its name: those of the workflow, by the node's id, outlast a new one.
	const shared = context.getWorkflowStaticData('global');
	const key = `bluDeltaQueue:${context.getNode().id}`;
	const place = SAVED_APART in own ? shared : own;
	return {
		of: triggerKey(context),
		place,
		// The first poll that has a cursor finds in it nothing of those before.
		whole: place === own && key in own,
		// A copy: n8n's static data is a proxy.
		read: () => JSON.parse(JSON.stringify(place[key] ?? shared[key] ?? {})) as Partial<Stored>,
		write: (stored) => void (place[key] = stored),
	};
}

/** Where the polls of a queue have remembered what they put out: there it stays, whoever polls. */
const known = new WeakMap<Ledger, WeakSet<object>>();

/**
 * Brings what n8n has kept of earlier polls into the ledger; what the ledger knows is newer. Where that may be older than the
 * items of the last poll, what this process did not hand over itself is handed over once more.
 */
export function recall(ledger: Ledger, { of, place, whole, read }: Memory): void {
	const { documents, lost, pause, toldAt } = read();
	const kept = new Map(
		Object.entries(isObject(documents) ? documents : {}).filter(([, one]) => isDocument(one)),
	);
	for (const [id, document] of kept) {
		if (ledger.documents.has(id)) continue;
		ledger.documents.set(id, document);
		if (!whole) happen(ledger, id, 'restart', Date.now());
	}
	const places = known.get(ledger) ?? new WeakSet();
	const isLoadedAnew = ledger.recalled === of && !places.has(place);
	for (const [id, document] of outstanding(ledger)) {
		// Another trigger polls no more, and this one can't see whether n8n has kept its last poll. Its workflow may still be at work.
		if ((document.handedOverBy ?? of) !== of) happen(ledger, id, 'restart', Date.now());
		else if (isLoadedAnew) takeBack(ledger, id, document, kept.get(id));
	}
	if (isLoadedAnew && toldAt !== ledger.toldAt) ledger.toldAt = undefined;
	known.set(ledger, places.add(place));
	if (!ledger.recalled) {
		if (isObject(lost) && lost.answers > ledger.lost.answers) ledger.lost = { ...nothingLost(), ...lost };
		if (isObject(pause) && pause.until > ledger.pause.until)
			ledger.pause = { until: Number(pause.until), length: Number(pause.length) || 0 };
		ledger.toldAt ??= toldAt;
	}
	ledger.recalled = of;
}

/**
 * What a trigger has put out and n8n has not kept, n8n has thrown away: the workflow was published anew or switched off while
 * the poll was under way, or the poll took too long. It is handed over once more, or told once more.
 */
function takeBack(ledger: Ledger, id: string, document: Document, kept: Document | undefined): void {
	if (kept?.toldAt !== document.toldAt) document.toldAt = undefined;
	if (!kept || kept.handedOverAt !== document.handedOverAt) happen(ledger, id, 'giveUp', Date.now());
}

/** Puts what must be known after a restart where n8n keeps it, as plain data. n8n does so when it sees fit. */
export function remember(ledger: Ledger, { write }: Memory): void {
	const { lost, pause, toldAt } = ledger;
	const documents = Object.fromEntries(outstanding(ledger));
	write(JSON.parse(JSON.stringify({ documents, lost, pause, toldAt })) as IDataObject);
}
