/** Columns of a list in their order (bludelta.md 5.5); `names` are this package's. */
export const columns = {
	ClientMasterData: ['clientId', 'name', 'street', 'zipCode', 'city', 'country', 'ustIds', 'ibans'],
	SupplierMasterData: [
		'supplierId',
		'name',
		'street',
		'zipCode',
		'city',
		'country',
		'ustIds',
		'ibans',
		'emailAddresses',
		'clientId',
		'senderEmailAddresses',
	],
} as const;

export type MasterDataType = keyof typeof columns;
type Column = (typeof columns)[MasterDataType][number];
export type Row = Partial<Record<Column, unknown>>;

const headings: Record<Column, string> = {
	clientId: 'ClientId',
	supplierId: 'SupplierId',
	name: 'Name',
	street: 'Street+No',
	zipCode: 'ZipCode',
	city: 'City',
	country: 'Country',
	ustIds: 'Ustids',
	ibans: 'Ibans',
	emailAddresses: 'Emails-Addresses',
	senderEmailAddresses: 'SenderEmailAddresses',
};

/** Columns that take several values. */
const several: readonly string[] = ['ustIds', 'ibans', 'emailAddresses', 'senderEmailAddresses'];
/** Columns in upper case without spaces. */
const codes: readonly string[] = ['ustIds', 'ibans'];

/** What else people call a column, in small letters without blanks and signs. */
const synonyms: Partial<Record<Column, string[]>> = {
	street: ['streetandnumber', 'streetno', 'address'],
	zipCode: ['zip', 'postalcode', 'postcode', 'plz'],
	ustIds: ['vatids', 'vatid', 'vat', 'ustid', 'uid', 'uids'],
	ibans: ['iban'],
	emailAddresses: ['emailsaddresses', 'emails', 'email', 'emailaddress'],
	senderEmailAddresses: ['senderemailaddress', 'senderemails', 'senderemail'],
};

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const isText = (value: unknown): value is string | number | boolean =>
	['string', 'number', 'boolean'].includes(typeof value);

/** A blank cell is none. */
const isBlank = (value: unknown): boolean =>
	Array.isArray(value) ? value.every(isBlank) : (value ?? '') === '' || (isText(value) && !oneLine(value));

/** Can the value stand in the column? */
const isUsable = (column: Column, value: unknown): boolean =>
	Array.isArray(value)
		? several.includes(column) && value.every((one) => isText(one) || isBlank(one))
		: isText(value);

interface NamedRow {
	row: Row;
	/** Names that a list does not have. */
	unknown: string[];
	/** Names whose value can't be taken: it is an object, or the column has another value by another name. */
	unused: string[];
}

/** The row with its columns under this package's names, whatever they are called, and the names of those that are left out. */
export function namedRow(type: MasterDataType, given: Record<string, unknown>): NamedRow {
	const named: NamedRow = { row: {}, unknown: [], unused: [] };
	const { row, unknown, unused } = named;
	for (const [name, value] of Object.entries(given)) {
		const column = columns[type].find((one) =>
			[one, headings[one], ...(synonyms[one] ?? [])].some((known) => bare(known) === bare(name)),
		);
		if (!column) unknown.push(name);
		else if (isBlank(value)) continue;
		else if (!isUsable(column, value)) unused.push(name);
		else if (row[column] === undefined) row[column] = value;
		else if (several.includes(column)) row[column] = [row[column], value].flat();
		else if (cell(column, row[column]) !== cell(column, value)) unused.push(name);
	}
	return named;
}

/** A value as one line of text; empty for what is no text, number or yes/no. */
export const oneLine = (value: unknown): string =>
	(isText(value) ? String(value) : '').replace(/[\t\r\n]+/g, ' ').trim();

function cell(column: Column, value: unknown): string {
	if (!several.includes(column)) return oneLine(value);
	const values = [value]
		.flat()
		.flatMap((one) => (isText(one) ? String(one).split(/[|,;\r\n]/) : []))
		.map((one) => (codes.includes(column) ? oneLine(one).replace(/\s/g, '').toUpperCase() : oneLine(one)));
	return [...new Set(values)].filter(Boolean).join('|');
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * A list of clients or suppliers as BLU DELTA reads it (bludelta.md 5.5): every value in quotes, tabs between
 * columns, `|` between several values. Whether a first line with the columns' names is wanted is not documented.
 */
export function masterDataCsv(type: MasterDataType, rows: Row[], withHeadings: boolean): string {
	const used = columns[type].filter(
		(column) => column !== 'senderEmailAddresses' || rows.some((row) => cell(column, row[column]) !== ''),
	);
	const lines = rows.map((row) => used.map((column) => cell(column, row[column])));
	if (withHeadings) lines.unshift(used.map((column) => headings[column]));
	return lines.map((line) => `${line.map(quoted).join('\t')}\r\n`).join('');
}
