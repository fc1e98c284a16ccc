/** One session with n8n's own REST interface, the one its editor uses: cookie kept, `data` unwrapped. */
export interface Rest {
	url: string;
	/** Throws `RestError` for any answer but 2xx. Bounded by 60 seconds. */
	<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer>;
	/** The session's cookies, as a header, to share with a browser. */
	cookie(): string;
}

export class RestError extends Error {
	constructor(
		readonly status: number,
		readonly reason: string,
		request: string,
	) {
		super(`n8n answered ${status} to ${request}: ${reason}`);
		this.name = 'RestError';
	}
}

/**
 * A session without login yet, or one that shares the `cookie()` of another. `url` without slash at the end; paths
 * begin with one, like `/rest/workflows`.
 */
export function rest(url: string, sharedCookie = ''): Rest {
	const cookies = new Map<string, string>();
	const keep = (pair: string) => {
		const [, name, value] = /^\s*([^=]+)=([^;]*)/.exec(pair) ?? [];
		if (name) cookies.set(name, value);
	};
	sharedCookie.split(';').forEach(keep);
	const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

	async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
		const answer = await fetch(url + path, {
			method,
			headers: {
				accept: 'application/json',
				// n8n closes an idle connection after five seconds; who is busy for longer would write into a closed one.
				connection: 'close',
				cookie: cookie(),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		answer.headers.getSetCookie().forEach(keep);
		const text = await answer.text();
		const json = (answer.headers.get('content-type') ?? '').includes('json') ? JSON.parse(text) : undefined;
		if (!answer.ok) throw new RestError(answer.status, json?.message ?? text, `${method} ${path}`);
		return (json && typeof json === 'object' && 'data' in json ? json.data : json) as Answer;
	}

	return Object.assign(call, { url, cookie });
}
