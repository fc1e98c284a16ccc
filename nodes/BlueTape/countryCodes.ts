import type { IDataObject } from 'n8n-workflow';
import type { Call, Operation } from '../shared/table/operation';

const KEY = 'cellPhoneNumber';
const ADDED = 'Phone numbers of ten digits are sent with +1, the country code of the US, before them';
const UNKNOWN =
	'A phone number without a country code (+44 …) is sent as it stands. BlueTape keeps people whom it cannot reach as drafts';

/** A number of the US, as `+12025550123`; undefined for any that has its country code, and for other countries'. */
function withUsCode(phone: string): string | undefined {
	if (phone.startsWith('+')) return undefined;
	const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
	// No area code of the US begins with 0 or 1.
	return /^[2-9]\d{9}$/.test(digits) ? `+1${digits}` : undefined;
}

/** A person whose phone number has a country code where one is known, which `hint` tells. */
function reachable(person: IDataObject, hint: (message: string, type?: 'warning') => void): IDataObject {
	const phone = person[KEY];
	if (typeof phone !== 'string') return person;
	const completed = withUsCode(phone);
	if (completed) hint(ADDED);
	else if (!phone.startsWith('+')) hint(UNKNOWN, 'warning');
	return completed ? { ...person, [KEY]: completed } : person;
}

/**
 * The body with country codes before the numbers of people who will be written to, itself one or with lists of them: without,
 * BlueTape takes the person, as a draft, and then refuses the invoice (bluetape.md trap 3).
 */
export function withCountryCodes(
	body: IDataObject,
	lists: string[],
	hint: (message: string, type?: 'warning') => void,
): IDataObject {
	const completed = reachable(body, hint);
	for (const name of lists) {
		const people = completed[name] as IDataObject[] | undefined;
		if (people) completed[name] = people.map((person) => reachable(person, hint));
	}
	return completed;
}

/** What an operation does that names people, in its body or in these lists of it. */
export const countryCodes = (...lists: string[]) =>
	({
		complete: ({ input, hint }: Call) => ({ body: withCountryCodes({ ...input.body }, lists, hint) }),
	}) satisfies Partial<Operation>;
