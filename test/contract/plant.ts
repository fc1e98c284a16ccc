type Change = (
	answer: { status: number; headers: Headers; text: string; bytes: Buffer },
	sent: string,
) => Response;

/** A fetch that changes the answers to some requests. @param on the method and the path that they match */
export function planting(on: RegExp, change: Change): typeof fetch {
	return async (input, init) => {
		const request = new Request(input, init);
		const sent = await request.clone().text();
		const response = await fetch(request);
		const { pathname, search } = new URL(request.url);
		if (!on.test(`${request.method} ${pathname}${search}`)) return response;
		const bytes = Buffer.from(await response.clone().arrayBuffer());
		return change(
			{ status: response.status, headers: response.headers, text: bytes.toString(), bytes },
			sent,
		);
	};
}

const reply = (status: number, headers: Headers | object, text: string | Uint8Array<ArrayBuffer>) =>
	new Response(status === 204 ? null : text, { status, headers: new Headers(headers as Headers) });

/** Another status for some of the answers. */
export const status =
	(from: number, to: number): Change =>
	({ status: is, headers, text }) =>
		reply(is === from ? to : is, headers, text);

/** Words of the body in place of others. */
export const text =
	(from: RegExp, to: string): Change =>
	({ status: is, headers, text: body }) =>
		reply(is, headers, body.replace(from, to));

/** The body as JSON, changed. */
export const json =
	(change: (body: any) => unknown): Change =>
	({ status: is, headers, text: body }) =>
		reply(is, headers, JSON.stringify(change(JSON.parse(body))));

/** Another header. */
export const header =
	(name: string, value: string): Change =>
	({ status: is, headers, bytes }) => {
		const changed = new Headers(headers);
		changed.set(name, value);
		return reply(is, changed, new Uint8Array(bytes));
	};

/** A whole answer, for the requests whose body passes a test. */
export const instead =
	(body: unknown, by = 200, when = (_sent: string) => true): Change =>
	(answer, sent) =>
		when(sent)
			? reply(by, { 'content-type': 'application/json' }, JSON.stringify(body))
			: reply(answer.status, answer.headers, answer.text);

/** The first answer again and again. */
export function stuck(): Change {
	let first: Buffer | undefined;
	return ({ status: is, headers, bytes }) => {
		if (is === 200) first ??= bytes;
		return reply(is, headers, new Uint8Array(is === 200 ? first! : bytes));
	};
}
