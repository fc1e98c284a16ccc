import { amount, date, number, oneLine, text } from './read';

type Reader = (value: unknown) => unknown;

/** Name in the simplified form, the vendor's `TypeName` or member, and how its `Value` is read. */
export type Table = Record<string, readonly [typeName: string, read: Reader]>;

export type Typed<T extends Table> = { -readonly [K in keyof T]?: NonNullable<ReturnType<T[K][1]>> };

/**
 * Single values (bludelta.md 6.6). Names are the vendor's in camelCase, except `invoiceNumber`:
 * the vendor calls the printed number InvoiceId, which is also the name of a document's own id.
 */
export const details = {
	documentType: ['DocumentType', text],
	invoiceNumber: ['InvoiceId', text],
	invoiceDate: ['InvoiceDate', date],
	deliveryDate: ['DeliveryDate', date],
	senderOrderDate: ['SenderOrderDate', date],
	receiverOrderDate: ['ReceiverOrderDate', date],
	invoiceCurrency: ['InvoiceCurrency', text],
	netTotalAmount: ['NetTotalAmount', amount],
	vatTotalAmount: ['VatTotalAmount', amount],
	grandTotalAmount: ['GrandTotalAmount', amount],
	vatExemption: ['VatExemption', oneLine],
	customerId: ['CustomerId', text],
	senderOrderId: ['SenderOrderId', text],
	receiverOrderId: ['ReceiverOrderId', text],
	deliveryNoteId: ['DeliveryNoteId', text],
	costCenter: ['CostCenter', text],
	taxNumber: ['TaxNumber', text],
	senderVatId: ['SenderVatId', text],
	receiverVatId: ['ReceiverVatId', text],
	companyRegistrationNumber: ['CompanyRegistrationNumber', text],
	bic: ['Bic', text],
	isrReference: ['IsrReference', text],
	isrSubscriber: ['IsrSubscriber', text],
	kId: ['KId', text],
} as const satisfies Table;

/** Those that an invoice is made of, and that a document has once. */
export const mapped = {
	documentType: details.documentType,
	invoiceNumber: details.invoiceNumber,
	invoiceDate: details.invoiceDate,
	invoiceCurrency: details.invoiceCurrency,
	netTotalAmount: details.netTotalAmount,
	vatTotalAmount: details.vatTotalAmount,
	grandTotalAmount: details.grandTotalAmount,
} as const satisfies Table;

/** Values of which there may be several, as entries of their own or separated by commas. */
export const lists = { iban: 'Iban', uId: 'UId' } as const;

const vat = {
	vatRate: ['VatRate', number],
	netAmount: ['NetAmount', amount],
	vatAmount: ['VatAmount', amount],
} as const satisfies Table;

const discount = {
	discountDate: ['DiscountDate', date],
	discountStart: ['DiscountStart', text],
	discountDuration: ['DiscountDuration', text],
	discountPercent: ['DiscountPercent', number],
} as const satisfies Table;

const bank = { bankCode: ['BankCode', text], bankAccount: ['BankAccount', text] } as const satisfies Table;

const deliveryPeriod = {
	deliveryPeriodDateStart: ['DeliveryPeriodDateStart', date],
	deliveryPeriodDateEnd: ['DeliveryPeriodDateEnd', date],
} as const satisfies Table;

/** Groups that may occur several times (bludelta.md 6.3); the due date has its own rules. */
export const groupLists = {
	vatGroups: ['VatGroup', vat],
	discountGroups: ['DiscountGroup', discount],
	bankGroups: ['BankGroup', bank],
	deliveryPeriodGroups: ['DeliveryPeriodGroup', deliveryPeriod],
} as const;

/** Line items (bludelta.md 6.4). */
export const lineDetails = {
	itemId: ['ItemId', text],
	description: ['Description', oneLine],
	quantity: ['Quantity', number],
	unitPrice: ['UnitPrice', number],
	totalAmount: ['TotalAmount', amount],
	orderId: ['OrderId', text],
	deliveryId: ['DeliveryId', text],
} as const satisfies Table;

/** Reads every value of a table; what is there but cannot be read is handed to `unreadable`, not guessed. */
export function typed<T extends Table>(
	table: T,
	valueOf: (name: string, typeName: string) => unknown,
	unreadable: (name: string, value: string) => void,
): Typed<T> {
	const read: Record<string, unknown> = {};
	for (const [name, [typeName, reader]] of Object.entries(table)) {
		const given = valueOf(name, typeName);
		const value = reader(given);
		const printed = text(given);
		if (value !== undefined) read[name] = value;
		else if (printed !== undefined) unreadable(name, printed);
	}
	return read as Typed<T>;
}
