import Table from 'cli-table3';
import { bold, dim, green, red } from 'picocolors';
import type { JournalEntry } from '../emulator/shared/journal';
import type { Execution, NodeRun } from './execution';

/** One line of the table: a node that ran, or something that people did. */
export interface Line {
	name: string;
	/** Items that a node gave. */
	items?: number;
	/** What the emulator saw of it, in order. */
	saw: string[];
	/** Empty when it did what it says; otherwise what speaks against it. */
	doubt: string;
}

export interface Chapter {
	title: string;
	lines: Line[];
}

const own = ({ type }: NodeRun) => type.startsWith('n8n-nodes-bluetape.');
const triggers = (node: NodeRun) => own(node) && node.type.endsWith('Trigger');
const sends = (node: NodeRun) =>
	own(node) &&
	!triggers(node) &&
	!(node.parameters.options as { dryRun?: boolean } | undefined)?.dryRun &&
	node.parameters.operation !== 'toBlueTapeInvoice';

/**
 * One line per node run: what n8n's execution says, beside what the emulator's journal says. Nodes run one after the
 * other, so a request belongs to the latest node for its vendor that had started when it came, and one that came before
 * them all to the trigger, which asks before there is an execution. The journal must begin with this execution and be
 * on a clock that was not set.
 *
 * @param end the node that a good execution ends with, where there are several ways
 */
export function chapter(
	title: string,
	execution: Execution,
	journal: readonly JournalEntry[],
	end?: string,
): Chapter {
	const senderOf = (entry: JournalEntry) => {
		const senders = execution.nodes.filter((node) => own(node) && isFor(node, entry.service));
		return senders.findLast(({ startedAt }) => startedAt <= Date.parse(entry.time)) ?? senders.find(triggers);
	};
	const lines = execution.nodes.map((node): Line => {
		const requests = journal.filter((entry) => senderOf(entry) === node);
		return {
			name: node.name,
			items: node.outputs.reduce((sum, output) => sum + output.length, 0),
			saw: requests.map(({ method, path, status }) => `${method} ${path} ${status ?? 'under way'}`),
			doubt: doubt(node, requests),
		};
	});
	const last = execution.nodes.at(-1)?.name;
	const flaws = [
		...(execution.status === 'success'
			? []
			: [execution.error?.message ?? `it ended with ${execution.status}`]),
		...(end === undefined || last === end ? [] : [`it ended at "${last}" instead of "${end}"`]),
	];
	return {
		title,
		lines: [...lines, ...flaws.map((flaw) => ({ name: 'The workflow', saw: [], doubt: flaw }))],
	};
}

/** `n8n-nodes-bluetape.bluDeltaTrigger` is for the vendor that the journal calls `BLU DELTA`. */
const isFor = ({ type }: NodeRun, service: string) =>
	type.split('.')[1].toLowerCase().startsWith(service.replace(' ', '').toLowerCase());

function doubt(node: NodeRun, requests: JournalEntry[]): string {
	if (node.error) return node.error.message;
	if (!requests.length) return sends(node) ? 'the emulator saw no request' : '';
	const { status } = requests.at(-1)!;
	return typeof status === 'number' && status < 400 ? '' : `the last request ended with ${status}`;
}

/** Whether something happened in each chapter and nothing speaks against any of it. */
export function confirmed(chapters: Chapter[]): boolean {
	return chapters.every(({ lines }) => lines.length > 0 && lines.every((line) => !line.doubt));
}

const compact = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** The chapters as one table for a terminal. */
export function print(chapters: Chapter[]): string {
	const text = new Table({
		head: ['Step', 'Items', 'What the emulator saw', 'Confirmed'].map((title) => bold(title)),
		style: { head: [], border: [] },
		chars: compact,
	});
	for (const { title, lines } of chapters) {
		text.push([bold(title), '', '', '']);
		for (const { name, items, saw, doubt } of lines) {
			const verdict = doubt ? red(doubt) : saw.length ? green('yes') : dim('nothing to confirm');
			text.push([`  ${name}`, items ?? '', saw.length ? saw.join('\n') : dim('–'), verdict]);
		}
	}
	return text.toString();
}
