/** The file name in a `Content-Disposition` header, in its plain or its encoded (RFC 5987) form. */
export function dispositionName(header: string | undefined): string | undefined {
	const encoded = header?.match(/filename\*=(?:utf-8|iso-8859-1)'[^']*'([^;\s]+)/i)?.[1];
	const [, quoted, bare] = header?.match(/filename=(?:"([^"]+)"|([^";]+))/i) ?? [];
	const plain = quoted ?? bare;
	try {
		return encoded ? decodeURIComponent(encoded) : plain?.trim();
	} catch {
		return plain?.trim();
	}
}
