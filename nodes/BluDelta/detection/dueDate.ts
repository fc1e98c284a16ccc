import { typed } from './details';
import type { Table } from './details';
import { addDays } from '../../shared/values/dates';
import { date, days, groups, pick, score, text } from './read';

const members = {
	dueDateDate: ['DueDateDate', date],
	// A date or a word (bludelta.md 6.6).
	dueDateStart: ['DueDateStart', text],
	dueDateDuration: ['DueDateDuration', days],
} as const satisfies Table;

/** Words for the day from which days are counted anyway. */
const invoiceDay = /^(from |after |ab )?(the )?(invoice ?date|date of (the )?invoice|rechnungsdatum)$/i;

interface Dated {
	day: string;
	from?: string;
	score?: number;
	/** A word for the first day that is not understood, such as EndOfMonth. */
	start?: string;
}

export interface DueDate {
	dueDate?: string;
	/** How it was found, when it was not simply printed. */
	dueDateFrom?: string;
	score?: number;
	/** What stood there, when no due date could be made of it. */
	unreadable?: string;
	/** From which day the days are counted, when that is a word that is not understood: the date is then most likely wrong. */
	unknownStart?: string;
}

/**
 * The due date of a detection result (bludelta.md 8.2). Per DueDateGroup: the printed date, else the
 * days after the start date, else the days after the invoice date; of several groups the latest.
 * Cash discount deadlines (DiscountGroup) are none of its business.
 */
export function readDueDate(predictionGroups: unknown, invoiceDate: string | undefined): DueDate {
	const unread: string[] = [];
	const dates = groups(predictionGroups, 'DueDateGroup').flatMap((predictions): Dated[] => {
		const group = typed(
			members,
			(_name, typeName) => pick(predictions, typeName)?.Value,
			(_name, value) => unread.push(value),
		);
		const scoreOf = (typeName: string) => score(pick(predictions, typeName)?.Score);
		if (group.dueDateDate !== undefined) {
			return [{ day: group.dueDateDate, score: scoreOf('DueDateDate') }];
		}
		const start = date(group.dueDateStart);
		const first = start ?? invoiceDate;
		const day =
			group.dueDateDuration !== undefined && first ? addDays(first, group.dueDateDuration) : undefined;
		const named = start ? 'DueDateStart' : 'InvoiceDate';
		const from = `${group.dueDateDuration} days after ${named} ${first}`;
		const word = start === undefined ? group.dueDateStart : undefined;
		const unknown = word !== undefined && !invoiceDay.test(word) ? word : undefined;
		return day === undefined ? [] : [{ day, from, score: scoreOf('DueDateDuration'), start: unknown }];
	});
	if (dates.length === 0) return unread.length > 0 ? { unreadable: unread.join(', ') } : {};
	const latest = dates.reduce((best, next) => (next.day > best.day ? next : best));
	const choice = dates.length > 1 ? `the latest of ${dates.map(({ day }) => day).join(', ')}` : undefined;
	const dueDateFrom = [choice, latest.from].filter(Boolean).join('; ') || undefined;
	const unknownStart = dates.find(({ start }) => start !== undefined)?.start;
	return { dueDate: latest.day, dueDateFrom, score: latest.score, unknownStart };
}
