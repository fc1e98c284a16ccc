import Table from 'cli-table3';
import { current } from '../../emulator/bluDelta/state';
import type { Sent } from '../queue/sender';
import type { Load } from './load';
import type { Place } from './place';

/** One kind of thing that was sent: how often each was done, and what explains those that were not done once. */
export interface Line {
	what: string;
	sent: number;
	once: number;
	/** Not done, and the sender was told so. */
	refused: number;
	/** Not done, though it was taken: n8n's own records must have as many failed executions. */
	undone: number;
	/** Done more than once, of which the sender had no answer to and sent it again. */
	again: number;
	/** Done more than once for no reason. */
	doubled: number;
}

const isTaken = ({ answers }: Sent) => answers.at(-1) === 200;
const wasLost = ({ answers }: Sent) => answers.includes('lost');

/** Counts what was done for each id. @param times how often it was done */
export function lineOf(what: string, sent: Map<string, Sent>, times: (id: string) => number): Line {
	const all = [...sent].map(([id, by]) => ({ by, done: times(id) }));
	const number = (test: (one: (typeof all)[number]) => boolean) => all.filter(test).length;
	return {
		...{ what, sent: all.length, once: number(({ done }) => done === 1) },
		refused: number(({ by, done }) => done === 0 && !isTaken(by)),
		undone: number(({ by, done }) => done === 0 && isTaken(by)),
		again: number(({ by, done }) => done > 1 && wasLost(by)),
		doubled: number(({ by, done }) => done > 1 && !wasLost(by)),
	};
}

/** Documents: each makes one invoice, and is confirmed or waits for a person. */
function documentsLine({ emulator }: Place, numbers: string[]): Line {
	const invoices = [...emulator.blueTape.state.invoices.values()].map(({ invoiceNumber }) => invoiceNumber);
	const { documents, containers } = emulator.bluDelta.state;
	const isConfirmed = (number: string) =>
		[...documents.values()].some(
			(document) =>
				containers.get(document.containerId)!.fileName === `${number}.pdf` &&
				current(document) === 'Confirmed',
		);
	const times = (number: string) => invoices.filter((one) => one === number).length;
	const count = (test: (number: string) => boolean) => numbers.filter(test).length;
	return {
		...{ what: 'documents', sent: numbers.length, refused: 0, again: 0 },
		once: count((number) => times(number) === 1 && isConfirmed(number)),
		undone: count((number) => times(number) === 0 || !isConfirmed(number)),
		doubled: count((number) => times(number) > 1),
	};
}

export interface Account {
	lines: Line[];
	/** Executions that n8n itself has as failed. */
	failed: number;
	/** What does not add up; empty if all is well. */
	amiss: string[];
}

/** Every document, notice and invoice, from the emulator's records and n8n's own. */
export async function account(place: Place, sent: Load): Promise<Account> {
	const { counter, emulator, queue } = place;
	const created = emulator.journal.entries.filter(
		({ method, path, status }) =>
			method === 'POST' && path.endsWith('/integration/invoice') && status === 201,
	);
	const creates = (id: string) => created.filter(({ body }) => (body as { id?: string }).id === id).length;
	// A create whose answer was lost is in the emulator, though its journal says "dropped".
	const invoices = (id: string) => (emulator.blueTape.state.invoices.has(id) ? Math.max(1, creates(id)) : 0);
	const lines = [
		lineOf('notices', sent.notices, (id) => counter.runs.get(id)?.length ?? 0),
		lineOf('invoices', sent.invoices, invoices),
		documentsLine(place, sent.documents),
	];
	const [{ count }] = await queue.query<{ count: string }>(
		`select count(*) from execution_entity where status <> 'success'`,
	);
	const failed = Number(count);
	return { lines, failed, amiss: amissIn(lines, failed) };
}

/** What does not add up in these lines. @param failed executions that n8n has as failed */
export function amissIn(lines: Line[], failed: number): string[] {
	const undone = lines.reduce((sum, line) => sum + line.undone, 0);
	return [
		...lines
			.filter(({ doubled }) => doubled)
			.map(({ what, doubled }) => `${doubled} ${what} were done twice`),
		...lines.filter(({ sent }) => !sent).map(({ what }) => `no ${what} were sent`),
		...(undone > failed
			? [`${undone} were taken and not done, and n8n has ${failed} failed executions`]
			: []),
		...lines
			.filter(({ what, undone: left }) => what === 'documents' && left)
			.map(({ undone: left }) => `${left} documents are without an invoice or a confirmation`),
	];
}

/** The account as text for a terminal. */
export function print({ lines, failed, amiss }: Account): string {
	const table = new Table({
		head: ['', 'sent', 'once', 'refused', 'taken, not done', 'sent again', 'doubled'],
		style: { head: [], border: [] },
	});
	for (const { what, sent, once, refused, undone, again, doubled } of lines)
		table.push([what, sent, once, refused, undone, again, doubled]);
	const verdict = amiss.length ? `It does not add up: ${amiss.join('; ')}.` : 'It adds up.';
	return `${table.toString()}\nExecutions that n8n has as failed: ${failed}.\n${verdict}`;
}
