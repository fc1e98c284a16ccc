const ABBREVIATIONS = new Set(['id', 'url', 'pdf', 'json', 'zip', 'ip', 'csv']);

/** The label of a field name: `invoiceNumber` gives `Invoice Number`, `companyId` gives `Company ID`. */
export function titleCase(name: string): string {
	const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(' ');
	return words
		.map((word) =>
			ABBREVIATIONS.has(word.toLowerCase())
				? word.toUpperCase()
				: word.charAt(0).toUpperCase() + word.slice(1),
		)
		.join(' ');
}
