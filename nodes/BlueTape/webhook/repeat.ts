import type { IDataObject, IExecuteFunctions, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { inTurn } from '../../shared/http/inTurn';
import { isItsTurn, responseOf } from './http';
import type { Notice, NoticeEvent } from './notice';
import { Seen, type Claim } from './seen';
import { answersLate } from './settings';

const MOST_NOTICES = 1000;

/** Test runs in the editor and retries by hand are meant to run: they neither count as repeats nor cause any. */
const isProduction = (context: IWebhookFunctions | IExecuteFunctions): boolean =>
	context.getMode() === 'webhook';

const keyOf = (context: IWebhookFunctions | IExecuteFunctions): string =>
	`${context.getWorkflow().id} ${context.getNode().id}`;

/** What this process knows of the notices of each trigger, by workflow and node. */
const memories = new Map<string, Seen>();

function memoryOf(context: IWebhookFunctions): Seen {
	const key = keyOf(context);
	const known = memories.get(key) ?? new Seen(MOST_NOTICES);
	memories.set(key, known);
	return known;
}

/** What a call is, as far as this process knows. `again`: a repeat that it asked for, by telling that the workflow failed. */
export type Turn = 'first' | 'again' | 'repeat';

/**
 * Takes a call with these notices. Of twins that come at the same moment, the second waits until n8n has answered the first: if
 * that was not taken over after all, the second takes its place. A notice that stands twice in a list is its own repeat.
 */
export async function turnsOf(context: IWebhookFunctions, notices: Notice[]): Promise<Turn[]> {
	if (!isProduction(context)) return notices.map(() => 'first');
	// Who holds a notice while its answer waits for another call's would let that one wait for ever, if it is about the same notice.
	let gone = !(await isItsTurn(context));
	const seen = memoryOf(context);
	const claims = new Map<string, Claim>();
	const turns = new Map<string, Turn>();
	const response = responseOf(context);
	const release = () => {
		gone = true;
		claims.forEach((claim) => claim.release());
	};
	response.once('close', release);
	// The caller may have hung up before this call was looked at.
	if (response.destroyed) gone = true;
	// In one order for all: two lists that each wait for the other's notice would wait for ever.
	for (const eventId of [...new Set(notices.map((notice) => notice.eventId))].sort()) {
		const claim = await seen.claim(eventId);
		if (claim) claims.set(eventId, claim);
		turns.set(eventId, claim ? (claim.isAgain ? 'again' : 'first') : 'repeat');
	}
	const noteFailure = () => {
		if (response.statusCode < 300) return;
		gone = true;
		// Before the workflow's end n8n answers with an error only where it has stored nothing. The repeat may have reached another process
		// by the time that this one is asked once more, so that n8n's table has to tell.
		const isLate = answersLate(context.getNode().parameters);
		claims.forEach((claim) => (isLate ? claim.fail() : claim.release()));
		claims.clear();
	};
	// n8n answers a caller that has hung up, too; 'finish' does not come then.
	const send = response.json.bind(response);
	response.json = (body) => {
		noteFailure();
		return send(body);
	};
	response.once('finish', () => {
		noteFailure();
		claims.forEach((claim) => claim.keep());
	});
	// The caller hung up while this waited.
	if (gone) release();
	return notices.map(({ eventId }) => {
		const turn = turns.get(eventId)!;
		turns.set(eventId, 'repeat');
		return turn;
	});
}

/** What an item carries beside its JSON, whose fields may be named like ours. */
export interface Identity extends IDataObject {
	event: NoticeEvent;
	eventId: string;
	/** Is it meant to run again? */
	again?: true;
}

/** A notice on its way to `execute()`, perhaps in another process. */
export function itemOf({ event, eventId, json }: Notice, turn: Turn): INodeExecutionData {
	const notice: Identity = { event, eventId, ...(turn === 'again' && { again: true }) };
	return { json, notice };
}

/** The identity of a notice that has come; undefined for n8n's empty item when none has. */
export const identityOf = ({ notice }: INodeExecutionData): Identity | undefined =>
	notice as Identity | undefined;

type Helpers = Pick<IExecuteFunctions['helpers'], 'checkProcessedAndRecord'>;

/** Asks n8n's own table, shared by all processes, and writes the id there. Undefined when that fails. */
async function isKnown(helpers: Helpers, eventId: string): Promise<boolean | undefined> {
	try {
		const options = { mode: 'entries', maxEntries: MOST_NOTICES } as const;
		const { processed } = await helpers.checkProcessedAndRecord([eventId], 'node', options);
		return processed.includes(eventId);
	} catch {
		return undefined;
	}
}

/**
 * Is the notice a repeat, by n8n's own table? That is read and written back as a whole and without a lock, so this process asks one
 * at a time; another process may still write our id over. Undefined when the table fails.
 */
async function isRepeat(context: IExecuteFunctions, eventId: string): Promise<boolean | undefined> {
	return await inTurn(keyOf(context), async () => {
		const known = await isKnown(context.helpers, eventId);
		if (known !== undefined) return known;
		// Once more: the very first notices of two processes collide when both make the node's row. An id that is known now may have
		// been written by the question before, of which but the answer was lost.
		return (await isKnown(context.helpers, eventId)) === false ? false : undefined;
	});
}

/**
 * The items whose notice was not delivered before, or is meant to be delivered again. When n8n's memory fails, the notice is
 * delivered, with a line in the log.
 */
export async function withoutRepeats(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	if (!isProduction(context)) return items;
	const fresh: INodeExecutionData[] = [];
	for (const item of items) {
		const { eventId, again } = identityOf(item)!;
		const known = await isRepeat(context, eventId);
		if (known === undefined) {
			const name = context.getNode().name;
			context.logger.error(
				`${name}: n8n could not tell whether notice ${eventId} is a repeat, so it is delivered`,
			);
		}
		if (again || !known) fresh.push(item);
	}
	return fresh;
}
