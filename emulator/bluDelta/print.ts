import Big from 'big.js';
import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import { labels, words, type Language } from './detection/labels';
import type { TypeName } from './detection/types';
import { printDay, printNumber } from './detection/values';

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

type Figure = number | string;

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

const columns = [50, 80, 150, 360, 420, 495];
const margin = 50;
const wide = 40;

/** A PDF with one invoice a page, or more pages where the lines need them, that the emulator can read. */
export async function printInvoices(invoices: PrintedInvoice[]): Promise<Buffer> {
	const pdf = await PDFDocument.create();
	const font = await pdf.embedFont(StandardFonts.Helvetica);
	for (const invoice of invoices) new Sheet(pdf, font, invoice).print();
	return Buffer.from(await pdf.save());
}

class Sheet {
	private page: PDFPage;
	private y = 0;
	private readonly language: Language;
	private readonly currency: string;

	constructor(
		private readonly pdf: PDFDocument,
		private readonly font: PDFFont,
		private readonly invoice: PrintedInvoice,
	) {
		this.page = this.newPage();
		this.language = invoice.language ?? 'en';
		this.currency = invoice.currency ?? 'USD';
	}

	print(): void {
		const { invoice, language } = this;
		const say = words[language];
		this.party(invoice.sender);
		this.down(30);
		this.write(margin, say.title[invoice.documentType ?? 'Invoice'], 18);
		this.down(30);
		const top = this.y;
		this.details();
		const below = this.y;
		this.y = top;
		if (invoice.receiver) this.line(margin, say.receiver);
		this.party(invoice.receiver);
		this.y = Math.min(this.y, below) - 30;
		this.table();
		this.down(14);
		this.totals();
		this.down(14);
		if (invoice.dueDate) this.line(margin, `${say.due}: ${printDay(invoice.dueDate, language)}`);
		if (invoice.dueDays !== undefined) this.line(margin, say.dueDays(invoice.dueDays));
		const { discount } = invoice;
		if (discount) this.line(margin, say.discount(this.figure(discount.percent, 0), discount.days));
	}

	private party(party: Party | undefined): void {
		if (!party) return;
		const { name, street, town, country, phone, email, website } = party;
		for (const text of [name, street, town, country, phone, email, website])
			if (text) this.line(margin, text);
	}

	private details(): void {
		const { number, date, details } = this.invoice;
		const given: Partial<Record<TypeName, string>> = { InvoiceId: number, InvoiceDate: date, ...details };
		for (const { type, printed, format } of labels) {
			const value = given[type];
			if (value === undefined || format === 'amount') continue;
			const text = format === 'date' ? printDay(value, this.language) : value;
			this.line(330, `${printed[this.language]}: ${text}`);
		}
	}

	private table(): void {
		const { lines = [] } = this.invoice;
		if (lines.length === 0) return;
		words[this.language].columns.forEach((name, column) => this.write(columns[column], name));
		this.down(14);
		lines.forEach((line, index) => {
			const cells = [
				...[String(index + 1), line.itemId ?? '', ''],
				...[this.figure(line.quantity ?? 1, 0), this.figure(line.unitPrice), this.figure(amountOf(line))],
			];
			cells.forEach((text, column) => this.write(columns[column], text));
			for (const text of wrap(line.description)) this.line(columns[2], text);
		});
	}

	private totals(): void {
		const { language, currency } = this;
		const { net, tax, total, vat } = totalsOf(this.invoice);
		const named = (type: TypeName) => labels.find((one) => one.type === type)!.printed[language];
		if (net !== null) this.line(330, `${named('NetTotalAmount')}: ${this.figure(net)}`);
		for (const group of vat) {
			const { vat: sentence } = words[language];
			this.line(330, sentence(this.figure(group.rate, 0), this.figure(group.net), this.figure(group.amount)));
		}
		if (tax !== null) this.line(330, `${named('VatTotalAmount')}: ${this.figure(tax)}`);
		if (total !== null) this.line(330, `${words[language].total} ${currency}: ${this.figure(total)}`);
	}

	private figure = (value: Figure | Big, decimals = 2) => printNumber(Big(value), this.language, decimals);

	private line(x: number, text: string): void {
		this.write(x, text);
		this.down(14);
	}

	private write(x: number, text: string, size = 9): void {
		if (text === '') return;
		// The standard fonts know the letters of western Europe only.
		const known = text.replace(/[^\x20-\x7e\u00a0-\u00ff€]/g, '?');
		this.page.drawText(known, { x, y: this.y, size, font: this.font });
	}

	private down(points: number): void {
		this.y -= points;
		if (this.y < margin) this.page = this.newPage();
	}

	private newPage(): PDFPage {
		const page = this.pdf.addPage([595, 842]);
		this.y = page.getHeight() - margin;
		return page;
	}
}

const amountOf = ({ quantity = 1, unitPrice, amount }: PrintedLine) =>
	Big(amount ?? Big(quantity).times(unitPrice)).round(2);
const sum = (figures: Array<Figure | Big>) => figures.reduce<Big>((total, one) => total.plus(one), Big(0));

function totalsOf(invoice: PrintedInvoice) {
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

/** Lines of at most 40 characters where words allow. */
function wrap(text: string): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < wide) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
