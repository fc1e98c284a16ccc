import { MOST_DOWNLOADS } from './lifecycle';

/**
 * Downloads whose answers got lost, and with them the documents that they may have counted for. The queue goes round: one
 * document is downloaded again only after all that waited with it. So they are told apart by laps.
 */
export interface Lost {
	/** Answers that got lost since the queue was last seen to its end. */
	answers: number;
	/** The most of them that may have been of one and the same document. */
	laps: number;
	/** Unknown documents that come before the first of those. */
	ahead: number;
}

export const NOTHING_LOST: Lost = { answers: 0, laps: 0, ahead: 0 };

/** How many lost answers may have been of the unknown document that comes next. */
export const feared = ({ laps, ahead }: Lost): number => (ahead > 0 ? laps - 1 : laps);

/** May the next download be the last one of a document? Then it is left to people. */
export const isLast = (lost: Lost): boolean => feared(lost) >= MOST_DOWNLOADS;

/** An unknown document has come. */
export const passed = (lost: Lost): Lost => ({ ...lost, ahead: Math.max(0, lost.ahead - 1) });

/** Another answer got lost. @param unknown documents in the queue that nobody knows, that one included */
export function oneMore(lost: Lost, unknown: number): Lost {
	const answers = lost.answers + 1;
	if (lost.ahead > 0) return { ...passed(lost), answers };
	return { answers, laps: lost.laps + 1, ahead: Math.max(0, unknown - 1) };
}
