import Big from 'big.js';
import type { Language } from './detection/labels';
import type { TypeName } from './detection/typeIds';

export interface Party {
	name: string;
	street?: string;
	/** Postal code and town as printed: `5020 Salzburg` or `Springfield, IL 62701`. */
	town?: string;
	/** ISO 3166 alpha-2. */
	country?: string;
	email?: string;
	phone?: string;
	website?: string;
}

export type Figure = number | string;

export interface PrintedLine {
	description: string;
	itemId?: string;
	/** 1 unless given. */
	quantity?: Figure;
	unitPrice: Figure;
	/** Quantity times price unless given. */
	amount?: Figure;
	/** Percent; 0 unless given. */
	vatRate?: Figure;
}

/** Days are `YYYY-MM-DD`. A total that is `null` is not printed; one that is not given is worked out from the lines. */
export interface PrintedInvoice {
	documentType?: 'Invoice' | 'CreditMemo' | 'Other';
	/** `en` unless given; decides the words, the form of numbers and of days. */
	language?: Language;
	number?: string;
	date?: string;
	dueDate?: string;
	dueDays?: number;
	discount?: { percent: Figure; days: number };
	/** ISO 4217; `USD` unless given. */
	currency?: string;
	sender?: Party;
	receiver?: Party;
	lines?: PrintedLine[];
	/** One group a rate; the lines' rates unless given. */
	vat?: Array<{ rate: Figure; net: Figure; amount: Figure }>;
	net?: Figure | null;
	tax?: Figure | null;
	total?: Figure | null;
	/** Other details by the vendor's names, as `{ Iban: 'AT61 …', ReceiverOrderId: 'PO 7' }`; days as `YYYY-MM-DD`. */
	details?: Partial<Record<TypeName, string>>;
}

/** What a line comes to. */
export const amountOf = ({ quantity = 1, unitPrice, amount }: PrintedLine) =>
	Big(amount ?? Big(quantity).times(unitPrice)).round(2);
const sum = (figures: Array<Figure | Big>) => figures.reduce<Big>((total, one) => total.plus(one), Big(0));

/** What is printed below the lines. */
export function totalsOf(invoice: PrintedInvoice) {
	const { lines = [] } = invoice;
	const rates = [...new Set(lines.map(({ vatRate = 0 }) => String(vatRate)))].filter((rate) =>
		Big(rate).gt(0),
	);
	const vat =
		invoice.vat ??
		rates.map((rate) => {
			const net = sum(lines.filter((line) => String(line.vatRate) === rate).map(amountOf));
			return { rate, net: net.toFixed(2), amount: net.times(rate).div(100).toFixed(2) };
		});
	const { net = sum(lines.map(amountOf)), tax = sum(vat.map(({ amount }) => amount)) } = invoice;
	const { total = Big(net ?? 0).plus(tax ?? 0) } = invoice;
	return { vat, net, tax, total };
}
