import type { Request } from './http';

/** The body's text as it came, or the status and reason with which to refuse it. */
export async function bodyText(
	request: Request,
): Promise<{ text: string } | { status: number; reason: string }> {
	try {
		if (!request.rawBody) await request.readRawBody?.();
	} catch (error) {
		const tooLarge = (error as { status?: number }).status === 413;
		if (tooLarge) return { status: 413, reason: 'the body is too large' };
		return { status: 400, reason: 'the body could not be read' };
	}
	return { text: request.rawBody?.toString('utf8') ?? '' };
}
