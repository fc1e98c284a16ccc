/** A description as n8n writes them: one sentence has no period, several have one at the end too. */
export const sentences = (text: string): string =>
	text.includes('. ') && !text.endsWith('.') ? `${text}.` : text;
