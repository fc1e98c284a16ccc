import type { z } from 'zod';
import type { Body } from '../shared/bodies';
import type { Code } from './refusal';
import type { BlueTapeState } from './state';

export interface Answer {
	status: number;
	/** Sent as JSON; a Buffer as PDF; nothing when absent. */
	body?: unknown;
	headers?: Record<string, string>;
}

export interface Call<Sent> {
	state: BlueTapeState;
	/** The path ids, URL-decoded. */
	id: string;
	projectId: string;
	query: Record<string, string>;
	/** What the schema made of the JSON body. */
	sent: Sent;
	/** The body as it came, for uploads. */
	body: Body;
}

export interface Route {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	path: string;
	/** JSON body; absent where none is documented. `upload` reads the body itself. */
	accepts?: z.ZodTypeAny | 'upload';
	/** May the JSON body be missing altogether? */
	bodyOptional?: boolean;
	/** Names of the documented query parameters. */
	query?: string[];
	/** The code for a body that does not fit. */
	invalid?: Code;
	run(call: Call<unknown>): Answer;
}

type Rest = Pick<Route, 'bodyOptional' | 'query' | 'invalid'>;

/** A route with a typed JSON body. @param route verb and path, such as `POST /integration/company` */
export function on<Schema extends z.ZodTypeAny>(
	route: string,
	options: Rest & { accepts: Schema },
	run: (call: Call<z.infer<Schema>>) => Answer,
): Route;
/** A route without one, or one that takes a file. */
export function on(
	route: string,
	options: Rest & { accepts?: 'upload' },
	run: (call: Call<undefined>) => Answer,
): Route;
export function on(
	route: string,
	options: Rest & Pick<Route, 'accepts'>,
	run: (call: Call<never>) => Answer,
): Route {
	const [method, path] = route.split(' ');
	return { ...options, method: method as Route['method'], path, run };
}
