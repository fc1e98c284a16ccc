import { words, type Language } from './labels';
import type { Piece } from './read';
import { around, part } from './responses';
import type { LineItemResponse } from './types';
import { amount, number } from './values';

/** Pieces that stand beside each other, row by row. */
function rowsOf(pieces: Piece[]): Piece[][] {
	const rows: Piece[][] = [];
	for (const piece of pieces) {
		const last = rows.at(-1);
		if (last && Math.abs(last[0].Y - piece.Y) <= 4) last.push(piece);
		else rows.push([piece]);
	}
	return rows;
}

/** The rows below the table's head that begin with a position; a row without one goes on with the description. */
export function lineItems(pieces: Piece[], language: Language): LineItemResponse[] {
	const rows = rowsOf(pieces);
	const { columns } = words[language];
	const isHead = (row: Piece[]) => columns.every((name) => row.some(({ text }) => text === name));
	const at = rows.findIndex(isHead);
	if (at === -1) return [];
	const starts = columns.map((name) => rows[at].find(({ text }) => text === name)!.X);
	const columnOf = ({ X }: Piece) => starts.filter((start) => start <= X + 4).length - 1;

	const items: Piece[][][] = [];
	for (const row of rows.slice(at + 1)) {
		const cells = columns.map((_, column) => row.filter((piece) => columnOf(piece) === column));
		const isMore = row.every(({ X }) => Math.abs(X - starts[2]) <= 4) && items.length > 0;
		if (/^\d+$/.test(cells[0][0]?.text ?? '')) items.push(cells);
		else if (isMore) items.at(-1)![2].push(...row);
		else break;
	}
	return items.map((cells) => lineItem(cells, language));
}

function lineItem(cells: Piece[][], language: Language): LineItemResponse {
	const text = (column: number) => cells[column].map((piece) => piece.text).join('\n');
	const of = (name: string, column: number, value = text(column)) =>
		part(name, text(column), value, around(cells[column]));
	return {
		ItemId: of('ItemId', 1),
		PositionNumber: Number(text(0)),
		Description: of('Description', 2),
		Quantity: of('Quantity', 3, number(text(3), language)?.toFixed() ?? ''),
		UnitPrice: of('UnitPrice', 4, price(text(4), language)),
		TotalAmount: of('TotalAmount', 5, amount(text(5), language)),
		OrderId: part('OrderId'),
		DeliveryId: part('DeliveryId'),
		Score: 0.94,
		...around(cells.flat()),
	};
}

function price(text: string, language: Language): string {
	const value = number(text, language);
	return value?.toFixed(Math.max(2, value.toFixed().split('.')[1]?.length ?? 0)) ?? '';
}
