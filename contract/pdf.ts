/** A PDF of one page with a few lines of text; valid, and small enough to be written by hand. */
export function pdf(...lines: string[]): Uint8Array<ArrayBuffer> {
	const text = lines.map((line, at) => `BT /F1 12 Tf 50 ${780 - at * 20} Td (${line}) Tj ET`).join('\n');
	const objects = [
		'<</Type/Catalog/Pages 2 0 R>>',
		'<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
		`<</Length ${text.length}>>\nstream\n${text}\nendstream`,
		'<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const count = objects.length + 1;
	const start = file.length;
	file += `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
	file += `trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
	return new Uint8Array(Buffer.from(file, 'latin1'));
}
