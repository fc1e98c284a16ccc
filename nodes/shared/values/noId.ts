/** What a sheet shows where a formula failed, in any language: `#N/A`, `#REF!`, `#NAME?`, `#DIV/0!`, `#NV`. */
const SHEET_ERROR = /^#(?:n\/?\p{L}|[\p{L}\d/_]+[!?])$/iu;
/** What programs write where they have nothing, and people in any field. */
const NOTHING =
	/^(?:null|undefined|nan|none|\[object object\]|true|false|n\/a|n\.a\.?|tbd|[-\u2013\u2014]{1,3})$/i;
/** What people write where there is no ID yet, though it be a status. */
const PLACEHOLDER =
	/^(?:na\.?|n\.\/a\.?|n\/a\.|tb[ac]|pending|unknown|unassigned|missing|nil|not (?:yet )?(?:available|assigned)|new|yes|no|ja|nein|offen|ausstehend|folgt|unbekannt|fehlt|keine?|xx+|[?*\-\u2012-\u2015]+)$/i;

/** What a program has written into a text for a value that is not there: `INV-undefined`. In `nullify` and `NULL-7` it is a name. */
const FILLED_IN =
	/(?:undefined|UNDEFINED)(?!\p{L})|(?<![\p{L}\p{N}])(?:null|NaN)(?![\p{L}\p{N}])|\[object Object\]/u;

/** What says that it is as in the cell above: signs alone, or a word. */
const DITTO = /^(?:ditto|idem|dto\.?|same(?: as above)?|[^\p{L}\p{N}]+)$/iu;

/** Is it the sign of a formula that failed? */
export const isSheetError = (cell: unknown): boolean =>
	typeof cell === 'string' && SHEET_ERROR.test(cell.trim());

/** Is a text what stands for nothing? */
export const isNothing = (text: string): boolean => isSheetError(text) || NOTHING.test(text.trim());

/** Is a text written where there is no ID: `#N/A`, `TBD`, `-`, `?`? Of signs alone an ID may be made. */
export const isNoId = (text: string): boolean => isNothing(text) || PLACEHOLDER.test(text.trim());

/** The part of a text that stands for a value that is not there; undefined where there is none. */
export const nothingIn = (text: string): string | undefined => FILLED_IN.exec(text)?.[0];

export const isDitto = (cell: unknown): boolean => typeof cell === 'string' && DITTO.test(cell.trim());

/** Does a cell have what stands where there is no ID, signs alone included? */
export function isPlaceholder(cell: unknown): boolean {
	if (typeof cell === 'boolean') return true;
	if (typeof cell !== 'string') return false;
	return cell.trim() === '' || isNoId(cell) || isDitto(cell);
}

/** What a lookup of an empty cell gives: no record is called so that several rows belong to. */
export const isZero = (cell: unknown): boolean => /^0+(?:[.,]0+)?$/.test(String(cell).trim());
