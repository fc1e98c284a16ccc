import { z } from 'zod';

function isPattern(text: string): boolean {
	try {
		return Boolean(new RegExp(text));
	} catch {
		return false;
	}
}

/** One rule of trouble. Without `match` it meets any request of any vendor. */
export const faultRule = z
	.object({
		match: z
			.object({
				method: z.string().optional(),
				/** The path without query: equal to it, beginning with it, or a regular expression. */
				path: z.string().refine(isPattern, 'must be a regular expression').optional(),
			})
			.strict()
			.optional(),
		/** How many requests it meets; 1 unless told. */
		times: z.number().int().positive().optional(),
		status: z.number().int().min(200).max(599).optional(),
		/** Seconds or an HTTP date, sent as Retry-After. */
		retryAfter: z.union([z.number(), z.string()]).optional(),
		delayMs: z.number().nonnegative().optional(),
		/** Closes the connection before the work is done, or after it. */
		drop: z.enum(['before', 'afterWrite']).optional(),
		/** `malformed`, `empty` and `html` have a meaning; any other text is sent as it is. */
		body: z.string().optional(),
		/** Media type of that text; JSON unless told. */
		type: z.string().optional(),
		redirectTo: z.string().optional(),
		/** Do the work first and then answer with this rule's status. A rule with a body alone always does. */
		afterWork: z.boolean().optional(),
	})
	.strict();

export type FaultRule = z.infer<typeof faultRule>;

/** The queue of rules. The first one that matches a request is used up by one. */
export class Faults {
	private rules: Array<FaultRule & { left: number }> = [];

	add(...rules: FaultRule[]): void {
		for (const rule of rules) this.rules.push({ ...faultRule.parse(rule), left: rule.times ?? 1 });
	}

	clear(): void {
		this.rules = [];
	}

	/** What is still to come, with `left` counts. */
	list(): ReadonlyArray<FaultRule & { left: number }> {
		return this.rules;
	}

	take(method: string, path: string): FaultRule | undefined {
		const rule = this.rules.find((candidate) => matches(candidate, method, path));
		if (rule && --rule.left === 0) this.rules.splice(this.rules.indexOf(rule), 1);
		return rule;
	}
}

function matches({ match }: FaultRule, method: string, path: string): boolean {
	if (match?.method && match.method.toUpperCase() !== method) return false;
	if (!match?.path) return true;
	return path.startsWith(match.path) || new RegExp(match.path).test(path);
}

/** The body that a rule sends, and its media type. `ordinary` is the vendor's own error body. */
export function faultBody(rule: FaultRule, ordinary: unknown): { type: string; text: string } {
	switch (rule.body) {
		case undefined:
			return { type: 'application/json', text: JSON.stringify(ordinary) };
		case 'malformed':
			return { type: 'application/json', text: '{"code": "5' };
		case 'empty':
			return { type: 'application/json', text: '' };
		case 'html':
			return { type: 'text/html', text: '<html><body><h1>Bad Gateway</h1></body></html>' };
		default:
			return { type: rule.type ?? 'application/json', text: rule.body };
	}
}
