/** Characters that nobody sees and that a copy from a page or a PDF brings along: of no width, soft hyphens, marks of direction. */
const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A text as it looks: without what nobody sees, with plain blanks and none at its edges, each letter in its one form (NFC). */
export const visible = (text: string): string =>
	text
		.replace(UNSEEN, '')
		.replace(/\p{Zs}/gu, ' ')
		.trim()
		.normalize('NFC');

/** A line break, a tab or another character that is no text. */
export const hasControl = (text: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(text);
