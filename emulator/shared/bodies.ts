import { createHash } from 'node:crypto';

export interface FormPart {
	name: string;
	fileName?: string;
	contentType: string;
	content: Buffer;
}

/** A request body as it came. Reading never fails: whether a body will do is for the vendor's routes to say. */
export type Body =
	| { kind: 'none' }
	/** `size` in bytes, as it came. */
	| { kind: 'json'; contentType: string; value: unknown; size: number }
	| { kind: 'broken'; contentType: string; text: string; error: string }
	| { kind: 'form'; contentType: string; parts: FormPart[] }
	| { kind: 'binary'; contentType: string; content: Buffer };

/** Reads a whole body by its Content-Type. */
export async function readBody(contentType: string, content: Buffer): Promise<Body> {
	if (content.length === 0) return { kind: 'none' };
	const type = contentType.split(';')[0].trim().toLowerCase();
	if (type === 'application/json' || type.endsWith('+json')) return readJson(contentType, content);
	if (type === 'multipart/form-data') return await readForm(contentType, content);
	return { kind: 'binary', contentType, content };
}

function readJson(contentType: string, content: Buffer): Body {
	const text = content.toString('utf8');
	try {
		return { kind: 'json', contentType, value: JSON.parse(text) as unknown, size: content.length };
	} catch (error) {
		return { kind: 'broken', contentType, text, error: (error as Error).message };
	}
}

async function readForm(contentType: string, content: Buffer): Promise<Body> {
	try {
		const form = await new Response(new Uint8Array(content), {
			headers: { 'content-type': contentType },
		}).formData();
		const values: Array<[string, FormDataEntryValue]> = [];
		form.forEach((value, name) => values.push([name, value]));
		const parts = await Promise.all(values.map(readPart));
		return { kind: 'form', contentType, parts };
	} catch (error) {
		return { kind: 'broken', contentType, text: '', error: (error as Error).message };
	}
}

async function readPart([name, value]: [string, FormDataEntryValue]): Promise<FormPart> {
	if (typeof value === 'string') return { name, contentType: 'text/plain', content: Buffer.from(value) };
	const content = Buffer.from(await value.arrayBuffer());
	return { name, fileName: value.name, contentType: value.type, content };
}

/** What stands for bytes wherever people or JSON read: their size and SHA-256. */
export function digest(content: Buffer | string): { size: number; sha256: string } {
	return {
		size: Buffer.byteLength(content),
		sha256: createHash('sha256').update(content).digest('hex'),
	};
}

const longest = 10_000;

/** A JSON value with every string over 10,000 characters (an embedded file) replaced by its digest. */
function shorten(value: unknown): unknown {
	if (typeof value === 'string') return value.length > longest ? digest(value) : value;
	if (Array.isArray(value)) return value.map(shorten);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorten(inner)]));
}

/** A body as the journal keeps it: JSON as JSON, bytes as size and SHA-256. */
export function summary(body: Body | undefined): unknown {
	switch (body?.kind) {
		case 'json':
			return shorten(body.value);
		case 'broken':
			return { broken: body.error, text: body.text.slice(0, 2000) };
		case 'form':
			return {
				parts: body.parts.map(({ content, ...part }) => ({ ...part, ...digest(content) })),
			};
		case 'binary':
			return { contentType: body.contentType, ...digest(body.content) };
		default:
			return undefined;
	}
}
