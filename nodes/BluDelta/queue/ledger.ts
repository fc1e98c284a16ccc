import { createHash } from 'node:crypto';
import { inTurn } from '../../shared/http/inTurn';
import type { Session } from '../../shared/http/session';
import type { Credential } from '../token';
import type { Document } from './lifecycle';
import { overlap, reachOf, type Reach } from './reach';

/** The active trigger that has the queue. */
export interface Holder {
	/** The node within its workflow, whatever both are called. */
	key: string;
	name: string;
	/** Until when the queue is its own without another poll: `span` after its last one. */
	until: number;
	span: number;
	/** For how long after that it may still poll and confirm what it has handed over: n8n may poll late, or by a cron expression. */
	patience: number;
	/** Minutes that its workflow has for a document. */
	redeliverAfter: number;
}

/** Downloads whose answers got lost since the queue was last seen to its end. */
interface Lost {
	answers: number;
	/** When the last one did. */
	at: number;
	/** The most of them that may have been of one document: the queue goes round, and each lap may cost one. */
	laps: number;
	/** When the first one of the last lap did, and how many documents come before it that nobody has downloaded. */
	since: number;
	ahead: number;
}

export const nothingLost = (): Lost => ({ answers: 0, at: 0, laps: 0, since: 0, ahead: 0 });

/** What this process knows of one download queue. Times in milliseconds since 1970. */
export interface Ledger {
	/** A digest of the address, and of the key where no identifier says whose queue it is. */
	readonly service: string;
	readonly reach: Reach;
	/** By invoiceId. */
	documents: Map<string, Document>;
	lost: Lost;
	/** Documents that others had downloaded when this process began, or when the queue was last seen to its end. */
	strays?: number;
	/** No download by itself before `until`; `length` grows with each download in vain. */
	pause: { until: number; length: number };
	/** When this process last asked for a count, by its states. */
	counted: Map<string, number>;
	/** When people were told last that lost answers hold up the queue. */
	toldAt?: number;
	holder?: Holder;
	/** The trigger that polled last: what n8n had kept of an earlier process was brought in. */
	recalled?: string;
	/** A poll is under way: ticks may overlap, and two would spend the same documents' downloads. */
	polling?: boolean;
}

const FIRST_PAUSE = 2 * 60_000;
export const LONGEST_PAUSE = 60 * 60_000;
/** A count is up to 60 s old (bludelta.md 5.6). */
export const COUNT_AGE = 61_000;

/** The ledgers of this process by service and reach: the same queue for all who work at it. */
export const ledgers = new Map<string, Ledger>();

/** The ledger of a session's queue. */
export function ledgerOf({ baseUrl, credential }: Session): Ledger {
	const data = (credential?.data ?? {}) as Credential;
	const { apiIdentifier = '', apiKey = '' } = data;
	const parts = JSON.stringify([baseUrl.toLowerCase(), apiIdentifier.trim() ? '' : apiKey.trim()]);
	const service = createHash('sha256').update(parts).digest('hex');
	const reach = reachOf(data);
	const key = JSON.stringify([service, ...reach]);
	const ledger = ledgers.get(key) ?? {
		service,
		reach,
		documents: new Map(),
		lost: nothingLost(),
		pause: { until: 0, length: 0 },
		counted: new Map(),
	};
	ledgers.set(key, ledger);
	return ledger;
}

/** The ledgers into which the same documents may come: this one, and those of some of its clients. */
export const sharing = ({ service, reach }: Ledger): Ledger[] =>
	[...ledgers.values()].filter((one) => one.service === service && overlap(one.reach, reach));

/** The trigger that polls and has one of these queues. */
export const holderOf = (queues: Ledger[], now: number): Holder | undefined =>
	queues.find(({ holder }) => holder && now < holder.until)?.holder;

/** The trigger that polls by another credential and may get the same documents: this ledger does not know what it has. */
export const heldElsewhere = (ledger: Ledger, now: number): Holder | undefined =>
	holderOf(
		sharing(ledger).filter((one) => one !== ledger),
		now,
	);

/** The triggers that have had this queue last, or a part of it. */
export const holdersOf = (ledger: Ledger): Holder[] => sharing(ledger).flatMap(({ holder }) => holder ?? []);

/** Until when a trigger may confirm what it has handed over; 0 where none has the queue. */
export const awaitedUntil = (ledger: Ledger): number =>
	Math.max(0, ...holdersOf(ledger).map(({ until, patience }) => until + patience));

/** Does the work when no one else of this process is at any of the same documents. */
export const atQueue = async <T>(ledger: Ledger, work: () => Promise<T>): Promise<T> =>
	// Always in the order in which they came about, so that no two wait for each other.
	await sharing(ledger).reduceRight((inner, one) => async () => await inTurn(one, inner), work)();

/** A download came to a good end: the next pause is a short one. */
export const served = (ledger: Ledger): void => void (ledger.pause = { until: 0, length: 0 });

/** A download came to nothing: each is followed by a longer pause. */
export function pause(ledger: Ledger, now: number): void {
	const length = Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, ledger.pause.length * 2));
	ledger.pause = { until: now + length, length };
}
