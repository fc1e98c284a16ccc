import { calendarDay, utcTimestamp } from '../values/dates';
import type { About, Field } from '../table/notes';
import { plain } from './plain';

const EXPRESSION = "{{ DateTime.fromFormat('11/26/2026', 'MM/dd/yyyy').toISODate() }}";
/** What to do about a day in another notation: which one it is, nobody can tell. In an input item no expression can be written. */
export const OTHER_DAY = `write it so, or convert it with an expression like ${EXPRESSION}; for an input item, in a node before this one`;
const another = { remedy: OTHER_DAY };

/** A calendar day, sent as `YYYY-MM-DD`. A date-time gives the day that it shows, in whatever time zone it is in. */
export const date = (about: About = {}): Field<string> =>
	plain({ kind: 'date', ...another, ...about }, 'must be a date like 2026-03-31', calendarDay);

/** A calendar day, sent as the timestamp of its midnight in UTC, which is how some endpoints show days. */
export const dayTimestamp = (about: About = {}): Field<string> =>
	plain({ kind: 'date', ...another, ...about }, 'must be a date like 2026-03-31', (value) => {
		const day = calendarDay(value);
		return day && `${day}T00:00:00.000Z`;
	});

/** A moment, sent as a UTC timestamp with milliseconds. */
export const dateTime = (about: About = {}): Field<string> =>
	plain(
		{ kind: 'dateTime', ...another, ...about },
		'must be a date and time like 2026-03-31T09:30:00.000Z',
		utcTimestamp,
	);
