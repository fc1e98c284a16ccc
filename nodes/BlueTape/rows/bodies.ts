import { inputFailure } from '../../shared/failure';
import type { Shape } from '../../shared/table/notes';
import { plainName } from '../../shared/values/plainName';
import { bodyOf, type Made } from './body';
import { chosenColumns, columnCalled, columnsOf, refuseMissing, targetsOf, type Column } from './columns';
import { groupsOf, type Row } from './groups';
import { otherFormats } from './otherFormat';
import { sharedColumns } from './sharedAmounts';
import { tellTwins } from './twins';
import { cellReader, type Formats } from './value';

/** What the user chose; `columns` names columns for fields like `dueDate` and `lines.quantity`. */
export interface Settings extends Formats {
	groupBy: string;
	columns: Array<{ field: string; column: string }>;
}

/** All names of columns, in order of first appearance. */
const namesIn = (rows: Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

const listed = (names: string[]): string => names.map((name) => `"${name}"`).join(', ');

/** The column that tells which rows belong together. */
function groupColumn(names: string[], columns: Column[], groupBy: string): string {
	const wanted = plainName(groupBy);
	const found =
		columnCalled(names, groupBy) ?? columns.find(({ path }) => plainName(path) === wanted)?.column;
	if (found !== undefined) return found;
	throw inputFailure(
		`'Group By' names the column "${groupBy}", which no row has`,
		`Choose the column that tells which rows belong together. Columns are ${listed(names)}`,
	);
}

/**
 * Rows of a table, one a line, as bodies of invoices or quotes: one for each value in the column `groupBy`, in order of first
 * appearance. `shape` is what a new one needs (bluetape.md 4.4, 4.8), `today` a calendar day. Throws `Failed` when the table has no such
 * column. `remarks` are about columns and bodies that are good.
 */
export function bodiesOf(
	rows: Row[],
	shape: Shape,
	settings: Settings,
	today: string,
): { made: Made[]; remarks: string[] } {
	const names = namesIn(rows);
	if (!names.length) return { made: [], remarks: [] };
	const targets = targetsOf(shape);
	const { columns, unknown, missing } = columnsOf(names, targets, chosenColumns(names, targets, settings));
	refuseMissing(missing, names, targets);
	const key = groupColumn(names, columns, settings.groupBy);
	const read = cellReader(settings, otherFormats(rows, columns, settings));
	const id = targets.find(({ path }) => path === 'id')!.field;
	const groups = groupsOf(rows, key, id);
	const left = unknown.filter((name) => name !== key);
	const table = {
		...{ rows, targets, columns, key, read, shape, today },
		shared: sharedColumns(rows, groups, columns, read),
		unused: left,
		formats: settings,
	};
	const made = groups.map((group) => bodyOf(group, table));
	tellTwins(made.map((one, at) => ({ ...one, key: groups[at].key ?? groups[at].said ?? '' })));
	return {
		made: made.map(({ remarks: _, ...one }) => one),
		remarks: [
			...(left.length ? [`Columns that no field is called by were left out: ${left.join(', ')}`] : []),
			...made.flatMap(({ remarks }) => remarks),
		],
	};
}
