import { readings } from './charset';
import { formFields } from './form';
import type { Request } from './http';
import { jsonLines, jsonObject, jsonText, jsonWithCommas } from './exactJson';
import { packing, unpacked } from './packed';

/** What a call holds, before anybody has looked what it means. */
export interface Body {
	/** The body as text, as well as it could be read. */
	text: string;
	/** An object or a list; undefined when the body is neither JSON nor a form. */
	value?: object;
	/** What was odd, in sentences for the workflow's owner. */
	problems: string[];
	/** How it is packed, where it could not be unpacked. */
	packed?: string;
	/** Names of the parts of a form that n8n took for files. */
	files?: string[];
}

const isBlank = (sign: string): boolean => sign === '\0' || sign.trim() === '';

/** A text without the blanks and zero bytes around it. Not by an expression: millions of them would be too much for one. */
function trimmed(text: string): string {
	let [from, to] = [0, text.length];
	while (from < to && isBlank(text[from])) from++;
	while (to > from && isBlank(text[to - 1])) to--;
	return text.slice(from, to);
}

/** Reads a body, JSON or a form, in the character set of its Content-Type. */
export function readBody(bytes: Uint8Array, contentType = ''): Body {
	let text: string | undefined;
	for (const { text: whole, problem } of readings(bytes, contentType)) {
		const read = trimmed(whole);
		text ??= read;
		const problems = problem ? [problem] : [];
		const value = jsonObject(read) ?? jsonLines(read);
		if (value) return { text: read, value, problems };
		const mended = jsonWithCommas(read);
		if (mended)
			return { text: read, value: mended, problems: [...problems, 'The JSON held a comma too much'] };
		const inner = jsonObject(jsonText(read) ?? '');
		if (inner)
			return { text: read, value: inner, problems: [...problems, 'The notice was JSON written as a text'] };
	}
	const form = formFields(bytes, contentType);
	const problems = form ? ['The notice came as a form, not as JSON'] : [];
	return { text: text ?? '', value: form, problems };
}

/**
 * What n8n has made of a form with parts, where it reads the body itself. A part with a Content-Type, as .NET writes them, is a file to
 * it, and out of reach from here.
 */
function readByN8n({ body }: Pick<Request, 'body'>): Body | undefined {
	const { data: value, files: taken } = (body ?? {}) as { data?: unknown; files?: object };
	if (typeof value !== 'object' || value === null) return undefined;
	const problems = ['The notice came as a form, not as JSON'];
	const files = Object.keys(taken ?? {});
	if (!files.length) return { text: '', value, problems };
	problems.push(`n8n took ${files.length} of the form's parts for files: what they say is not here`);
	return { text: '', value, files, problems };
}

/** The body of a call, or the status and reason with which to refuse it. */
export async function bodyOf(
	request: Pick<Request, 'rawBody' | 'readRawBody' | 'body'>,
	contentType: string | undefined,
	encoding?: string,
): Promise<Body | { status: number; reason: string }> {
	const isForm = contentType?.trim().toLowerCase().startsWith('multipart/');
	const form = !request.rawBody && isForm && readByN8n(request);
	if (form) return form;
	let plain: Uint8Array;
	try {
		if (!request.rawBody) await request.readRawBody?.();
		plain = await unpacked(request.rawBody ?? Buffer.alloc(0));
	} catch (error) {
		const tooLarge = (error as { status?: number }).status === 413;
		if (tooLarge) return { status: 413, reason: 'the body is too large' };
		return { status: 400, reason: 'the body could not be read' };
	}
	const body = readBody(plain, contentType);
	return plain === request.rawBody ? { ...body, packed: packing(encoding) } : body;
}
