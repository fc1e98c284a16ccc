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

/** A value as one line of text; empty for what is no text, number or yes/no. */
export const oneLine = (value: unknown): string =>
	(typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')
		.replace(/[\t\r\n]+/g, ' ')
		.trim();

function cell(column: Column, value: unknown): string {
	if (!several.includes(column)) return oneLine(value);
	const values = Array.isArray(value) ? value : oneLine(value).split(/[|,;]/);
	return values
		.map((one) => (codes.includes(column) ? oneLine(one).replace(/\s/g, '').toUpperCase() : oneLine(one)))
		.filter(Boolean)
		.join('|');
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
