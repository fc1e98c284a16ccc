import type { IExecuteFunctions } from 'n8n-workflow';
import { valueAt } from './jsonPath';

/** `={{ … }}` with nothing beside it. What the expression gives is then the value itself, not a part of a text. */
const ALONE = /^=\{\{((?:(?!\{\{|\}\})[^])*)\}\}$/;
/** Where a value stands, in an item or another node, and nothing that makes another one of it: `$json.body`, `$('Get').item.json.text.trim()`. */
const PLACE = /^(?![^]*\b(?:concat|join)\b)[\s\p{L}\p{N}_$.?()[\]'"-]+$/u;
/** Is a stored text put together by expressions, beside other text or inside of one, so that `1.250` in it may be the text of a cell? */
export function isPutTogether(stored: unknown): boolean {
	if (typeof stored !== 'string' || !/^=[^]*\{\{/.test(stored)) return false;
	const [, expression] = ALONE.exec(stored.trim()) ?? [];
	return expression === undefined || !PLACE.test(expression);
}

/** The texts that expressions in `stored` have put together to what is `given`. */
export function textsPutTogether(stored: unknown, given: unknown): string[] {
	if (typeof given === 'string') return isPutTogether(stored) ? [given] : [];
	if (typeof stored !== 'object' || stored === null || typeof given !== 'object' || given === null) return [];
	return Object.entries(stored).flatMap(([key, inner]) =>
		textsPutTogether(inner, (given as Record<string, unknown>)[key]),
	);
}

/** What these name depends on the parameter that they stand in. */
const NEEDS_ITS_PLACE = /\$(parameter|self|value)\b/;

/** A stored value, with each text in it replaced by what `replace` makes of it. */
function mapTexts(value: unknown, replace: (text: string) => unknown): unknown {
	if (typeof value === 'string') return replace(value);
	if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, replace));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, replace)]));
}

/** The expressions in stored values that can be evaluated in any place, in the order in which `mapTexts` meets them. */
function expressionsIn(stored: unknown): string[] {
	const found: string[] = [];
	mapTexts(stored, (text) => {
		const [, expression] = ALONE.exec(text) ?? [];
		if (expression !== undefined) found.push(expression);
		return text;
	});
	return found;
}

/** One evaluation of all `texts`; undefined when n8n could not make that list. */
function listOf(context: IExecuteFunctions, texts: string[], itemIndex: number): unknown[] | undefined {
	try {
		const values: unknown = context.evaluateExpression(`{{ [${texts.join(',')}] }}`, itemIndex);
		if (Array.isArray(values) && values.length === texts.length) return values as unknown[];
	} catch {
		// One of them failed, whatever n8n makes of that.
	}
	return undefined;
}

/** Runs in which an expression has failed: it will fail for other items too. */
const failedIn = new WeakSet<IExecuteFunctions>();

/**
 * What the expressions give, by expression, from one evaluation; where one fails, from a second one in which each is tried by itself.
 * What failed is missing from the result: n8n says best itself why, when it reads the parameter that it stands in.
 */
function evaluated(
	context: IExecuteFunctions,
	expressions: string[],
	itemIndex: number,
): Map<string, { value: unknown }> {
	// A line break ends a comment at the end of an expression.
	const plain = expressions.map((expression) => `(${expression}\n)`);
	const values = failedIn.has(context) ? undefined : listOf(context, plain, itemIndex);
	if (values) return new Map(expressions.map((expression, index) => [expression, { value: values[index] }]));
	failedIn.add(context);
	const each = plain.map((text) => `(() => { try { return [${text}] } catch (error) { return null } })()`);
	const tried = listOf(context, each, itemIndex) ?? [];
	return new Map(
		expressions.flatMap((expression, index) => {
			const one = tried[index];
			return Array.isArray(one) && one.length === 1
				? [[expression, { value: one[0] as unknown }] as const]
				: [];
		}),
	);
}

/**
 * Reads parameters of one item, as `getNodeParameter` does, in much less time: n8n takes about half a millisecond for each
 * expression, however small. Paths to a value of the item are followed here, all other expressions are put into one; whatever is
 * out of the ordinary is left to n8n's own way. What the editor does not show is null.
 */
export function readParameters(
	context: IExecuteFunctions,
	names: string[],
	itemIndex: number,
): Record<string, unknown> {
	const one = (name: string, options?: { rawExpressions: true }): unknown =>
		context.getNodeParameter(name, itemIndex, null, options);
	const stored = names.map((name) => {
		const value = one(name, { rawExpressions: true });
		return { name, value, expressions: expressionsIn(value) };
	});
	const ours = stored.flatMap(({ expressions }) => expressions).filter((text) => !NEEDS_ITS_PLACE.test(text));
	if (!ours.length) return Object.fromEntries(names.map((name) => [name, one(name)]));
	// Not the input item: where the node is an AI agent's tool, that holds the agent's arguments, and `$json` the agent's own item.
	const { $json } = context.getWorkflowDataProxy(itemIndex);
	const known = new Map<string, { value: unknown }>();
	for (const expression of ours) {
		const followed = valueAt(expression, $json);
		if (followed) known.set(expression, followed);
	}
	const others = [...new Set(ours)].filter((expression) => !known.has(expression));
	for (const [expression, given] of others.length ? evaluated(context, others, itemIndex) : [])
		known.set(expression, given);
	const alone = (text: string) => context.evaluateExpression(text.slice(1), itemIndex);
	const filledIn = (value: unknown) =>
		mapTexts(value, (text) => {
			if (!text.startsWith('=')) return text;
			const given = known.get(ALONE.exec(text)?.[1] ?? '')?.value;
			// A part of a text, nothing, or what is no value: n8n may have a word to say about it.
			return given === undefined || typeof given === 'function' ? alone(text) : given;
		});
	return Object.fromEntries(
		stored.map(({ name, value, expressions }) => [
			name,
			expressions.every((text) => known.has(text)) ? filledIn(value) : one(name),
		]),
	);
}
