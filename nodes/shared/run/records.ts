import { inputFailure, type Failed } from '../failure';
import type { Call } from '../table/operation';
import type { Route } from '../table/route';

/** Does an operation of this route change something at the service? */
export const isWrite = (route: Route): boolean => route !== '' && !route.startsWith('GET ');

/** The record that a write is about: the first id of its path, or the new id in its body. Undefined for reads. */
export function recordOf({ operation, input }: Call): string | undefined {
	if (!isWrite(operation.route)) return undefined;
	const [id] = [...Object.values(input.path), input.body.id];
	return typeof id === 'string' ? id : undefined;
}

/** Lets the work on one record go on in the order in which it was asked for; other records need not wait. */
export class Turns {
	private readonly latest = new Map<string, Promise<unknown>>();

	async after<T>(record: string | undefined, work: () => Promise<T>): Promise<T> {
		if (record === undefined) return await work();
		const before = this.latest.get(record);
		const mine = (async () => {
			await before;
			return await work();
		})();
		const ended = mine.catch(() => undefined);
		this.latest.set(record, ended);
		return await mine;
	}
}

/** Items that would make the same new record, each with the refusal that names them all. */
export function twins(calls: Array<Call | undefined>): Map<number, Failed> {
	const items = new Map<string, number[]>();
	for (const [index, call] of calls.entries()) {
		const id = call?.operation.twins && recordOf(call);
		if (id) items.set(id, [...(items.get(id) ?? []), index]);
	}
	return new Map(
		[...items]
			.filter(([, indexes]) => indexes.length > 1)
			.flatMap(([id, indexes]) => {
				const named = indexes.slice(0, 5).map((index) => index + 1);
				const more = indexes.length > 5 ? ` and ${indexes.length - 5} more` : '';
				const message = `items ${named.join(', ')}${more} have the same ID "${id}", so each would replace the one before`;
				return indexes.map((index) => [index, inputFailure(message, calls[index]!.operation.twins)] as const);
			}),
	);
}
