import { request } from 'node:http';
import { connect } from 'node:net';
import { ID, type Call, type Mangling, type Twist } from './call';
import type { World } from './world';

/** What n8n said; several statuses where several requests went out at once, none when it hung up without a word. */
export interface Answer {
	statuses: number[];
	text: string;
}

/** Not a measure of speed: whoever waits that long waits for ever. */
const FOR_EVER_MS = 60_000;

const patiently = async (what: string, answer: Promise<Answer>): Promise<Answer> => {
	let timer: NodeJS.Timeout | undefined;
	const hang = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`No answer to ${what}`)), FOR_EVER_MS);
	});
	return await Promise.race([answer, hang]).finally(() => clearTimeout(timer));
};

interface Message {
	method: string;
	target: string;
	headers: Array<[string, string]>;
	body: Buffer;
}

/** The twists' own, in place of what is usual. */
function message(world: World, call: Call, id: string): Message {
	const path = call.event === 'quote.approval' ? '/quote/approval' : '/invoice/payment';
	const all: Twist = Object.assign({}, ...call.twists);
	const json = call.json.replaceAll(ID, id);
	const body = Buffer.from(all.body?.(json) ?? json);
	const secret = all.secret?.(world.secret) ?? [['X-BlueTape-Key', world.secret]];
	const type = all.contentType ?? 'application/json';
	return {
		method: all.method ?? 'POST',
		target: all.path ? all.path(world.paths[call.door] + path) : world.paths[call.door] + path,
		headers: [
			...(type ? [['content-type', type] as [string, string]] : []),
			...secret,
			...call.twists.flatMap(({ headers = [] }) => headers),
		],
		body: all.encode?.(body) ?? body,
	};
}

/** By node's own client. */
async function sendPlain(
	url: string,
	{ method, target, headers, body }: Message,
	sending: string,
): Promise<Answer> {
	return await new Promise((resolve) => {
		const given = headers.flat();
		if (sending !== 'in chunks') given.push('content-length', String(body.length));
		if (!given.some((one) => one.toLowerCase() === 'host')) given.push('host', new URL(url).host);
		const client = request(url, { method, path: target, headers: given, agent: false });
		client.on('response', (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('close', () =>
				resolve({ statuses: [response.statusCode!], text: Buffer.concat(parts).toString() }),
			);
			response.on('error', () => {});
		});
		// n8n may close the connection while the rest of a body is still on its way.
		client.on('error', () => resolve({ statuses: [], text: '' }));
		client.on('close', () => resolve({ statuses: [], text: '' }));
		if (sending === 'cut off') {
			client.write(body.subarray(0, body.length >> 1), () => client.destroy());
		} else if (sending === 'unheard') {
			client.end(body, () => client.destroy());
		} else if (sending === 'in chunks') {
			const size = Math.max(7, body.length >> 6);
			for (let at = 0; at < body.length; at += size) client.write(body.subarray(at, at + size));
			client.end();
		} else client.end(body);
	});
}

/** Byte by byte as it is written. */
async function sendMangled(url: string, parts: Message, { text, ends }: Mangling): Promise<Answer> {
	const { hostname, port, host } = new URL(url);
	const headers = [['Host', host], ...parts.headers, ['Connection', 'close']]
		.map(([name, value]) => `${name}: ${value}`)
		.join('\r\n');
	const bytes = text({ ...parts, headers, body: parts.body.toString('latin1') });
	return await new Promise((resolve) => {
		let answer = '';
		const socket = connect(Number(port), hostname, () => {
			if (ends) socket.end(bytes, 'latin1');
			else socket.write(bytes, 'latin1');
		});
		socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
		socket.on('error', () => {});
		socket.on('close', () => {
			const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
			resolve({ statuses, text: answer });
		});
	});
}

/** Sends the call, under this id, as often as it says at the same moment. Throws when no answer comes. */
export async function send(world: World, call: Call, id: string): Promise<Answer> {
	const parts = message(world, call, id);
	const { sending = 'whole', copies = 1 }: Twist = Object.assign({}, ...call.twists);
	const one = async () =>
		typeof sending === 'string'
			? await sendPlain(world.url, parts, sending)
			: await sendMangled(world.url, parts, sending);
	const answers = Promise.all(Array.from({ length: copies }, one)).then((all) => ({
		statuses: all.flatMap(({ statuses }) => statuses),
		text: all.map(({ text }) => text).join('\n'),
	}));
	return await patiently(`${parts.method} ${parts.target}`, answers);
}
