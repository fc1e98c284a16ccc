import type { About, Field } from '../table/notes';
import { visible } from '../values/visible';
import { plain } from './plain';
import { textOf } from './text';

/**
 * Parts with dots between them on both sides of the `@`. What stands around an address where it was cut out of something else (brackets,
 * commas, quotes, `mailto:`) is no part of it; an apostrophe is, between letters.
 */
const EMAIL =
	/^(?!')(?:[^\s\p{C}@.,;:<>()[\]"\\]+\.)*[^\s\p{C}@.,;:<>()[\]"\\]+(?<!')@(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}_-]+$/u;

/** What to do about the one address in a text with more around it: `Bob <bob@example.com>`. */
function addressIn(value: unknown): string | undefined {
	const marked = typeof value === 'string' ? (value.match(/(?<=<|mailto:)[^\s<>:]+/gi) ?? []) : [];
	const [address, ...others] = marked.filter((part) => EMAIL.test(part));
	return address === undefined || others.length ? undefined : `write the address alone, ${address}`;
}

/** An e-mail address that somebody is going to be written to. */
export const email = (about: About = {}): Field<string> =>
	plain(
		{ kind: 'text', placeholder: 'e.g. nathan@example.com', remedy: addressIn, ...about },
		'must be an e-mail address like nathan@example.com',
		(value) => {
			const given = typeof value === 'string' ? visible(value) : '';
			return EMAIL.test(given) ? given : undefined;
		},
	);

/** The digits behind a `+`: those of North America have ten behind the 1, and no country's code begins with 0. */
const INTERNATIONAL = /^(1\d{10}|[2-9]\d{9,14})$/;
/** An area code in brackets right behind the `+`, where a country code has to be: `+(202) 555-0123`. */
const WITHOUT_COUNTRY = /^\+\s*\(\d{3}\)(\D*\d){7}\D*$/;

/** What is dialled for the `+`, but not noughts in front of the ten digits of a number in North America. */
const DIALLED_PLUS = /^\(?00(?!\D*[2-9](?:\D*\d){9}\D*$)/;

/** `+44 (0)20 7946 0958` as `+442079460958`, without the zero that is dialled inside the country only; undefined for what is no number. */
function international(given: string): string | undefined {
	const digits = given.replace(/\(\s*0\s*\)/, '').replace(/\D/g, '');
	return INTERNATIONAL.test(digits) && !WITHOUT_COUNTRY.test(given) ? `+${digits}` : undefined;
}

/** A phone number that somebody is going to be called or texted at: 10 to 15 digits, with the usual separators; with a `+`, or the 00 dialled for it, sent without them. */
export const phone = (about: About = {}): Field<string> =>
	plain(
		{ kind: 'text', placeholder: 'e.g. +12025550123', ...about },
		'must be a phone number with area code like +12025550123',
		(value) => {
			const given = visible(textOf(value) ?? '');
			if (!/^\+?[\d\s().-]+$/.test(given)) return undefined;
			if (given.startsWith('+')) return international(given);
			const dialled = DIALLED_PLUS.test(given) && international(given.replace(DIALLED_PLUS, ''));
			if (dialled) return dialled;
			const digits = given.replace(/\D/g, '').length;
			return digits >= 10 && digits <= 15 ? given : undefined;
		},
	);
