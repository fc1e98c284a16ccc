import type { TypeName } from './typeIds';

type Format = 'text' | 'compact' | 'date' | 'amount';

interface Label {
	type: TypeName;
	/** What stands before the colon, in English and German. */
	printed: { en: string; de: string };
	format: Format;
}

const label = (type: TypeName, en: string, de: string, format: Format = 'text'): Label => ({
	...{ type, format },
	printed: { en, de },
});

/** Single details by what an invoice prints before them; the reader and the printer share this list. */
export const labels: Label[] = [
	label('InvoiceId', 'Invoice number', 'Rechnungsnummer'),
	label('InvoiceDate', 'Invoice date', 'Rechnungsdatum', 'date'),
	label('DeliveryDate', 'Delivery date', 'Lieferdatum', 'date'),
	label('CustomerId', 'Customer number', 'Kundennummer'),
	label('ReceiverOrderId', 'Your order', 'Ihre Bestellung'),
	label('ReceiverOrderDate', 'Your order date', 'Bestelldatum', 'date'),
	label('SenderOrderId', 'Our order', 'Auftragsnummer'),
	label('SenderOrderDate', 'Our order date', 'Auftragsdatum', 'date'),
	label('DeliveryNoteId', 'Delivery note', 'Lieferschein'),
	label('CostCenter', 'Cost center', 'Kostenstelle'),
	label('Iban', 'IBAN', 'IBAN', 'compact'),
	label('Bic', 'BIC', 'BIC'),
	label('SenderVatId', 'VAT ID', 'UID', 'compact'),
	label('ReceiverVatId', 'Your VAT ID', 'Ihre UID', 'compact'),
	label('TaxNumber', 'Tax number', 'Steuernummer'),
	label('CompanyRegistrationNumber', 'Registration number', 'Firmenbuchnummer'),
	label('VatExemption', 'VAT exemption', 'Steuerbefreiung'),
	label('IsrReference', 'Reference number', 'Referenznummer'),
	label('IsrSubscriber', 'ISR subscriber', 'ESR-Teilnehmer'),
	label('KId', 'KID', 'KID'),
	label('NetTotalAmount', 'Net total', 'Nettobetrag', 'amount'),
	label('VatTotalAmount', 'VAT total', 'MwSt gesamt', 'amount'),
];

/** Titles, the table's columns and the sentences that the label list does not hold. */
export const words = {
	en: {
		title: { Invoice: 'INVOICE', CreditMemo: 'CREDIT MEMO', Other: 'DELIVERY NOTE' },
		receiver: 'Bill to',
		columns: ['Pos', 'Item', 'Description', 'Quantity', 'Unit price', 'Amount'],
		total: 'Total',
		due: 'Due date',
		dueDays: (days: number) => `Payable within ${days} days`,
		discount: (percent: string, days: number) => `${percent} % discount within ${days} days`,
		vat: (rate: string, net: string, amount: string) => `VAT ${rate} % of ${net}: ${amount}`,
	},
	de: {
		title: { Invoice: 'RECHNUNG', CreditMemo: 'GUTSCHRIFT', Other: 'LIEFERSCHEIN' },
		receiver: 'Rechnung an',
		columns: ['Pos', 'Artikel', 'Bezeichnung', 'Menge', 'Einzelpreis', 'Betrag'],
		total: 'Gesamtbetrag',
		due: 'Fällig am',
		dueDays: (days: number) => `Zahlbar innerhalb von ${days} Tagen`,
		discount: (percent: string, days: number) => `${percent} % Skonto innerhalb von ${days} Tagen`,
		vat: (rate: string, net: string, amount: string) => `MwSt ${rate} % von ${net}: ${amount}`,
	},
};
export type Language = keyof typeof words;
