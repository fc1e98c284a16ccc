import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Field } from './notes';

/** Verb and path; empty for an operation that sends nothing. */
export type Route = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}` | '';
/** The names in the route's braces. */
export type PathKeys<R extends string> = R extends `${string}{${infer Key}}${infer Rest}`
	? Key | PathKeys<Rest>
	: never;

/** Where several operations of a record are, and the ids in its braces: the compiler refuses others. */
export interface Place {
	at: `/${string}`;
	path: Record<string, Field<string>>;
}

export const place = <P extends `/${string}`>(
	at: P,
	path: { [K in PathKeys<P>]: Field<string> } & { [K in Exclude<string, PathKeys<P>>]?: Field<string> },
): Place => ({ at, path });

/** Does an operation of this route change something at the service? */
export const isWrite = (route: Route): boolean => route !== '' && !route.startsWith('GET ');

/** The verb and the path of a route, with the ids filled in and encoded. */
export function filled(
	route: Route,
	path: Record<string, string>,
): { method: IHttpRequestMethods; path: string } {
	const [method, template] = route.split(' ') as [IHttpRequestMethods, string];
	return { method, path: template.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(path[key])) };
}
