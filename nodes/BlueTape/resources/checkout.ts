import type { IDataObject } from 'n8n-workflow';
import { optionalText } from '../../shared/field';
import { Failed } from '../../shared/failure';
import { operation } from '../../shared/table/operation';
import { invoiceId } from './ownIds';

const noLink = () =>
	new Failed({
		kind: 'unexpected',
		message: 'BlueTape sent no checkout link',
		advice: 'Look with Get Status whether the invoice can be paid, then run this again',
	});

/** The checkout link under one name, beside the answer as it came: the pages differ in name and shape (bluetape.md C11). */
function readCheckout(answer: unknown): IDataObject {
	const fields = typeof answer === 'object' && answer !== null ? (answer as IDataObject) : {};
	const named = Object.keys(fields).filter((name) => /^checkOutUrl$/i.test(name));
	const [checkoutUrl] = [answer, ...named.map((name) => fields[name])]
		.flatMap((value) => (typeof value === 'string' ? value.trim() : []))
		.filter(Boolean);
	if (!checkoutUrl) throw noLink();
	return { ...fields, checkoutUrl };
}

/** A link, and not the web page of a proxy, which would go to the customer in its place. */
const bareText = /^\s*https?:\/\/\S+\s*$/i;

const bearer = 'Whoever has the link can use it: treat it like a password';
const checkoutExample = {
	checkoutUrl: 'https://www.bluetape.com/i/r?account=7aec7f522d88&id=INV-1001',
	invoiceId: 'INV-1001',
};

/** The page on which a customer pays an invoice, with and without a way back. */
export const checkout = {
	getCheckout: operation({
		name: 'Get Checkout',
		action: 'Get checkout link of invoice',
		description: `Get the page on which the customer pays. ${bearer}`,
		route: 'GET /integration/invoice/{invoiceId}/checkout',
		path: { invoiceId },
		read: readCheckout,
		bareText,
		example: { checkOutUrl: checkoutExample.checkoutUrl, ...checkoutExample },
	}),
	getCheckoutRedirect: operation({
		name: 'Get Checkout with Redirect',
		action: 'Get checkout link of invoice with redirect',
		description: `Get the page on which the customer pays and then comes back to your address. ${bearer}`,
		route: 'GET /integration/invoice/{invoiceId}/checkout-redirect',
		path: { invoiceId },
		query: {
			redirectUrl: optionalText({
				upFront: true,
				placeholder: 'e.g. https://shop.example.com/thanks',
				description: 'Where the customer goes after paying',
			}),
		},
		read: readCheckout,
		bareText,
		example: checkoutExample,
	}),
};
