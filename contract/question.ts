import type { Answer } from './answer';
import type { World } from './world';

/** How sure docs/contract is of a statement. */
export type Mark = 'documented' | 'inferred' | 'unknown';

export interface Sending {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below the base URL, ids percent-encoded. */
	path: string;
	query?: Record<string, string>;
	/** A body as JSON. */
	json?: unknown;
	/** Any other body. */
	body?: Uint8Array<ArrayBuffer> | FormData | string;
	/** Added to the vendor's own, or in their place; one that is empty is not sent. */
	headers?: Record<string, string>;
	/** With a vendor that takes several kinds of keys: by which, if not by its usual one. */
	by?: 'keys';
}

/** Why a statement does not hold: it says otherwise, it says more, or the answer is not of the kind that it speaks of. */
export interface Amiss {
	is: 'different' | 'more' | 'unclear';
	seen: string;
}

export type Check = (answer: Answer, world: World) => Amiss | undefined;

/** One statement of docs/contract about an answer. */
export interface Expectation {
	/** Where it stands. */
	at: string;
	mark: Mark;
	says: string;
	/** What the statement may mean, by name; the first that holds is what was seen. */
	readings: Record<string, Check>;
}

export interface Question {
	asks: string;
	send(world: World): Sending;
	expects: Expectation[];
	/** Keeps what later questions need. */
	keep?(answer: Answer, world: World): void;
	/** Whether BlueTape will write to the person. */
	writes?: boolean;
	/** What may go wrong for others; asked only when the user agrees. */
	risk?: string;
	/** Seconds to wait before. */
	after?: number;
	/** Asked again until this holds, as long as the user wants to wait. */
	until?(answer: Answer): boolean;
}

/** The questions about one resource. */
export interface Topic {
	name: string;
	questions: Question[];
}

export type Verdict = 'agrees' | 'differs' | 'learnt' | 'not asked';

/** What came of one expectation. */
export interface Finding extends Pick<Expectation, 'at' | 'mark' | 'says'> {
	topic: string;
	asks: string;
	request: string;
	verdict: Verdict;
	/** The reading that holds, or the answer's outline, or why it was not asked. */
	seen: string;
}
