import type { IDataObject } from 'n8n-workflow';
import { plainName } from '../../shared/values/plainName';
import { objectsAround, otherAmounts, sayingsAround } from './around';
import { readBody, type Body } from './noticeBody';
import { canonicalJson, eventId } from './digest';
import { documented, missing, understood, type NoticeEvent } from './fields';
import { freeName, isGiven, type Fields } from './names';
import { eventAt, type Arrival, type Found } from './record';
import { noticesIn } from './searches';
import { claims, contradictions } from './undone';
import { undoingPlaces } from './wentBack';

export type { NoticeEvent } from './fields';

/** One of BlueTape's notices. */
export interface Notice {
	event: NoticeEvent;
	/** SHA-256 of what the notice says: equal for a repeat, in whatever writing. */
	eventId: string;
	/** What the trigger puts out: the notice's own fields, and ours beside them. */
	json: IDataObject;
}

/** The part of a URL that tells which notice comes there. */
export const paths: Record<NoticeEvent, string> = {
	'quote.approval': 'quote/approval',
	'invoice.payment': 'invoice/payment',
};

export const events = Object.keys(paths) as NoticeEvent[];

/** The notice that belongs to a request's path, e.g. `/webhook/3f2a…/invoice/payment`. */
export function eventOf(path: string): NoticeEvent | undefined {
	const tail = path.replace(/\/+$/, '');
	return events.find((event) => tail.endsWith(`/${paths[event]}`));
}

const TOO_DEEP = 'the body is nested too deeply';

/** Workflows go on by `verified`, so that it is never what a caller says: a notice's own gets another name. */
function withoutVerified({ verified, ...others }: Fields): { said: Fields; problems: string[] } {
	if (verified === undefined) return { said: others, problems: [] };
	const name = freeName('noticeVerified', others);
	return {
		said: { ...others, [name]: verified },
		problems: [`verified is what the sender says, and stands in ${name}`],
	};
}

/** Undefined when it is nested too deeply. */
function noticeOf(found: Found, address: NoticeEvent | undefined, now: Date): Notice | undefined {
	const { fields, envelope, at = [], problems, event = eventAt(fields, address) } = found;
	const { value, problems: odd } = understood(fields, documented[event]);
	const isSaid = ([name, each]: [string, unknown]) =>
		isGiven(each) || !Object.hasOwn(documented[event], name);
	if (canonicalJson(envelope ?? {}) === undefined) return undefined;
	const own = Object.fromEntries(Object.entries(value).filter(isSaid));
	// Of what stood around it only some is a part of what it says; the rest may count the attempts.
	const isClaimed = isGiven(value[claims[event]]);
	const around = [...sayingsAround(envelope, event, { place: '', isAttempts: false, isClaimed }, at)];
	const json = (each: unknown) => canonicalJson(each);
	const marks = [...around, ...undoingPlaces(at).map(plainName)];
	const id = eventId(event, marks.length ? [json(own), ...marks.map(json).sort()] : own);
	if (id === undefined) return undefined;
	const { said, problems: renamed } = withoutVerified(value);
	const all = [
		...[...problems, ...odd, ...missing(value, event), ...otherAmounts(value, around)],
		...[...contradictions(value, event, objectsAround(envelope, at), at), ...renamed],
	];
	if (address && event !== address) all.unshift(`A notice of ${event} came to the address for ${address}`);
	const named = (ours: Fields) =>
		Object.fromEntries(Object.entries(ours).map(([name, each]) => [freeName(name, said), each]));
	return {
		event,
		eventId: id,
		json: {
			...named({ event, eventId: id, receivedAt: now.toISOString() }),
			...said,
			...(envelope && Object.keys(envelope).length > 0 && named({ envelope })),
			...(all.length > 0 && named({ problems: all })),
		} as IDataObject,
	};
}

/** A body as it arrived, and where. */
export interface Arrived extends Arrival {
	bytes: Uint8Array;
	contentType?: string;
}

/** The notices that a body holds, or in a few words why it holds none; the caller may read them. */
export function noticesOf(
	{ text, value, problems, packed }: Body,
	arrival: Arrival,
	now: Date,
): Notice[] | string {
	// Before anything else, for whatever reads it would fail.
	if (value && canonicalJson(value) === undefined) return TOO_DEEP;
	// The query may name the record of an empty body.
	const found = value || !text.trim() ? noticesIn(value ?? {}, arrival) : [];
	if (!value && !found.length)
		return packed ? `the body is packed as ${packed}` : 'the body is neither a JSON object nor a form';
	if (!found.length) return 'the body names no invoice and no quote (invoiceId, quoteId)';
	const notices: Notice[] = [];
	for (const each of found) {
		const notice = noticeOf({ ...each, problems: [...problems, ...each.problems] }, arrival.address, now);
		if (!notice) return TOO_DEEP;
		notices.push(notice);
	}
	return notices;
}

/** Reads a body that came at `now`. */
export const readNotices = ({ bytes, contentType, ...arrival }: Arrived, now: Date): Notice[] | string =>
	noticesOf(readBody(bytes, contentType), arrival, now);
