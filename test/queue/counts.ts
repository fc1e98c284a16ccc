import Table from 'cli-table3';
import type { CutOff } from './accident';
import type { Counter } from './counter';
import type { Sent } from './sender';
import type { Fired } from './volley';

/** To whom a repeat came, as it turned out, and when. */
export type Kind =
	| 'not repeated'
	| 'repeat at once, same process'
	| 'repeat at once, other process'
	| 'repeat later, same process'
	| 'repeat later, other process'
	| 'sent again, without an answer or after an error';

function kindOf({ first, again, ranBefore }: Fired): Kind {
	// Each attempt may have run: the first, and the one that was answered. A refused connection reached nobody.
	const isOpen = (answer: Sent['answers'][number]) =>
		answer === 'lost' || (answer !== 'refused' && answer >= 500);
	if ([first, again].some((sent) => sent?.answers.some(isOpen)))
		return 'sent again, without an answer or after an error';
	if (!again) return 'not repeated';
	const same = first.answeredBy === again.answeredBy ? 'same' : 'other';
	return `repeat ${ranBefore ? 'later' : 'at once'}, ${same} process`;
}

const names = { refused: 'no connection', lost: 'no answer' };

/** How many notices ran not at all, once, more than once. */
export type Runs = [none: number, once: number, more: number];

export interface Counts {
	answers: Record<string, number>;
	sent: { notices: number; genuine: number; repeats: number; forged: number };
	genuine: Partial<Record<Kind, Runs>>;
	forgedRuns: number;
	/** Ids of genuine notices that never ran. */
	missing: string[];
}

export function count(fired: Fired[], { runs }: Counter): Counts {
	const genuine: Counts['genuine'] = {};
	const times = ({ notice }: Fired) => runs.get(notice.id)?.length ?? 0;
	for (const shot of fired) {
		if (shot.forged) continue;
		const row = (genuine[kindOf(shot)] ??= [0, 0, 0]);
		row[Math.min(times(shot), 2)]++;
	}
	const answers = fired
		.flatMap(({ first, again }) => [...first.answers, ...(again?.answers ?? [])])
		.map((answer) => (typeof answer === 'number' ? String(answer) : names[answer]));
	const real = fired.filter(({ forged }) => !forged);
	const repeats = fired.filter(({ again }) => again).length;
	const forged = fired.filter(({ forged }) => forged);
	return {
		answers: tally(answers),
		sent: {
			notices: fired.length + repeats,
			genuine: real.length,
			repeats,
			forged: forged.length,
		},
		genuine,
		forgedRuns: forged.reduce((sum, shot) => sum + times(shot), 0),
		missing: real.filter((shot) => !times(shot)).map(({ notice }) => notice.id),
	};
}

const tally = (names: string[]) =>
	names.reduce<Record<string, number>>(
		(counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }),
		{},
	);

const listed = (counts: Record<string, number>) =>
	Object.entries(counts)
		.map(([name, number]) => `${name}: ${number}`)
		.join(', ');

/** The counts as text for a terminal. */
export function print(
	counts: Counts,
	executions: Array<{ status: string; mode: string; count: string }>,
	cutOff: CutOff[],
	quiet?: Runs,
): string {
	const facts = new Table({ style: { head: [], border: [] } });
	const undone = cutOff.filter(({ retried }) => retried !== undefined);
	const lost = undone.filter(({ retried }) => !retried);
	facts.push(
		['Sent', listed(counts.sent)],
		['Answers', listed(counts.answers)],
		['Executions', executions.map((row) => `${row.mode} ${row.status}: ${row.count}`).join(', ')],
		['Runs of forged notices', counts.forgedRuns],
		['Cut off in the killed worker', `${cutOff.length}, of these ${undone.length} before the work was done`],
		['… brought to their end by Retry', undone.filter(({ retried }) => retried).length],
		['… lost by n8n, by its status then', listed(tally(lost.map(({ status }) => status))) || 0],
		['Genuine notices that never ran', counts.missing.length],
	);
	const runs = new Table({
		head: ['Genuine notices by what was sent', '0 runs', '1 run', 'more'],
		style: { head: [], border: [] },
	});
	if (quiet) runs.push(['one at a time, then to the other process', ...quiet]);
	for (const [kind, row] of Object.entries(counts.genuine)) runs.push([kind, ...row]);
	return `${facts.toString()}\n${runs.toString()}`;
}
