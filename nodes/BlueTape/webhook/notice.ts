import { z } from '../../bundled/zod';
import { eventId } from './digest';

export type NoticeEvent = 'quote.approval' | 'invoice.payment';

/** One of BlueTape's notices, as the trigger puts it out. */
export interface Notice {
	event: NoticeEvent;
	/** SHA-256 of what the notice says: equal for a repeat, whatever its key order or spelling of numbers. */
	eventId: string;
	/** ISO date-time in UTC. BlueTape sends no time of its own. */
	receivedAt: string;
	[field: string]: unknown;
}

const id = z.string().trim().min(1);
const amount = z.number().finite();

// Words like `Paid` or `card` stay open: an unknown one is news, not an error (bluetape.md 7, C1, C13).
const word = z.string().trim().min(1);

/** What BlueTape documents of each notice (bluetape.md 7.1, 7.2). Further fields are welcome. */
const bodies: Record<NoticeEvent, z.AnyZodObject> = {
	'quote.approval': z.object({ quoteId: id, result: word, creditInfo: z.object({}) }),
	'invoice.payment': z.object({ invoiceId: id, amount, fee: amount, paymentMethod: word, status: word }),
};

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

function complaint(event: NoticeEvent, body: unknown, error: z.ZodError): string {
	const other = events.find((each) => each !== event && bodies[each].safeParse(body).success);
	if (other) return `this is the body of a notice for /${paths[other]}`;
	return error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
}

function parsed(text: string): { body?: unknown } {
	try {
		return { body: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
	} catch {
		return {};
	}
}

/** Reads a body that came for `event` at `now`, or says in a few words why it is no such notice; the caller may read them. */
export function readNotice(
	event: NoticeEvent,
	text: string,
	now: Date,
): { notice: Notice } | { reason: string } {
	const { body } = parsed(text);
	if (body === undefined) return { reason: 'the body is not JSON' };
	const { error } = bodies[event].safeParse(body);
	if (error) return { reason: complaint(event, body, error) };
	const id = eventId(event, body);
	if (id === undefined) return { reason: 'the body is nested too deeply' };
	const own = { event, eventId: id, receivedAt: now.toISOString() };
	return { notice: { ...own, ...(body as object), ...own } };
}
