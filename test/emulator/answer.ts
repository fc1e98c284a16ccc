/** Whatever JSON was answered. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
	status: number;
	type: string;
	headers: Headers;
	text: string;
	/** The body as JSON, or undefined. */
	json: Json;
}

/** An answer with its whole body. */
export async function readAnswer(response: Response): Promise<Answer> {
	const text = await response.text();
	let json: Json;
	try {
		json = JSON.parse(text);
	} catch {
		json = undefined;
	}
	const { status, headers } = response;
	return { status, type: headers.get('content-type') ?? '', headers, text, json };
}
