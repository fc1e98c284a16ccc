import type { About, Field } from '../table/notes';
import { plain } from './plain';
import { textOf } from './text';

/** An e-mail address that somebody is going to be written to. */
export const email = (about: About = {}): Field<string> =>
	plain(
		{ kind: 'text', placeholder: 'e.g. nathan@example.com', ...about },
		'must be an e-mail address like nathan@example.com',
		(value) =>
			typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? value.trim() : undefined,
	);

/** A phone number that somebody is going to be called or texted at: 10 to 15 digits, with the usual separators. */
export const phone = (about: About = {}): Field<string> =>
	plain(
		{ kind: 'text', placeholder: 'e.g. +12025550123', ...about },
		'must be a phone number with area code like +12025550123',
		(value) => {
			const given = textOf(value)?.trim() ?? '';
			const digits = given.replace(/\D/g, '').length;
			return /^\+?[\d\s().-]+$/.test(given) && digits >= 10 && digits <= 15 ? given : undefined;
		},
	);
