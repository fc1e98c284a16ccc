import * as field from '../../nodes/shared/field';
import { operation } from '../../nodes/shared/table/operation';
import type { Given } from './stage';

/** An operation that writes; `more` changes it. */
export const write = (more: object = {}) =>
	operation({
		name: 'Put',
		action: 'Put a thing',
		route: 'PUT /thing/{thingId}',
		path: { thingId: field.id('thingId') },
		body: { total: field.optional(field.decimal({ upFront: true })) },
		...more,
	});
/** One that reads. */
export const read = (more: object = {}) =>
	operation({
		name: 'Get',
		action: 'Get a thing',
		route: 'GET /thing/{thingId}',
		path: { thingId: field.id('thingId') },
		query: { depth: field.optional(field.integer({ upFront: true })) },
		...more,
	});
export const itemsOf = (count: number) => Array.from({ length: count }, (_, n) => ({ json: { n } }));
/** Items whose ids are T0, T1 and so on. */
export const each = (count: number): Given => ({
	items: itemsOf(count),
	parameters: { thingId: (index: number) => `T${index}` },
});
/** Answers that refuse the items of these numbers. */
export const failing =
	(...numbers: number[]): Given['answer'] =>
	({ url }) =>
		numbers.some((number) => url.endsWith(`/T${number}`)) ? { statusCode: 409, body: { code: 'taken' } } : {};
