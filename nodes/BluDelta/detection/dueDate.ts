import type { Contradiction } from './contradictions';
import { addDays } from '../../shared/values/dates';
import { date, days, foremost, groups, pick, score, text, type Entry } from './read';

/** Words for the day from which days are counted anyway. */
const invoiceDay = /^(from |after |ab )?(the )?(invoice ?date|date of (the )?invoice|rechnungsdatum)$/i;

/** What one DueDateGroup says. */
interface Dated {
	day?: string;
	from?: string;
	score?: number;
	/** A word for the first day that is not understood, such as EndOfMonth. */
	start?: string;
	/** What stands there besides: another day, or what is none. */
	others: string[];
}

export interface DueDate {
	/** Of the simplified form. */
	members: {
		dueDate?: string;
		/** How it was found, when it was not simply printed. */
		dueDateFrom?: string;
		/** The date again, where there is more to tell of it than that it stood there. */
		dueDateRead?: string;
	};
	score?: number;
	/**
	 * `dueDate`: what stood there, when no due date could be made of it. `dueDateStart`: the word for a first day that is not
	 * understood, so that the date is most likely wrong.
	 */
	unreadable: Array<{ field: 'dueDate' | 'dueDateStart'; value: string }>;
	/** What else stood there: the due date may be another one. */
	contradictions: Contradiction[];
}

/**
 * The due date of a detection result (bludelta.md 8.2). Per DueDateGroup: the printed date, else the
 * days after the start date, else the days after the invoice date; of several groups the latest.
 * Cash discount deadlines (DiscountGroup) are none of its business.
 */
export function readDueDate(predictionGroups: unknown, invoiceDate: string | undefined): DueDate {
	const terms = groups(predictionGroups, 'DueDateGroup').map((group) => dated(group, invoiceDate));
	const dates = terms.flatMap(({ day, ...each }) => (day === undefined ? [] : [{ day, ...each }]));
	const others = terms.flatMap((each) => each.others);
	if (dates.length === 0) {
		const unread = others.filter((other) => days(other) === undefined).join(', ');
		return {
			members: {},
			unreadable: unread ? [{ field: 'dueDate', value: unread }] : [],
			contradictions: [],
		};
	}
	const latest = dates.reduce((best, next) => (next.day > best.day ? next : best));
	const every = dates.map(({ day }) => day);
	const choice = dates.length > 1 ? `the latest of ${every.join(', ')}` : undefined;
	const dueDateFrom = [choice, latest.from].filter(Boolean).join('; ') || undefined;
	const word = dates.find(({ start }) => start !== undefined)?.start;
	// Instalments, or a day misread: one invoice has one due date, and which one is meant, nobody can tell.
	const more = besides(latest.day, [...every, ...others]);
	return {
		members: {
			dueDate: latest.day,
			dueDateFrom,
			dueDateRead: dueDateFrom === undefined && word === undefined ? undefined : latest.day,
		},
		score: latest.score,
		unreadable: word === undefined ? [] : [{ field: 'dueDateStart', value: word }],
		contradictions: more.length > 0 ? [{ field: 'dueDate', values: [latest.day, ...more] }] : [],
	};
}

function dated(predictions: Entry[], invoiceDate: string | undefined): Dated {
	const [printed, durations, starts] = ['DueDateDate', 'DueDateDuration', 'DueDateStart'].map((typeName) =>
		foremost(predictions, typeName).flatMap(({ Value }) => text(Value) ?? []),
	);
	const scoreOf = (typeName: string) => score(pick(predictions, typeName)?.Score);
	const day = date(printed[0]);
	if (day !== undefined) {
		const others = besides(
			day,
			printed.map((one) => date(one) ?? one),
		);
		return { day, score: scoreOf('DueDateDate'), others };
	}
	const word = starts.find((start) => date(start) === undefined && !invoiceDay.test(start));
	const counted = durations.flatMap((duration) =>
		(starts.length ? starts : ['']).map(
			(start) => dayAfter(duration, date(start) ?? invoiceDate) ?? duration,
		),
	);
	const start = date(starts[0]);
	const from = `${days(durations[0])} days after ${start ? 'DueDateStart' : 'InvoiceDate'} ${start ?? invoiceDate}`;
	const [first] = counted;
	const others = [...printed, ...besides(first, counted)];
	return date(first) === undefined
		? { others: [...printed, ...durations] }
		: { day: first, from, score: scoreOf('DueDateDuration'), start: word, others };
}

const besides = (taken: string, all: string[]) => [...new Set(all)].filter((one) => one !== taken);

function dayAfter(duration: string, first: string | undefined): string | undefined {
	const count = days(duration);
	return count === undefined || first === undefined ? undefined : addDays(first, count);
}
