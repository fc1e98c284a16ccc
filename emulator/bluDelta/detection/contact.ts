import type { Piece } from './read';
import { around, part } from './responses';
import type { ContactResponse } from './types';

/** The lines that stand under each other from `start` on. */
export function block(pieces: Piece[], start: number): Piece[] {
	const first = pieces[start];
	if (!first) return [];
	const column = pieces.slice(start).filter(({ X }) => Math.abs(X - first.X) <= 5);
	const end = column.findIndex(
		(piece, index) => index > 0 && piece.Y - column[index - 1].Y > 2 * first.Height,
	);
	return end === -1 ? column : column.slice(0, end);
}

const townEurope = /^(\d{4,5})\s+(.+)$/;
const townAmerica = /^(.+?),?\s+[A-Z]{2}\s+(\d{5}(?:-\d{4})?)$/;

/** A contact from the lines of an address: name, street, town, country, and e-mail, phone or web address. */
export function contact([name, ...rest]: Piece[]): ContactResponse {
	const email = rest.filter(({ text }) => text.includes('@'));
	const web = rest.filter(({ text }) => /^(www\.|https?:)/.test(text));
	const phone = rest.find(({ text }) => /^\+?[\d\s()/-]{6,}$/.test(text));
	const address = rest.filter((one) => ![...email, ...web, phone].includes(one));
	const town = address.find(({ text }) => townEurope.test(text) || townAmerica.test(text));
	const country = address.find(({ text }) => /^[A-Z]{2}$/.test(text));
	const street = address.find((one) => one !== town && one !== country);
	const [, zip = '', city = ''] = townEurope.exec(town?.text ?? '') ?? [];
	const [, americanCity = '', americanZip = ''] = townAmerica.exec(town?.text ?? '') ?? [];
	return {
		Name: part('Name', name?.text, name?.text, name),
		Address: {
			Street: part('Street', street?.text, street?.text, street),
			ZipCode: part('ZipCode', zip || americanZip, zip || americanZip, town),
			City: part('City', city || americanCity, city || americanCity, town),
			Country: part('Country', country?.text, country?.text, country),
			...around(address),
		},
		Score: name ? 0.95 : 0,
		WebsiteUrl: web.map((one) => part('WebsiteUrl', one.text, one.text, one)),
		Email: email.map((one) => part('Email', one.text, one.text, one)),
		Phone: part('Phone', phone?.text, phone?.text, phone),
		Fax: part('Fax'),
	};
}
