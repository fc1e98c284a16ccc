import { z } from 'zod';
import { decode } from './base64';
import { Failure, HttpRefusal } from './refusal';
import { on } from './route';

const head = ['Name', 'Street+No', 'ZipCode', 'City', 'Country', 'Ustids', 'Ibans'];

/** The columns of bludelta.md 5.5; the last one of the suppliers' may be missing. */
const columns: Record<string, string[]> = {
	ClientMasterData: ['ClientId', ...head],
	SupplierMasterData: ['SupplierId', ...head, 'Emails-Addresses', 'ClientId', 'SenderEmailAddresses'],
};
const compact = ['Ustids', 'Ibans'];

const uploadResource = z
	.object({
		Name: z.string().optional(),
		Description: z.string().optional(),
		Type: z.string().min(1),
		FileName: z.string().min(1),
		File: z.string(),
	})
	.strict();

/** bludelta.md 5.5, deprecated: keeps the rows of a CSV, in place of those there were. */
export const resourceRoute = on(
	'POST /upload/resource',
	{ access: 'token', accepts: uploadResource },
	({ state, sent: { Type, FileName, File } }) => {
		if (!/\.csv$/i.test(FileName))
			throw new HttpRefusal(415, 'UnsupportedMediaType', `${FileName}: only CSV is supported.`);
		const content = decode(File);
		const rows = readCsv(content.toString('utf8').replace(/^\uFEFF/, ''));
		const [first] = rows;
		const isHeader = first?.[0] === columns[Type]?.[0];
		rows.forEach((row, index) => checkRow(Type, row, index, isHeader && index === 0));
		state.resources.set(Type, { fileName: FileName, content, rows: isHeader ? rows.slice(1) : rows });
		return {};
	},
);

/** Rows of quoted values with a tab between them; a quote inside is doubled. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [[]];
	const value = /"((?:[^"]|"")*)"(\t|\r?\n|$)/y;
	for (let at = 0; at < text.length; at = value.lastIndex) {
		value.lastIndex = at;
		const match = value.exec(text);
		if (!match) throw new Failure(`Line ${rows.length}: values must be quoted and separated by a tab.`);
		rows.at(-1)!.push(match[1].replaceAll('""', '"'));
		if (match[2] !== '\t' && value.lastIndex < text.length) rows.push([]);
	}
	return rows;
}

function checkRow(Type: string, row: string[], index: number, isHeader: boolean): void {
	const names = columns[Type];
	if (!names) return;
	const bad = (reason: string) => new Failure(`Row ${index + 1}: ${reason}`);
	const least = names.at(-1) === 'SenderEmailAddresses' ? names.length - 1 : names.length;
	if (row.length < least || row.length > names.length)
		throw bad(`${row.length} values instead of ${names.length}.`);
	if (isHeader) {
		const wrong = row.find((value, column) => value !== names[column]);
		if (wrong !== undefined) throw bad(`unknown column ${wrong}.`);
		return;
	}
	if (row[0] === '') throw bad(`${names[0]} is empty.`);
	row.forEach((value, column) => {
		const isBad = value !== value.toUpperCase() || /\s/.test(value);
		if (compact.includes(names[column]) && isBad)
			throw bad(`${names[column]} must be upper case without spaces.`);
	});
}
