/** `$json` and what follows it: `.name`, `["any name"]` and `[0]`. */
const PATH = /^\s*\$json((?:\.[A-Za-z_]\w*|\["[^"\\\n]*"\]|\['[^'\\\n]*'\]|\[(?:0|[1-9]\d*)\])+)\s*$/;
const STEP = /\.(\w+)|\["(.*?)"\]|\['(.*?)'\]|\[(\d+)\]/g;
/** n8n has its own opinion on these. */
const NOT_ASKED_FOR = /^(__proto__|prototype|constructor)$/;

/** Thrown and caught here: the value is more than JSON. */
class NotPlain extends Error {}

/** A copy of JSON as n8n's engine makes one. */
function copyOf(value: unknown): unknown {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return value;
	if (Array.isArray(value)) return value.map(copyOf);
	if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) throw new NotPlain();
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

/**
 * What an expression gives that is nothing but a path to a value that is there, as most are that were dragged into a field:
 * such a path has one meaning. Undefined for every other expression: what it means is for n8n to say.
 */
export function valueAt(expression: string, json: unknown): { value: unknown } | undefined {
	const [, steps] = PATH.exec(expression) ?? [];
	if (!steps) return undefined;
	let value = json;
	for (const [, ...names] of steps.matchAll(STEP)) {
		const name = names.find((each) => each !== undefined) as string;
		if (typeof value !== 'object' || value === null || NOT_ASKED_FOR.test(name)) return undefined;
		if (!Object.hasOwn(value, name)) return undefined;
		value = (value as Record<string, unknown>)[name];
	}
	try {
		return { value: copyOf(value) };
	} catch {
		return undefined;
	}
}
