import type { InvoiceLine } from '../../../nodes/BluDelta/detection/lines';
import type { InvoiceOptions } from '../../../nodes/BluDelta/detection/invoiceOptions';
import { detection, download, due, totals, type detail, type group, type line } from '../build';

/** An invented document, what the user set, and what must come out of it. */
export interface Example {
	name: string;
	document: unknown;
	options?: InvoiceOptions;
	/** Header and lines; `undefined` when no invoice may come out. */
	invoice?: ReturnType<typeof invoice>;
	/** Fields that are told as derived, beside the ones that every invoice has. */
	derived?: string[];
	/** Fields to look at. */
	review?: string[];
}

type Amounts = [subTotal: number, taxAmount: number, totalAmount: number];
type Groups = ReturnType<typeof group>[];

/** The invoice that the ordinary header gives; `more` changes single fields. */
const invoice = ([subTotal, taxAmount, totalAmount]: Amounts, lines?: InvoiceLine[], more: object = {}) => ({
	id: '3f0c9a52-77de-4c1b-9c0e-0d5a6a1b2c3d',
	invoiceNumber: 'R-1',
	customerId: 'cust-1',
	invoiceDate: '2026-03-02',
	dueDate: '2026-04-01',
	expirationDate: '2026-04-01',
	subTotal,
	taxAmount,
	totalAmount,
	amountDue: totalAmount,
	sourceModifiedDate: '2026-03-03T08:12:03.48Z',
	lines,
	...more,
});

/** A line of the invoice. */
export const item = (
	description: string,
	quantity: number,
	unitAmount: number,
	[subTotal, taxAmount, totalAmount]: Amounts,
): InvoiceLine => ({ description, quantity, unitAmount, subTotal, taxAmount, totalAmount });

/** The one line that an invoice has when those of the document are not taken. */
export const whole = (amounts: Amounts) => [item('Invoice R-1', 1, amounts[0], amounts)];

export const april = due('2026-04-01');

/** Told as derived wherever the tax of a line is not printed. */
export const spread = 'lines[].taxAmount';
export const unitAmounts = (...lines: number[]) => lines.map((at) => `lines[${at}].unitAmount`);

interface Given extends Pick<Example, 'options' | 'derived' | 'review'> {
	/** Of the header, beside the totals or in place of them. */
	header?: Record<string, string>;
	/** Details in place of the header's of the same name. */
	details?: ReturnType<typeof detail>[];
	vat?: Groups;
	/** Due dates and discounts. */
	terms?: Groups;
	/** Printed lines, each beside the one that it becomes. */
	lines?: Array<[printed: ReturnType<typeof line>, item?: InvoiceLine]>;
	/** The lines of the invoice, where they are not those beside the printed ones. */
	becomes?: InvoiceLine[];
	/** Fields of the invoice that are not those of every example. */
	invoice?: object;
	stateBeforeRelease?: string;
}

/** A document that prints the totals of the invoice that it becomes, and is due in April unless told otherwise. */
export function example(name: string, amounts: Amounts, given: Given): Example {
	const { header, details = [], vat = [], terms = [april], lines = [], ...expected } = given;
	const { becomes, invoice: more, stateBeforeRelease, ...rest } = expected;
	const [net, tax, total] = amounts.map((amount) => amount.toFixed(2));
	const printed = lines.map(([line]) => line);
	const response = detection({ ...totals(net, tax, total), ...header }, [...vat, ...terms], printed);
	const kept = response.InvoiceDetailTypePredictions!.filter(
		({ TypeName }) => !details.some((other) => other.TypeName === TypeName),
	);
	const items = rest.options?.lines === 'omit' ? undefined : (becomes ?? lines.flatMap(([, of]) => of ?? []));
	return {
		name,
		document: download(
			{ ...response, InvoiceDetailTypePredictions: [...kept, ...details] },
			stateBeforeRelease,
		),
		invoice: invoice(amounts, items, more),
		...rest,
	};
}
