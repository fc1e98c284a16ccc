import { contradictions, type Contradiction } from './contradictions';
import { details, groupLists, lineDetails, lists, typed, type Table, type Typed } from './details';
import { readDueDate } from './dueDate';
import { party, type Party } from './party';
import { entries, found, groups, isEntry, number, pick, score, text } from './read';
import type { Entry } from './read';
import type { DetectInvoiceResponse } from './types';
import { asDocumented } from './writing';

type Scored<T extends Table> = Typed<T> & { score?: number };
type GroupLists = { [K in keyof typeof groupLists]?: Array<Scored<(typeof groupLists)[K][1]>> };
export type SimplifiedLine = Scored<typeof lineDetails> & { positionNumber?: number };

/**
 * A detection result made flat and typed. What was not found is absent, never empty or 0. Amounts are numbers
 * with at most two decimals, dates `YYYY-MM-DD`, scores probabilities from 0 to 1.
 */
export interface SimplifiedDetection extends Typed<typeof details>, GroupLists {
	iban?: string[];
	uId?: string[];
	dueDate?: string;
	/** How the due date was found, when it was not simply printed. */
	dueDateFrom?: string;
	/** The due date that this is told of: where another one stands in its place, somebody has decided. */
	dueDateRead?: string;
	lines?: SimplifiedLine[];
	sender?: Party;
	receiver?: Party;
	contacts?: Party[];
	language?: string;
	countries?: string;
	documentFormat?: string;
	invoiceState?: number | string;
	confidence?: number;
	/** Score per single value above; groups, lines and parties carry their own `score`. */
	scores?: Record<string, number>;
	/** Values that are there but not in the vendor's documented form; never guessed at. */
	unreadable?: Unreadable[];
	/** Values of the invoice that are there more than once, and not the same. */
	contradictions?: Contradiction[];
}

export interface Unreadable {
	field: string;
	value: string;
}

/** Members that say something about the document; a result without any of them is empty. */
const substance = [...Object.keys(details), ...Object.keys(groupLists), 'dueDate', 'lines', 'unreadable'];

/** Whether a detection result says nothing: error and deleted documents come so (bludelta.md 5.3). */
export const isEmpty = (detection: SimplifiedDetection) => !substance.some((name) => name in detection);

const lowest = (scores: Array<number | undefined>) => {
	const known = scores.filter((one) => one !== undefined);
	return known.length > 0 ? Math.min(...known) : undefined;
};

const isNothing = (value: unknown) =>
	value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Leaves out undefined members, empty lists and empty objects: absent means absent. */
export function present<T extends object>(members: T): T {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => !isNothing(value))) as T;
}

/** The flat, typed form of a detection result; any object, also null or a damaged one, gives an answer. */
export function simplify(detection: DetectInvoiceResponse | null | undefined): SimplifiedDetection {
	const result: Entry = isEntry(detection) ? asDocumented(detection) : {};
	const predictions = result.InvoiceDetailTypePredictions;
	const unreadable: Unreadable[] = [];
	const note = (path: string) => (name: string, value: string) =>
		void unreadable.push({ field: path + name, value });
	const scores: Record<string, number> = {};
	const keepScore = (name: string, given: unknown) => {
		const read = score(given);
		if (read !== undefined) scores[name] = read;
	};

	const single = typed(details, (_name, typeName) => pick(predictions, typeName)?.Value, note(''));
	for (const name of Object.keys(single) as Array<keyof typeof single>) {
		keepScore(name, pick(predictions, details[name][0])?.Score);
	}
	const due = readDueDate(result.PredictionGroups, single.invoiceDate);
	keepScore('dueDate', due.score);
	unreadable.push(...due.unreadable);

	const table = isEntry(result.LineItemTable) ? result.LineItemTable.LineItems : undefined;
	return present<SimplifiedDetection>({
		...single,
		...due.members,
		iban: severalValues(predictions, lists.iban),
		uId: severalValues(predictions, lists.uId),
		...readGroups(result.PredictionGroups, note),
		lines: entries(table).map((line, index) => readLine(line, note(`lines[${index}].`))),
		sender: party(result.Sender),
		receiver: party(result.Receiver),
		contacts: entries(result.Contacts).flatMap((contact) => party(contact) ?? []),
		language: text(result.Language),
		countries: text(result.Countries),
		documentFormat: text(result.DocumentFormat),
		invoiceState: readState(result.InvoiceState),
		confidence: score(result.Confidence),
		scores,
		unreadable,
		contradictions: [...contradictions(predictions, result.PredictionGroups), ...due.contradictions],
	});
}

/** 0 is ok; older clients compare with a word. */
export const readState = (value: unknown) => score(value) ?? text(value);

const severalValues = (predictions: unknown, typeName: string) => [
	...new Set(
		found(predictions, typeName).flatMap((entry) =>
			[entry.Value]
				.flat()
				.flatMap((value) => text(value)?.split(',') ?? [])
				.flatMap((part) => text(part) ?? []),
		),
	),
];

type Note = (path: string) => (name: string, value: string) => void;

function readGroups(predictionGroups: unknown, note: Note): GroupLists {
	const read = Object.entries(groupLists).map(([list, [typeName, members]]) => {
		const names = Object.values<readonly [string, unknown]>(members).map(([member]) => member);
		const all = groups(predictionGroups, typeName).map((predictions, index) => {
			const group = typed<Table>(
				members,
				(_name, member) => pick(predictions, member)?.Value,
				note(`${list}[${index}].`),
			);
			const scores = names.map((member) => score(pick(predictions, member)?.Score));
			return present({ ...group, score: lowest(scores) });
		});
		return [list, all];
	});
	return present(Object.fromEntries(read) as GroupLists);
}

function readLine(line: Entry, note: (name: string, value: string) => void): SimplifiedLine {
	const valueOf = (name: string, member: string) => {
		const detail = line[member];
		if (!isEntry(detail)) return undefined;
		return name === 'description' ? (text(detail.Value) ?? detail.Text) : detail.Value;
	};
	const read = typed(lineDetails, valueOf, note);
	return present({ positionNumber: number(line.PositionNumber), ...read, score: score(line.Score) });
}
