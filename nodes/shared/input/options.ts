import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from '../../bundled/zod';
import { parse } from './input';
import { note, type Shape } from '../table/notes';
import type { Operation, Options } from '../table/operation';

/** One of a few words, in any letter case. */
const word = (sentence: string, ...words: string[]) =>
	z
		.custom((value) => words.includes(String(value).toLowerCase()), sentence)
		.transform((value) => String(value).toLowerCase());

const common: Shape = {
	dryRun: note(
		word('must be true or false', 'true', 'false').transform((said) => said === 'true'),
		{
			kind: 'flag',
		},
	),
	checkAmounts: note(word('must be one of off, error, warn', 'off', 'error', 'warn'), { kind: 'choice' }),
};

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
