import { optionalText } from '../../shared/field';
import { operation } from '../../shared/table/operation';
import { bareLink, linkReader } from '../answerFields';
import { invoiceId } from './ownIds';

const readCheckout = linkReader(
	'checkoutUrl',
	['checkouturl', 'checkoutlink', 'checkout', 'paymenturl', 'paymentlink', 'payurl', 'paylink'],
	[
		'BlueTape sent no checkout link',
		'Look with Get Status whether the invoice can be paid, then run this again',
	],
);

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
		bareText: bareLink,
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
		bareText: bareLink,
		gives: ['checkOutUrl'],
		example: checkoutExample,
	}),
};
