import { readNotices, type NoticeEvent } from '../../nodes/BlueTape/webhook/notice';

export const NOW = new Date('2026-11-20T10:00:00Z');

export type Arrival = [body: unknown, contentType?: string, address?: NoticeEvent, query?: object];

/** What the trigger makes of a body at the address for payments; a text or bytes arrive as they are. */
export function read(...[body, contentType, address = 'invoice.payment', query]: Arrival) {
	const bytes = Buffer.isBuffer(body)
		? body
		: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	return readNotices({ bytes, contentType, address, query: { ...query } }, NOW);
}

/** The only notice's own fields, and what was odd. */
export function one(...arrival: Arrival) {
	const notices = read(...arrival);
	if (typeof notices === 'string' || notices.length !== 1) throw new Error(JSON.stringify(notices));
	const { event: _, eventId: __, receivedAt: ___, problems, ...fields } = notices[0].json;
	return { event: notices[0].event, eventId: notices[0].eventId, fields, problems };
}
