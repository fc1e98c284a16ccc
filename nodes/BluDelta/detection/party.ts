import { entries, isEntry, oneLine, score, text } from './read';
import type { Entry } from './read';

/** Issuer, addressee or another contact of a document, flat. Its VAT id is a detail of the document instead. */
export interface Party {
	name?: string;
	street?: string;
	zipCode?: string;
	city?: string;
	country?: string;
	email?: string[];
	websiteUrl?: string[];
	phone?: string;
	fax?: string;
	score?: number;
}

const valueOf = (detail: unknown) => (isEntry(detail) ? oneLine(detail.Value) : undefined);
const valuesOf = (details: unknown) => {
	const values = entries(details).flatMap((detail) => text(detail.Value) ?? []);
	return values.length > 0 ? values : undefined;
};

/** A contact of a detection result (bludelta.md 6.5); undefined when nothing of it was found. */
export function party(contact: unknown): Party | undefined {
	if (!isEntry(contact)) return undefined;
	const address: Entry = isEntry(contact.Address) ? contact.Address : {};
	const read = {
		name: valueOf(contact.Name),
		street: valueOf(address.Street),
		zipCode: valueOf(address.ZipCode),
		city: valueOf(address.City),
		country: valueOf(address.Country),
		email: valuesOf(contact.Email),
		websiteUrl: valuesOf(contact.WebsiteUrl),
		phone: valueOf(contact.Phone),
		fax: valueOf(contact.Fax),
	};
	const known = Object.entries(read).filter(([, value]) => value !== undefined);
	if (known.length === 0) return undefined;
	const sure = score(contact.Score);
	return { ...Object.fromEntries(known), ...(sure !== undefined && { score: sure }) };
}
