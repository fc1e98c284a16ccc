import { speaksOf, wordsOf } from '../../shared/values/moneyNames';
import { plainName } from '../../shared/values/plainName';
import { amountOf } from '../amounts/summedLines';
import type { Line } from '../amounts/sums';
import { rowsNamed, type Group, type Row } from './groups';
import type { LineOfRow } from './lineItems';
import type { Review } from './told';
import { isBlank } from './value';

/** Columns that a sheet or a data table gives each row by itself: they tell no copy from its original. */
const OWN = /^(?:row|rows?num(?:ber)?|index|id|createdat|updatedat|createdtime|lastmodified)$/;

/** What is honestly billed again on one invoice: the way, and the work. */
const OFTEN =
	/^(?:labou?r|travel|delivery|freight)(?: |$)|(?:^| )(?:labou?r|hours|hrs|(?:man|crane|machine) hour|time|trips?|visits?|travel|call ?outs?)$|(?:anfahrt|fahrtkosten|arbeitszeit|stunden)$/;
/** Where what a description is about ends: `Labor for kitchen`, `Delivery, 2 hours`. */
const HEAD_END = /[,;:(/–—]|\s-|\s(?:for|to|from|on|at|in|of|by|per|with|für|nach|von|vom|zu|zum|am)\s/i;

/** Is such a thing what is sold, and no part of its name: a trip, but no trip lever, no fire door of 2 hours? */
function isOften({ description = '' }: Line): boolean {
	const words = wordsOf(description.split(HEAD_END)[0]);
	return OFTEN.test(words.join(' ')) || speaksOf('extra', words.slice(-1));
}

/** Equal lines in succession, which are honest: so many deliveries. `from` and `to` are their places. */
interface Run {
	sign: string;
	from: number;
	to: number;
}

/** Rows in succession alone: where another invoice stands between two of them, they are the table once more. */
function runsOf(
	lines: LineOfRow[],
	isBetween: (from: number, to: number) => boolean,
	signOf: (line: LineOfRow) => string,
): Run[] {
	const runs: Run[] = [];
	for (const [index, line] of lines.entries()) {
		const last = runs.at(-1);
		const sign = signOf(line);
		if (last?.sign === sign && !isBetween(lines[index - 1].row, line.row)) last.to = index;
		else runs.push({ sign, from: index, to: index });
	}
	return runs;
}

/** The longest succession of runs, of `least` or more, that comes a second time; by the places of the first run in `runs`. */
function again(runs: Run[], least: number, isWorth: (run: Run) => boolean) {
	const marks = runs.map(({ sign, from, to }) => `${least > 1 ? to - from : ''}${sign}`);
	const seen = new Map<string, number>();
	let longest = { first: 0, second: 0, count: 0 };
	for (let at = 0; at + least <= runs.length; at++) {
		const mark = marks.slice(at, at + least).join('\n');
		const first = seen.get(mark);
		if (first === undefined) {
			seen.set(mark, at);
			continue;
		}
		if (first + least > at) continue;
		let count = least;
		while (first + count < at && marks[first + count] === marks[at + count]) count++;
		const isLonger = count > longest.count && runs.slice(at, at + count).some(isWorth);
		if (isLonger) longest = { first, second: at, count };
		at += count - 1;
	}
	return longest.count ? longest : undefined;
}

const said = (cell: unknown): unknown => (typeof cell === 'string' ? cell.trim() : (cell ?? ''));

/** What is surely called as the numbers of lines are. */
const COUNTER = /^(?:line|pos|position|seq|sequence|no|nr|#)+$/;

/** Does a column count the lines: 1, 2, 3, or 10, 20, 30, in any steps where it is called so? What rises in another way, a ticket or a day, tells two lines apart. */
function counts(name: string, cells: unknown[]): boolean {
	const numbers = cells.map((cell) => (isBlank(cell) ? Number.NaN : Number(cell)));
	const [first, second] = numbers;
	const step = second - first;
	const isUsual = (step === 1 && (first === 0 || first === 1)) || (step === 10 && first === 10);
	const isCounter = isUsual || COUNTER.test(plainName(name));
	return isCounter && numbers.every((number, index) => number === first + index * step);
}

/**
 * Lines that stand there a second time, as a table does that was pasted twice: two or more in the same order, whatever counts them, or a
 * row that equals one further above in all its cells. `left` are the columns that give nothing, of which a work day or a place may
 * tell two lines apart.
 */
export function repeatedLines(lines: LineOfRow[], rows: Row[], group: Group, left: string[]): Review[] {
	const ours = new Set(group.rows);
	const isOther = (row: Row, at: number) => !ours.has(at) && !Object.values(row).every(isBlank);
	const isOtherBetween = (from: number, to: number) =>
		rows.slice(from + 1, to).some((row, nth) => isOther(row, from + 1 + nth));
	const own = left.filter((name) => !OWN.test(plainName(name)));
	const uncounted = own.filter(
		(name) =>
			!counts(
				name,
				lines.map(({ row }) => rows[row][name]),
			),
	);
	const runsBy = (columns: string[]) =>
		runsOf(lines, isOtherBetween, ({ line, unread, row }) =>
			JSON.stringify([line, unread, columns.map((name) => said(rows[row][name]))]),
		);
	/** Each line as often as any other, one behind the other: so a join makes them that found two of each, or a sort of what was pasted twice. */
	const multiplied = (): Review | undefined => {
		const runs = runsBy(uncounted);
		const times = runs.length ? lines.length / runs.length : 0;
		const areAlike = times > 1 && runs.every(({ from, to }) => to - from + 1 === times);
		const isWorth = runs.some(({ from }) => amountOf(lines[from].line) !== 0 && !isOften(lines[from].line));
		if (runs.length < 3 || !areAlike || !isWorth) return undefined;
		return {
			field: 'lines',
			message: `Each of the ${runs.length} different lines stands there ${times} times: put together with another table? Remove what is too much`,
		};
	};
	const find = (columns: string[], least: number): Review | undefined => {
		const runs = runsBy(columns);
		// What is all of an invoice is pasted twice, though it be what is often billed again.
		const isAll = runs.every(({ sign }) => sign === runs[0].sign);
		const isWorth = ({ from }: Run) =>
			amountOf(lines[from].line) !== 0 && (least > 1 || isAll || !isOften(lines[from].line));
		const found = again(runs, least, isWorth);
		if (!found) return undefined;
		const [first, second] = [found.first, found.second].map((at) => ({
			from: runs[at].from,
			to: runs[at + found.count - 1].to,
		}));
		const own = lines.slice(second.from, second.to + 1).map(({ row }) => row);
		const isOne = second.from === second.to;
		return {
			field: 'lines',
			message: `${named(second)} (${rowsNamed(own)}) ${isOne ? 'is' : 'are'} ${named(first).toLowerCase()} once more: pasted twice? Remove what is too much`,
		};
	};
	const repeated = find(uncounted, 2) ?? find(own, 1) ?? multiplied();
	return repeated ? [repeated] : [];
}

const named = ({ from, to }: { from: number; to: number }): string =>
	from === to ? `Line ${from + 1}` : `Lines ${from + 1}-${to + 1}`;
