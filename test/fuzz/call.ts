import * as fc from 'fast-check';
import type { NoticeEvent } from '../../nodes/BlueTape/webhook/notice';
import type { Door } from './doors';

/** May this start a workflow? `perhaps`: n8n or a proxy may read it one way or the other. */
export type Verdict = 'starts' | 'never' | 'perhaps';

/** How the bytes of a call go out. */
export type Sending = 'whole' | 'in chunks' | 'cut off' | 'unheard' | Mangling;

/** A call as text, written in a way that no library writes it. */
export interface Mangling {
	text: (call: { method: string; target: string; headers: string; body: string }) => string;
	/** The text is not complete: the connection ends after it. */
	ends?: boolean;
}

/** What is peculiar to a call; the rest is as it should be. */
export interface Twist {
	story: string;
	verdict?: Verdict;
	method?: string;
	/** In place of `/invoice/payment` or `/quote/approval`. */
	path?: (path: string) => string;
	/** The path is not below `/webhook/`. */
	elsewhere?: boolean;
	headers?: Array<[name: string, value: string]>;
	/** In place of the header with the secret. */
	secret?: (secret: string) => Array<[name: string, value: string]>;
	contentType?: string;
	body?: (json: string) => string | Buffer;
	encode?: (body: Buffer) => Buffer;
	sending?: Sending;
	copies?: number;
}

/** Stands for the id of the invoice or quote, which is another one for each call that goes out. */
export const ID = 'THE-ID';

/** The story of a body that holds the notice twice. */
export const TWO_NOTICES = 'two notices';

/** A notice that goes to a door, and how it gets there. */
export interface Call {
	door: Door;
	event: NoticeEvent;
	json: string;
	twists: Twist[];
}

const cut = (text: string, most = 400) =>
	text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;

/** A call in words; in place of functions and megabytes in the report of a failure. */
export const described = ({ door, event, json, twists }: Call): string =>
	`[${event} to "${door}": ${twists.map(({ story }) => cut(story, 200)).join(', ') || 'as it should be'}; ${cut(json)}]`;

/** The call, shown by `described` when a property fails. */
export const readable = (call: Call): Call =>
	({ ...call, [fc.toStringMethod]: () => described(call) }) as Call;

/** What all twists together leave of a notice that would start its workflow. */
export function verdictOf(twists: Twist[]): Verdict {
	const verdicts = twists.map(({ verdict = 'starts' }) => verdict);
	if (verdicts.includes('never')) return 'never';
	return verdicts.includes('perhaps') ? 'perhaps' : 'starts';
}
