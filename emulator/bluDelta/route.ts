import type { z } from 'zod';
import type { BluDeltaState } from './state';

export interface Call<Sent> {
	state: BluDeltaState;
	/** Clients that the caller may see; the empty name stands for the customer's own documents. */
	scope: string[];
	/** The query by its documented names. */
	query: Record<string, string>;
	/** What the schema made of the JSON body. */
	sent: Sent;
}

export interface Route {
	method: 'GET' | 'POST';
	path: string;
	access: 'keys' | 'token' | 'either';
	accepts?: z.ZodTypeAny;
	/** Names of the documented query parameters, taken in any letter case (bludelta.md 4). */
	query?: string[];
	/** The answer without `State` and `Message`, unless it has its own. */
	run(call: Call<unknown>): object | Promise<object>;
}

type Rest = Pick<Route, 'access' | 'query'>;

/** A route of the Web API. @param route verb and path below the base URL, such as `POST /confirm/invoice` */
export function on<Schema extends z.ZodTypeAny>(
	route: string,
	options: Rest & { accepts: Schema },
	run: (call: Call<z.infer<Schema>>) => object | Promise<object>,
): Route;
export function on(
	route: string,
	options: Rest,
	run: (call: Call<undefined>) => object | Promise<object>,
): Route;
export function on(
	route: string,
	options: Rest & Pick<Route, 'accepts'>,
	run: (call: Call<never>) => object | Promise<object>,
): Route {
	const [method, path] = route.split(' ');
	return { ...options, method: method as Route['method'], path, run };
}
