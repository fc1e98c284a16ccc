import Big from 'big.js';
import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import { labels, words, type Language } from './detection/labels';
import type { TypeName } from './detection/typeIds';
import { printDay, printNumber } from './detection/values';
import { amountOf, totalsOf, type Figure, type Party, type PrintedInvoice } from './printedInvoice';

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
