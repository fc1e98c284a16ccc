import { readings } from './charset';
import { formFields } from './form';
import type { Request } from './http';
import { jsonLines, jsonObject, jsonText } from './exactJson';

/** What a call holds, before anybody has looked what it means. */
export interface Body {
	/** The body as text, as well as it could be read. */
	text: string;
	/** An object or a list; undefined when the body is neither JSON nor a form. */
	value?: object;
	/** What was odd, in sentences for the workflow's owner. */
	problems: string[];
}

/** Reads a body, JSON or a form, in the character set of its Content-Type. */
export function readBody(bytes: Uint8Array, contentType = ''): Body {
	let text: string | undefined;
	for (const { text: whole, problem } of readings(bytes, contentType)) {
		const read = whole.replace(/^[\s\0]+|[\s\0]+$/g, '');
		text ??= read;
		const problems = problem ? [problem] : [];
		const value = jsonObject(read) ?? jsonLines(read);
		if (value) return { text: read, value, problems };
		const inner = jsonObject(jsonText(read) ?? '');
		if (inner)
			return { text: read, value: inner, problems: [...problems, 'The notice was JSON written as a text'] };
	}
	const form = formFields(bytes, contentType);
	const problems = form ? ['The notice came as a form, not as JSON'] : [];
	return { text: text ?? '', value: form, problems };
}

/** What n8n has made of a form with parts, where it reads the body itself. */
function readByN8n({ body }: Pick<Request, 'body'>): Body | undefined {
	const value = (body as { data?: unknown } | undefined)?.data;
	return typeof value === 'object' && value !== null
		? { text: '', value, problems: ['The notice came as a form, not as JSON'] }
		: undefined;
}

/** The body of a call, or the status and reason with which to refuse it. */
export async function bodyOf(
	request: Pick<Request, 'rawBody' | 'readRawBody' | 'body'>,
	contentType: string | undefined,
): Promise<Body | { status: number; reason: string }> {
	const isForm = contentType?.trim().toLowerCase().startsWith('multipart/');
	const form = !request.rawBody && isForm && readByN8n(request);
	if (form) return form;
	try {
		if (!request.rawBody) await request.readRawBody?.();
	} catch (error) {
		const tooLarge = (error as { status?: number }).status === 413;
		if (tooLarge) return { status: 413, reason: 'the body is too large' };
		return { status: 400, reason: 'the body could not be read' };
	}
	return readBody(request.rawBody ?? Buffer.alloc(0), contentType);
}
