import { inputFailure } from '../../shared/failure';
import {
	labelOf,
	notesOf,
	parameterOf,
	shapeOf,
	type Field,
	type Notes,
	type Shape,
} from '../../shared/table/notes';
import { plainName } from '../../shared/values/plainName';

/** A field that a column gives: of the body, or of a line of it. */
export interface Target {
	/** The API's name, as in `dueDate` or `lines.quantity`. */
	path: string;
	key: string;
	inLine: boolean;
	field: Field;
	kind: Notes['kind'];
	/** What the editor calls it. */
	label: string;
}

/** A column of the table and the field that it gives. */
export interface Column extends Target {
	column: string;
	/** Has the user named it under Columns? Then it is no guess. */
	isChosen: boolean;
}

/** The fields of a body that a cell can hold: no groups, and of the lists only the lines. */
export function targetsOf(body: Shape): Target[] {
	const flat = (shape: Shape, inLine: boolean): Target[] =>
		Object.entries(shape)
			.filter(([, field]) => shapeOf(field) === undefined)
			.map(([key, field]) => ({
				path: inLine ? `lines.${key}` : key,
				key,
				inLine,
				field,
				kind: notesOf(field).kind,
				label: labelOf(key, field),
			}));
	return [...flat(body, false), ...flat(shapeOf(body.lines) ?? {}, true)];
}

/** A field as the editor offers it under Columns. */
const offered = ({ label, inLine }: Target): string => (inLine ? `Line: ${label}` : label);

const targetCalled = (targets: Target[], field: string): Target | undefined =>
	targets.find(({ path }) => plainName(path) === plainName(field));

/** What a column may be called to give this field by itself. A name that header and line share means the header. */
function namesOf({ path, key, field, label, inLine }: Target): string[] {
	const ofLine = inLine ? [`lines.${label}`, `line ${label}`, `line ${key}`] : [parameterOf(key, field)];
	return [path, key, label, ...ofLine].map(plainName);
}

/** The column that is called `name`, letter by letter or else as names are compared. */
export const columnCalled = (names: string[], name: string): string | undefined =>
	names.find((one) => one === name) ?? names.find((one) => plainName(one) === plainName(name));

/** The columns that the user has chosen, and the one to group by where it is called as the ID is: it comes before a database's own `id`. */
export function chosenColumns(
	names: string[],
	targets: Target[],
	{ columns, groupBy }: { columns: Array<{ field: string; column: string }>; groupBy: string },
): Array<{ field: string; column: string }> {
	const twice = columns.find(({ field }, index) =>
		columns.slice(0, index).some((one) => plainName(one.field) === plainName(field)),
	);
	if (twice) {
		const both = columns.filter(({ field }) => plainName(field) === plainName(twice.field));
		const target = targetCalled(targets, twice.field);
		throw inputFailure(
			`'Columns' names ${both.map(({ column }) => `"${column}"`).join(' and ')} for ${target ? offered(target) : twice.field}: only one of them can be meant`,
		);
	}
	const id = targets.find(({ path }) => path === 'id');
	const column = columnCalled(names, groupBy);
	const isChosen = columns.some((one) => plainName(one.field) === 'id' || one.column === column);
	if (!id || column === undefined || isChosen || !namesOf(id).includes(plainName(column))) return columns;
	return [...columns, { field: 'id', column }];
}

/** The columns of a table and what they give; `unknown` give nothing. `chosen` names columns for fields, by the path of the field. */
export function columnsOf(
	names: string[],
	targets: Target[],
	chosen: Array<{ field: string; column: string }>,
): { columns: Column[]; unknown: string[]; missing: Array<{ field: string; column: string }> } {
	const columns: Column[] = [];
	const taken = new Set<string>();
	const missing: Array<{ field: string; column: string }> = [];
	for (const { field, column } of chosen) {
		const target = targetCalled(targets, field);
		const name = columnCalled(names, column);
		if (!target || name === undefined) missing.push({ field, column });
		else columns.push({ ...target, column: name, isChosen: true });
		if (name !== undefined) taken.add(name);
	}
	const given = new Set(columns.map(({ path }) => path));
	const unknown: string[] = [];
	for (const name of names.filter((one) => !taken.has(one))) {
		const target = targets.find((one) => !given.has(one.path) && namesOf(one).includes(plainName(name)));
		if (!target) {
			unknown.push(name);
			continue;
		}
		given.add(target.path);
		columns.push({ ...target, column: name, isChosen: false });
	}
	return { columns, unknown, missing };
}

/** Refuses all that is named under Columns and is not there, at once. */
export function refuseMissing(
	missing: Array<{ field: string; column: string }>,
	names: string[],
	targets: Target[],
): void {
	if (!missing.length) return;
	const wrong = missing.map(({ field, column }) => {
		const target = targetCalled(targets, field);
		return `"${column}" for ${target ? offered(target) : `${field}, which is no field`}`;
	});
	throw inputFailure(
		`'Columns' names what is not there: ${wrong.join('; ')}`,
		`Choose others under Columns, or mend the table's heading. Its columns are ${names.map((name) => `"${name}"`).join(', ')}`,
	);
}

/** What the editor offers to name a column for. */
export const choicesOf = (body: Shape): Array<{ name: string; value: string }> =>
	targetsOf(body)
		.map((target) => ({ name: offered(target), value: target.path }))
		.sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
