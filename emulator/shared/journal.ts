/** What a secret header carried, without the value itself. */
export type Secret = 'correct' | 'wrong' | 'missing';

export interface JournalEntry {
	number: number;
	/** ISO 8601, by the emulator's clock. */
	time: string;
	/** The vendor whose address was called; empty when the path belongs to none. */
	service: string;
	method: string;
	/** As sent, still URL-encoded, without the query. */
	path: string;
	query: Record<string, unknown>;
	headers: Record<string, unknown>;
	body?: unknown;
	/** Requests under way when this one came, itself included. */
	concurrent: number;
	/** The answered status; `dropped` when the connection was closed instead, absent while under way. */
	status?: number | 'dropped';
}

export interface JournalFilter {
	service?: string;
	method?: string;
	/** A text that the path contains, or a regular expression. */
	path?: string | RegExp;
	status?: number | 'dropped';
}

/** Every request to a vendor's address, in order of arrival. */
export class Journal {
	readonly entries: JournalEntry[] = [];
	private count = 0;

	add(entry: Omit<JournalEntry, 'number'>): JournalEntry {
		const numbered = { number: ++this.count, ...entry };
		this.entries.push(numbered);
		return numbered;
	}

	clear(): void {
		this.entries.length = 0;
	}

	/** The entries that meet every given condition. */
	filter({ service, method, path, status }: JournalFilter = {}): JournalEntry[] {
		return this.entries.filter(
			(entry) =>
				(service === undefined || entry.service === service) &&
				(method === undefined || entry.method === method.toUpperCase()) &&
				(status === undefined || entry.status === status) &&
				(path === undefined ||
					(typeof path === 'string' ? entry.path.includes(path) : path.test(entry.path))),
		);
	}

	/** The latest entry that meets the conditions. */
	last(filter: JournalFilter = {}): JournalEntry | undefined {
		return this.filter(filter).at(-1);
	}

	/** The greatest number of requests that were under way together. */
	mostConcurrent(filter: JournalFilter = {}): number {
		return Math.max(0, ...this.filter(filter).map((entry) => entry.concurrent));
	}
}

const neverKept = ['authorization', 'cookie', 'proxy-authorization'];

/** Headers with the values of secrets replaced by what they were worth. */
export function redact(
	headers: Record<string, unknown>,
	secrets: Record<string, (sent: string) => string>,
): Record<string, unknown> {
	const kept: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(headers))
		kept[name] = neverKept.includes(name) ? 'wrong' : value;
	for (const [name, expected] of Object.entries(secrets)) {
		kept[name] = verdict(headers[name], expected(String(headers[name])));
	}
	return kept;
}

function verdict(value: unknown, expected: string): Secret {
	if (value === undefined || value === '') return 'missing';
	return value === expected ? 'correct' : 'wrong';
}
