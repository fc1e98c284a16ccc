/** What came back, whatever it was. */
export interface Answer {
	status: number;
	headers: Headers;
	bytes: Buffer;
	/** The body as JSON; absent when it is none. */
	json?: unknown;
}

/** An answer with its whole body. */
export async function readAnswer(response: Response): Promise<Answer> {
	const { status, headers } = response;
	const bytes = Buffer.from(await response.arrayBuffer());
	try {
		return { status, headers, bytes, json: JSON.parse(bytes.toString('utf8')) as unknown };
	} catch {
		return { status, headers, bytes };
	}
}

export const isGood = ({ status }: Answer) => status >= 200 && status < 300;

/** A member of an answer that is an object; undefined otherwise. */
export function member({ json }: Answer, name: string): unknown {
	return typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;
}

/** Members that say why something was refused; of all others only the kind is shown, for they may be secret. */
const told = ['code', 'reason', 'State', 'Message', 'ErrorCode', 'Available', 'Count', 'status'];
const deepest = 3;

function outlineOf(value: unknown, depth = 0): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return value.length ? `[${outlineOf(value[0], depth + 1)}]` : '[]';
	if (typeof value !== 'object') return typeof value === 'string' ? 'text' : typeof value;
	if (depth === deepest) return '{…}';
	const members = Object.entries(value).map(([name, inner]) =>
		told.includes(name) && ['string', 'number', 'boolean'].includes(typeof inner)
			? `${name}: ${JSON.stringify(inner).slice(0, 160)}`
			: `${name}: ${outlineOf(inner, depth + 1)}`,
	);
	return `{${members.join(', ')}}`;
}

/** An answer in a line: its status and the shape of its body, without what could be a link, a token or a name. */
export function outline({ status, headers, bytes, json }: Answer): string {
	const type = headers.get('content-type')?.split(';')[0] ?? 'no content type';
	const location = headers.get('location');
	const goal = location && URL.canParse(location) ? ` to ${new URL(location).host}` : '';
	if (bytes.length === 0) return `${status}${goal}, no body`;
	const body = json === undefined ? `${type}, ${bytes.length} bytes` : outlineOf(json);
	return `${status}${goal} ${body}`.slice(0, 400);
}
