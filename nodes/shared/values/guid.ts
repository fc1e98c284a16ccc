const GUID =
	/^(?:urn:uuid:|[{(])?([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})[})]?$/i;

/** A GUID with dashes and in lower case, of one with or without dashes, in braces, parentheses or as a URN; undefined for another text. */
export const guidOf = (text: string): string | undefined =>
	GUID.exec(text.trim())?.slice(1).join('-').toLowerCase();

/** An id that a service gave, as ids are compared. */
export const comparable = (id: string): string => guidOf(id) ?? id.toLowerCase();
