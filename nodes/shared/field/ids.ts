import type { About, Field } from '../table/notes';
import { guidOf } from '../values/guid';
import { isNoId, isSheetError, nothingIn } from '../values/noId';
import { hasControl, visible } from '../values/visible';
import { optional } from './optional';
import { plain } from './plain';
import { several } from './several';
import { textOf, wholeNumber } from './text';

/** May a record be called so? `.` and `..` would change the path of the request, even when encoded; half a character can't be. */
export const isId = (text: string): boolean =>
	text !== '' && !isNoId(text) && !hasControl(text) && !/^\.{1,2}$|\p{Surrogate}/u.test(text);

/** A long number as a spreadsheet shows it, `1.23457E+11`: the digits behind are gone. */
const SHORTENED = /^\d([.,]\d+)?e\+\d+$/i;

/** Stands for what could not be read: different IDs become one. */
const UNREADABLE = '\ufffd';
/** An end or a beginning as of an ID whose other part is missing: `INV-`, `/7`. Nobody's `#7` and `Smith Inc.` */
const ODD_END = /^[\p{Pd}_/\\|:;,.]|[\p{Pd}_/\\|:;,#]$/u;
/** What a generator made of letters of both cases and digits, of which some begin with a dash by chance. */
const GENERATED = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{16,}$/;
/** In databases it is no value, on doors a name: Null & Sons. */
const NULL = /(?<![\p{L}\p{N}])null(?![\p{L}\p{N}])/iu;

/** What may be meant of an ID, and gives several records one ID where it is not: `INV-` of each that has no number. */
function remark(id: string): string | undefined {
	const [odd] = (!GENERATED.test(id) && ODD_END.exec(id)) || [];
	const found =
		odd ?? nothingIn(id) ?? NULL.exec(id)?.[0] ?? (id.includes(UNREADABLE) ? UNREADABLE : undefined);
	if (found === undefined) return undefined;
	const where = odd === undefined ? 'has' : id.endsWith(odd) ? 'ends in' : 'begins with';
	return `${where} '${found}': if what makes it has found nothing for a part of it, all records without that part have one ID`;
}

/** Has an ID lost a value, or a letter? */
const hasLost = (id: string): boolean => nothingIn(id) !== undefined || id.includes(UNREADABLE);

/** The text of an identifier as it looks; undefined for what is none, and for a number that has lost digits. */
function idOf(value: unknown): string | undefined {
	const text = textOf(value);
	const given = text === undefined ? undefined : visible(text);
	return given === undefined || SHORTENED.test(given) ? undefined : given;
}

function remedy(value: unknown): string | undefined {
	const given = typeof value === 'string' ? visible(value) : '';
	if (SHORTENED.test(given)) return 'the number has lost digits; format the column as text';
	if (isSheetError(given)) return 'a formula of the spreadsheet failed there; mend it';
	if (nothingIn(given) !== undefined) {
		return 'what it is made of is missing; look at the expression that makes it, and whether the item has the fields that it names';
	}
	if (given.includes(UNREADABLE)) return 'a letter could not be read; read the text in its own encoding';
	if (hasControl(given)) return 'it has a line break or a tab inside; take it out';
	return wholeNumber(value);
}

const ownId = (parameter: string, about: About, isTaken: (id: string) => boolean): Field<string> =>
	plain(
		{ kind: 'text', remedy, remark, parameter, ...about },
		'must be an ID (not empty, not "null", "." or "..")',
		(value) => {
			const given = idOf(value);
			return given !== undefined && isTaken(given) ? given : undefined;
		},
	);

/** An identifier that the caller chose, of a record that is there: whatever it is called, it can be reached. */
export const id = (parameter: string, about: About = {}): Field<string> => ownId(parameter, about, isId);

/** That of a record that is made: where it has lost a part, the next one would replace this one. */
export const newId = (parameter: string, about: About = {}): Field<string> =>
	ownId(parameter, about, (given) => isId(given) && !hasLost(given));

/** An identifier of another record, if there is one; without the blanks that `id` leaves out as well. */
export const reference = (about: About = {}): Field<string | undefined> =>
	optional(
		plain({ kind: 'text', remedy, remark, ...about }, 'must be an ID (not "null")', (value) => {
			const given = idOf(value);
			return given !== undefined && (isNoId(given) || hasControl(given)) ? undefined : given;
		}),
	);

const guidText = (value: unknown): string | undefined => guidOf(visible(textOf(value) ?? ''));

/** An identifier that the service gave, a GUID; sent in lower case. */
export const guid = (about: About = {}): Field<string> =>
	plain({ kind: 'text', ...about }, 'must be an ID like 9aba5d6c-0890-eb11-a870-d0c5d372cac4', guidText);

/** The parts of a list, or of text with commas or line breaks between them. */
const partsOf = (value: unknown): unknown[] =>
	Array.isArray(value)
		? (value as unknown[])
		: (textOf(value)
				?.split(/[,;\s]+/)
				.filter(Boolean) ?? []);

/** Several GUIDs, at least one: a list, or text with commas between them. Each once, in lower case. */
export const guids = (about: About = {}): Field<string[]> => {
	const sentence = 'must be IDs like 9aba5d6c-0890-eb11-a870-d0c5d372cac4, with commas between them';
	return plain({ kind: 'text', ...about }, sentence, (value) => several(partsOf(value), guidText));
};
