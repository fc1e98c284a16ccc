const escaped = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

/** A Markdown table. A cell may hold Markdown; bars and line breaks in it do no harm. */
export const table = (heads: string[], rows: string[][]): string =>
	[heads, heads.map(() => '---'), ...rows.map((row) => row.map(escaped))]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
