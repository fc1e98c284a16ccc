import type { IExecuteFunctions } from 'n8n-workflow';
import { flag, jsonObject } from '../field';
import { parse } from './schema';
import { type Shape } from '../table/notes';
import type { Operation } from '../table/operation';
import type { Options } from '../table/parsed';

const common: Shape = { dryRun: flag(), keepInput: flag(), extraFields: jsonObject() };

/**
 * The options of one item. One that was added must say what it means: an expression that gives nothing would send what was
 * to be a dry run. Throws `Failed` of kind `input` otherwise.
 */
export function readOptions(context: IExecuteFunctions, operation: Operation, itemIndex: number): Options {
	const given = context.getNodeParameter('options', itemIndex, {}) as Options;
	const added = Object.entries({ ...common, ...operation.options }).filter(([key]) =>
		Object.hasOwn(given, key),
	);
	if (!added.length) return given;
	const values = added.map(([key]) => [key, given[key] ?? null] as const);
	return { ...given, ...parse(Object.fromEntries(added), Object.fromEntries(values)) };
}
