import { letters } from '../../shared/http/words';

/** Words for a sending that may be one of several. */
export const SENDING = '(?:re)?sen[dt]|resending|retry|retries|retried|retrying|redeliver(?:y|ed|ing)?';
const OF_STATUS = `${SENDING}|delivered|received|new`;
const STATUS_OF_SENDING = new RegExp(`^(?:${OF_STATUS})$`);
/** A `state` of what is no payment may say as well how far its sending has got. */
const STATE_OF_SENDING = new RegExp(`^(?:${OF_STATUS}|pending|queued|delivering|processing|inprogress)$`);
/** What senders say of their own sending, and not of the money. */
const OF_SENDING = new RegExp(
	`^(?:${OF_STATUS}|ok(?:ay)?|true|success(?:ful|fully)?|succeeded|completed?|done|processed|accepted|active)$`,
);

/**
 * Does a status, or the `state` if that is its name, say no more than how often a notice was sent, or how far that has got? An invoice may
 * be `completed` by the second of two equal payments.
 */
export const isOfSending = (status: unknown, name = 'status'): boolean =>
	typeof status === 'string' &&
	(name === 'state' ? STATE_OF_SENDING : STATUS_OF_SENDING).test(letters(status));

/** A bank's code may say that nothing came back: `00`, `200`, `approved`. */
export const isGoodCode = (code: string): boolean =>
	/^(?:0+|2\d\d|approved|no(?:ne)?[ _-]?errors?)$/i.test(code) || OF_SENDING.test(letters(code));

/** Does a status around a notice say no more than that its sending went well: `ok`, `200`, `1`? */
export const isGoodStatus = (status: string): boolean =>
	/^(?:0*1?|2\d\d)$/.test(status.trim()) || OF_SENDING.test(letters(status));
