import { isOptional } from '../../shared/table/notes';
import type { Column, Target } from './columns';
import { dayExpression } from './dayExpression';
import { rowsNamed, type Group } from './groups';
import type { Review } from './told';
import type { Formats } from './value';

interface Known {
	columns: Column[];
	/** Columns that give nothing. */
	unused: string[];
	formats: Formats;
}

const listed = (words: string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** The fields that no column gives, in one sentence. A due date may follow from the day of the invoice. */
function withoutColumn(fields: Target[], { columns, unused, formats: { dateFormat } }: Known): Review[] {
	if (!fields.length) return [];
	const [paths, labels] = [fields.map(({ path }) => path), fields.map(({ label }) => label)];
	const left = unused.length ? ` (left are ${unused.map((name) => `"${name}"`).join(', ')})` : '';
	const start = columns.find(({ path }) => path === 'invoiceDate');
	const due =
		start && paths.includes('dueDate') && dateFormat !== 'excel'
			? `, as dueDate = ${dayExpression(start.column, dateFormat, '.plus({ days: 30 })')}`
			: '';
	const them = fields.length === 1 ? 'it' : 'them';
	const message = `No column gives ${listed(labels)}. Name ${them} under Columns${left}, or add ${listed(paths)} by Edit Fields in front${due}`;
	return [{ field: paths[0], message }];
}

/** Fields that a body can't do without and that no cell gave. */
export function lacking(
	body: Record<string, unknown>,
	group: Group,
	table: Known & { targets: Target[] },
): Review[] {
	const without: Target[] = [];
	const empty: Review[] = [];
	for (const target of table.targets) {
		const { path, key, label, field, inLine } = target;
		if (inLine || isOptional(field) || body[key] !== undefined) continue;
		const column = table.columns.find((one) => one.path === path);
		if (!column) without.push(target);
		else {
			const message = `${label} is missing: the column "${column.column}" gives none in ${rowsNamed(group.rows)}`;
			empty.push({ field: path, message });
		}
	}
	return [...withoutColumn(without, table), ...empty];
}
