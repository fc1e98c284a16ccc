/** A text without what nobody sees: Unicode's two ways to write `ü`, characters without a width, kinds and number of blanks. */
export const asSeen = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();

const SEPARATORS = /[\s_#\p{Dash}]+/gu;

/** One letter case and width, and no `.0`, which a number gets on its way through a sheet. */
const plain = (text: string): string =>
	asSeen(text)
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^(\d+)\.0+$/, '$1');

/** Leading zeros say nothing, but behind a point: 10.01 is not 10.1. */
const withoutZeros = (text: string): string => text.replace(/(?<![\d.,])0+(?=\d)/g, '');

/**
 * What IDs have in common that people take for the same: `INV-7`, `inv 7`, `INV‑007`, `#INV7`. Between two digits something must stay, for
 * 1-23 and 12-3 are two.
 */
export const bare = (text: string): string =>
	withoutZeros(plain(text)).replace(SEPARATORS, (separator, at: number, whole: string) => {
		const isBetween = /\d$/.test(whole.slice(0, at)) && /^\d/.test(whole.slice(at + separator.length));
		return isBetween ? '-' : '';
	});

/** The same without anything between digits: too little for IDs by themselves, `INV-10-1` may be a part of INV-10, and not INV-101. */
export const barest = (text: string): string => withoutZeros(plain(text).replace(SEPARATORS, ''));
