import { groupLists, mapped, type Table } from './details';
import { foremost, groups, text } from './read';

/** A value that stands there more than once, and not the same: the one that was taken first. */
export interface Contradiction {
	field: string;
	values: string[];
}

/**
 * What contradicts itself among the values of the invoice and in its VAT groups. What a person has entered has no score
 * (bludelta.md 9.1) and settles what was read by machine; amounts that only look different are the same.
 */
export const contradictions = (predictions: unknown, predictionGroups: unknown): Contradiction[] => [
	...among(predictions, mapped, ''),
	...groups(predictionGroups, 'VatGroup').flatMap((group, index) =>
		among(group, groupLists.vatGroups[1], `vatGroups[${index}].`),
	),
];

const among = (predictions: unknown, table: Table, path: string): Contradiction[] =>
	Object.entries(table).flatMap(([name, [typeName, read]]) => {
		const values = new Map(
			foremost(predictions, typeName).map(({ Value }) => [text(read(Value) ?? Value), text(Value) ?? '']),
		);
		return values.size > 1 ? [{ field: path + name, values: [...values.values()] }] : [];
	});
