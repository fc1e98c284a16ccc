import { doubtsBeside, type Doubt } from './beside';
import { isForeignName } from './currency';
import { isOver, isWithTax } from './marks';
import { severalIn } from './priceUnit';
import { COST, isAmount } from './strayAmounts';
import { cents } from '../../shared/values/cents';
import type { Body } from '../amounts/sums';
import { frontOf } from './cells';
import type { Column } from './columns';
import type { Beside } from './fields';
import { amountsIn, isBorneOut, isTaxAdded } from './givenAmounts';
import type { Group, Row } from './groups';
import type { LineOfRow } from './lineItems';
import type { Review } from './told';

const OVER = 'says that it is paid or void: is all of it still to be paid? Take its rows out, or correct it';

/** What is wrong with a cell, and what to do about it: the end of a sentence. */
const SENTENCES: Record<Doubt, string> = {
	amount: 'is not used: is it part of the amount? Name it under Columns, or remove it',
	currency: 'is not USD, and BlueTape takes US dollars. Correct it, or remove the column',
	foreign:
		'is in another currency by its heading, and BlueTape takes US dollars. Convert it, or call it otherwise',
	credit:
		'says that this is a credit note: it gives money back, and must not be asked for. Take its rows out',
	over: OVER,
	included:
		'says that prices are with tax, and tax is put on top of them. Give prices without tax, or leave the tax out',
	several:
		"says that the price is that of several, and it is taken for each. Give the price of one, or the line's subtotal in its place",
	untaxed:
		'says that it is not taxed, and tax is put on it (that of the header is shared over all lines). Give each line its Tax Rate or Tax Amount, 0 for this one, or correct it',
	shipped: 'says that another quantity went out than is billed. Correct the quantity, or remove the column',
};

const told = (index: number, name: string, value: unknown, doubt: Doubt): Review => ({
	field: 'totalAmount',
	message: `Row ${index + 1}, column "${name}": "${String(value)}" ${SENTENCES[doubt]}`,
});

/** Is a cell what a line has as its price, and not as its total? Then its column was read as the price. */
const isPrice = (cell: unknown, { lines = [] }: Body): boolean =>
	[...amountsIn(cell)].some((amount) =>
		lines.some(
			({ unitAmount, totalAmount }) => amount === cents(unitAmount) && amount !== cents(totalAmount),
		),
	);

/** What the heading of a column that is used says of its amounts. */
function ofHeading(name: string, rows: Row[], group: Group, body: Body, hasTax: () => boolean): Review[] {
	const index = group.rows.find((row) => isAmount(frontOf(rows[row][name])));
	if (index === undefined) return [];
	if (isForeignName(name)) return [told(index, name, rows[index][name], 'foreign')];
	const isGross = isWithTax(name) && isPrice(rows[index][name], body) && hasTax();
	return isGross ? [told(index, name, rows[index][name], 'included')] : [];
}

/** What stands in a group's cells beside the fields, and in headings, one sentence a column: left out in silence it may cost money. */
export function leftOut(
	rows: Row[],
	group: Group,
	{
		unused,
		columns,
		today,
		formats,
	}: { unused: string[]; columns: Column[] } & Pick<Beside, 'today' | 'formats'>,
	body: Body & { status?: unknown },
	lines: LineOfRow[],
): Review[] {
	const columnOf = (wanted: string) => columns.find(({ path }) => path === wanted)?.column ?? '';
	const isPriceCost = COST.test(columnOf('lines.unitAmount'));
	const counted = columnOf('lines.quantity');
	const places = new Map(lines.map(({ row }, at) => [row, at]));
	const others = new Set(unused);
	const names = [...new Set(group.rows.flatMap((row) => Object.keys(rows[row])))];
	const said = group.rows.flatMap((row) => Object.values(rows[row]));
	const review = new Map<string, Review>();
	for (const index of group.rows) {
		const fields = unused
			.filter((name) => !review.has(name))
			.map((name): [string, unknown] => [name, rows[index][name]]);
		const place = places.get(index) ?? -1;
		const line = body.lines?.[place];
		const beside = {
			...{ line, isTaxed: Number(lines[place]?.line.taxRate) > 0 || !!cents(line?.taxAmount) },
			...{ quantity: rows[index][counted], quantityName: counted, isPriceCost, today, formats },
		};
		for (const { name, value, doubt } of doubtsBeside(fields, body, said, beside)) {
			review.set(name, told(index, name, value, doubt));
		}
	}
	const price = columnOf('lines.unitAmount');
	/** The first price that the heading says to be that of several. */
	const ofSeveral = group.rows.flatMap((row): Review[] => {
		const [line, fields] = [body.lines?.[places.get(row) ?? -1], Object.entries(rows[row])];
		const unit = line && severalIn(price, fields, { formats });
		return unit === undefined || !line?.unitAmount || isBorneOut(body, line, said, unit)
			? []
			: [told(row, price, unit, 'several')];
	});
	const isPaid = isOver(body.status, body.amountDue === undefined || body.amountDue === body.totalAmount);
	const status = `The status "${String(body.status)}" ${OVER}`;
	return [
		...(isPaid ? [{ field: 'status', message: status }] : []),
		...unused.flatMap((name) => review.get(name) ?? []),
		...ofSeveral.slice(0, 1),
		...names
			.filter((name) => !others.has(name))
			.flatMap((name) => ofHeading(name, rows, group, body, () => isTaxAdded(body, said))),
	];
}
