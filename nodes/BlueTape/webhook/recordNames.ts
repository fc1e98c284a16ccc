/** Where the ID of an event's record stands: in these fields, and in these of an object that one of them holds; the first counts. */
export type RecordNames = Record<
	'invoice.payment' | 'quote.approval',
	{ places: readonly string[]; within: readonly string[] }
>;

function both(placesOf: (record: string) => string[], withinOf: (record: string) => string[]): RecordNames {
	const of = (record: string) => ({ places: placesOf(record), within: withinOf(record) });
	return { 'invoice.payment': of('invoice'), 'quote.approval': of('quote') };
}

/** What is called an ID, or holds one. */
export const sureNames = both(
	(record) => [`${record}Id`, `${record}Ids`, record, `${record}s`],
	(record) => [`${record}Id`, 'id'],
);

const capital = (record: string) => record[0].toUpperCase() + record.slice(1);
const external = (record: string) => `external${capital(record)}Id`;
const numbers = (record: string) => ['Number', 'No', 'Nr'].map((end) => record + end);

const others = (more: (record: string) => string[]): RecordNames =>
	both(
		(record) => [
			...[external(record), `${record}ExternalId`, `${record}Reference`, `${record}Ref`],
			...[`bluetape${capital(record)}Id`, `${record}Uuid`, record, `${record}s`],
		],
		(record) => [
			...[`${record}Id`, 'id', 'externalId', external(record), 'reference', 'ref'],
			...more(record),
		],
	);
const numbersWithin = (record: string) => [...numbers(record), 'number', 'no', 'nr'];

/** What may be another ID than the one in BlueTape: an ID or a reference; besides, the number of an object; besides, its name. */
export const references = others(() => []);
export const numbered = others(numbersWithin);
export const otherNames = others((record) => [...numbersWithin(record), 'name']);

/** The number that people read. */
export const numberNames = both(numbers, numbers);
