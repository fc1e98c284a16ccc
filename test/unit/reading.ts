import type { IDataObject } from 'n8n-workflow';
import * as field from '../../nodes/shared/field';
import { readInput } from '../../nodes/shared/input/input';
import { operation } from '../../nodes/shared/table/operation';
import { stage } from './stage';

/** An operation with fields of all kinds; `more` changes it. */
export const put = (more: object = {}) =>
	operation({
		name: 'Put',
		action: 'Put a thing',
		route: 'PUT /thing/{thingId}',
		path: { thingId: field.id('thingId') },
		query: { depth: field.optional(field.integer()) },
		settings: { shown: field.optional(field.flag({ upFront: true })) },
		body: {
			name: field.text(),
			note: field.optionalText(),
			at: field.optional(field.dateTime()),
			zipCode: field.optional(field.text()),
			place: field.optional(
				field.group({ city: field.text({ label: 'Town' }), zipCode: field.optional(field.text()) }),
			),
			rows: field.optional(field.list('Row', { sku: field.text(), own: field.optional(field.id('ownId')) })),
		},
		bodySource: true,
		...more,
	});

/** What is read of one item, with the remarks on it. */
export function read(
	parameters: Record<string, unknown>,
	json: IDataObject = {},
	of = put(),
	timeZone = 'America/New_York',
) {
	const hints: string[] = [];
	const { context } = stage({
		parameters: { thingId: 'T', bodySource: 'fields', ...parameters },
		items: [{ json: { other: true } }, { json }],
		timeZone,
	});
	return { ...readInput(context, of, 1, (hint) => hints.push(hint)), hints };
}
