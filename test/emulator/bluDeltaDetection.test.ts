import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { partsOf } from '../../emulator/bluDelta/parts';
import type { DetectInvoiceResponse, DetectionResponse } from '../../emulator/bluDelta/detection/types';
import { ids } from '../../emulator/bluDelta/detection/typeIds';
import type { PrintedInvoice } from '../../emulator/bluDelta/printedInvoice';
import { invoicePdf } from '../pdf';

async function read(invoice: PrintedInvoice | Buffer, fileName = 'a.pdf'): Promise<DetectInvoiceResponse> {
	const content = Buffer.isBuffer(invoice) ? invoice : await invoicePdf(invoice);
	const [{ detection }] = await partsOf(fileName, content, 1);
	return detection!;
}

/** The values that were found, by name; several of a name as a list. */
function values(predictions: DetectionResponse[]): Record<string, string | string[]> {
	const found: Record<string, string | string[]> = {};
	for (const { TypeName, Value } of predictions) {
		if (Value === '') continue;
		found[TypeName] = TypeName in found ? [found[TypeName], Value].flat() : Value;
	}
	return found;
}
const groups = ({ PredictionGroups }: DetectInvoiceResponse, name: string) =>
	PredictionGroups.filter(({ TypeName }) => TypeName === name).map((group) =>
		values(group.InvoiceDetailTypePredictions),
	);

/** All that can be printed. */
const full: PrintedInvoice = {
	currency: 'EUR',
	dueDays: 30,
	discount: { percent: 2.5, days: 10 },
	details: {
		DeliveryDate: '2024-04-15',
		CustomerId: 'K-10442',
		ReceiverOrderId: 'PO 778-2024',
		ReceiverOrderDate: '2024-04-01',
		SenderOrderId: 'AB 1: rush',
		SenderOrderDate: '2024-04-02',
		DeliveryNoteId: 'LS 9',
		CostCenter: '4711',
		Iban: 'AT61 1904 3002 3457 3201',
		Bic: 'MUSTATWW',
		SenderVatId: 'ATU 99999999',
		ReceiverVatId: 'ATU11111111',
		TaxNumber: '12/345',
		CompanyRegistrationNumber: 'FN 123456a',
		VatExemption: 'Article 138',
		IsrReference: '21 00000',
		IsrSubscriber: '01-162-8',
		KId: '2345676',
	},
};

test.each(['en', 'de'] as const)('finds every detail of an invoice in %s', async (language) => {
	const found = await read({ ...full, language });
	expect(values(found.InvoiceDetailTypePredictions)).toEqual({
		...full.details,
		DocumentType: 'Invoice',
		InvoiceId: 'RE-2024-0417',
		InvoiceDate: '2024-04-17',
		InvoiceCurrency: 'EUR',
		NetTotalAmount: '696.00',
		VatTotalAmount: '132.60',
		GrandTotalAmount: '828.60',
		Iban: 'AT611904300234573201',
		SenderVatId: 'ATU99999999',
		Sender: 'Alpenholz Baustoffe GmbH',
	});
	expect(found).toMatchObject({ Language: language, Countries: 'AT', Confidence: 1 });
	expect(groups(found, 'VatGroup')).toEqual([
		{ VatRate: '20.0', NetAmount: '630.00', VatAmount: '126.00' },
		{ VatRate: '10.0', NetAmount: '66.00', VatAmount: '6.60' },
	]);
	expect(groups(found, 'DueDateGroup')).toEqual([{ DueDateDate: '2024-05-17', DueDateDuration: '30' }]);
	expect(groups(found, 'DiscountGroup')).toEqual([{ DiscountDuration: '10', DiscountPercent: '2.5' }]);
	const lines = found.LineItemTable.LineItems.map(
		({ PositionNumber, ItemId, Description, Quantity, UnitPrice, TotalAmount }) => [
			PositionNumber,
			...[ItemId, Description, Quantity, UnitPrice, TotalAmount].map(({ Value }) => Value),
		],
	);
	expect(lines).toEqual([
		[1, 'SP-19', 'Spanplatte 19 mm', '40', '12.50', '500.00'],
		[2, '', 'Lieferpauschale', '1', '75.00', '75.00'],
		[3, 'LT-3050', 'Lattung 30x50, lfm', '12.5', '4.40', '55.00'],
		[4, 'FB-07', 'Fachbuch Holzbau', '3', '22.00', '66.00'],
	]);
	expect(found.Contacts).toEqual([found.Sender, found.Receiver]);
	expect(found.Sender).toMatchObject({
		...{
			Name: { Value: 'Alpenholz Baustoffe GmbH' },
			Phone: { Value: '+43 662 000000' },
			Fax: { Value: '' },
		},
		...{ Email: [{ Value: 'rechnung@alpenholz.example' }], WebsiteUrl: [{ Value: 'www.alpenholz.example' }] },
		Address: {
			...{ Street: { Value: 'Musterweg 12' }, ZipCode: { Value: '5020' }, City: { Value: 'Salzburg' } },
			Country: { Value: 'AT' },
		},
	});
	expect(found.Receiver).toMatchObject({
		...{ Name: { Value: 'Nordlicht Bau GmbH' }, Email: [], WebsiteUrl: [], Phone: { Value: '' } },
		Address: { ZipCode: { Value: '4020' }, City: { Value: 'Linz' } },
	});
});

test('Text is as printed, Value is not', async () => {
	const found = await read({ language: 'de', lines: [{ description: 'a', unitPrice: '1234567.5' }] });
	const of = (name: string) =>
		found.InvoiceDetailTypePredictions.find(({ TypeName }) => TypeName === name) as DetectionResponse;
	expect(of('GrandTotalAmount')).toMatchObject({ Text: '1.234.567,50', Value: '1234567.50' });
	expect(of('InvoiceDate')).toMatchObject({ Text: '17.04.2024', Value: '2024-04-17' });
	expect(of('DocumentType')).toMatchObject({ Text: 'RECHNUNG', Value: 'Invoice' });
	const english = await read({ lines: [{ description: 'a', unitPrice: '-1234.567', quantity: 3 }] });
	const [line] = english.LineItemTable.LineItems;
	expect([line.UnitPrice.Text, line.UnitPrice.Value]).toEqual(['-1,234.567', '-1234.567']);
	expect([line.TotalAmount.Text, line.TotalAmount.Value]).toEqual(['-3,703.70', '-3703.70']);
});

test('boxes are where the text stands, at 200 dpi', async () => {
	const { Sender, InvoiceDetailTypePredictions } = await read({});
	expect(Sender.Name).toMatchObject({ X: 139, Y: 114, Height: 25 });
	const title = InvoiceDetailTypePredictions.find(({ TypeName }) => TypeName === 'DocumentType')!;
	expect(title.Y).toBeGreaterThan(Sender.Address.Y + Sender.Address.Height);
	expect(title.Height).toBe(50);
});

const types: Array<[PrintedInvoice['documentType'], string, 'en' | 'de']> = [
	['CreditMemo', 'CREDIT MEMO', 'en'],
	['CreditMemo', 'GUTSCHRIFT', 'de'],
	['Other', 'DELIVERY NOTE', 'en'],
];
test.each(types)('%s printed as %s', async (documentType, Text, language) => {
	const found = await read({ documentType, language });
	expect(found.InvoiceDetailTypePredictions[0]).toMatchObject({
		TypeName: 'DocumentType',
		Value: documentType,
		Text,
	});
});

const gaps: Array<[string, PrintedInvoice, string]> = [
	['number', { number: undefined }, 'InvoiceId'],
	['date', { date: undefined }, 'InvoiceDate'],
	['net total', { net: null, total: 5 }, 'NetTotalAmount'],
	['tax', { tax: null, total: 5 }, 'VatTotalAmount'],
	['total', { total: null }, 'GrandTotalAmount'],
	['sender', { sender: undefined }, 'Sender'],
];
test.each(gaps)('what is not printed is listed with an empty value: %s', async (_what, change, name) => {
	const { InvoiceDetailTypePredictions } = await read(change);
	expect(InvoiceDetailTypePredictions.find(({ TypeName }) => TypeName === name)).toEqual({
		...{ Type: ids[name as keyof typeof ids], TypeName: name, Text: '', Value: '', Score: 0 },
		...{ X: 0, Y: 0, Width: 0, Height: 0, Confidence: -1 },
	});
});

test('awkward invoices: gross lines, no lines, no due date, no tax', async () => {
	const gross = await read({
		lines: [{ description: 'Gross', unitPrice: 120 }],
		...{ vat: [{ rate: 20, net: 100, amount: 20 }], net: 100, tax: 20, total: 120 },
	});
	expect(gross.LineItemTable.LineItems[0].TotalAmount.Value).toBe('120.00');
	expect(values(gross.InvoiceDetailTypePredictions)).toMatchObject({ NetTotalAmount: '100.00' });
	const bare = await read({ lines: [], net: 10, total: 10, dueDate: undefined });
	expect(bare.LineItemTable.LineItems).toEqual([]);
	expect(bare.PredictionGroups).toEqual([]);
	expect(values(bare.InvoiceDetailTypePredictions)).toMatchObject({ VatTotalAmount: '0.00' });
});

test('long descriptions keep their line breaks, long invoices go on over pages', async () => {
	const description = 'Structural laminated veneer lumber beam, Douglas fir, 3.5 by 16 inches, treated';
	const lines = Array.from({ length: 60 }, (_, index) => ({
		description: `${description} ${index}`,
		unitPrice: index,
	}));
	const pdf = await invoicePdf({ lines });
	expect((await PDFDocument.load(pdf)).getPageCount()).toBeGreaterThan(2);
	const { LineItemTable, InvoiceDetailTypePredictions } = await read(pdf);
	const read60 = LineItemTable.LineItems;
	expect(read60.map(({ PositionNumber }) => PositionNumber)).toEqual(lines.map((_, index) => index + 1));
	expect(read60[59].Description.Value.split('\n').length).toBe(3);
	expect(read60.map((line) => line.Description.Value.replaceAll('\n', ' '))).toEqual(
		lines.map((line) => line.description),
	);
	expect(values(InvoiceDetailTypePredictions)).toMatchObject({ GrandTotalAmount: '1770.00' });
});

test('an American address', async () => {
	const { Receiver } = await read({
		receiver: {
			name: 'Builders Inc.',
			town: 'St. Louis, MO 63101-1234',
			country: 'US',
			email: 'ap@builders.example',
		},
	});
	expect(Receiver).toMatchObject({
		Address: { Street: { Value: '' }, ZipCode: { Value: '63101-1234' }, City: { Value: 'St. Louis' } },
		Email: [{ Value: 'ap@builders.example' }],
	});
});

test.each(['a.png', 'a.tif'])('nothing is found in %s, but all is listed', async (fileName) => {
	const found = await read(Buffer.from('scan'), fileName);
	expect(values(found.InvoiceDetailTypePredictions)).toEqual({});
	expect(found.InvoiceDetailTypePredictions).toHaveLength(26);
	expect(found).toMatchObject({
		PredictionGroups: [],
		Contacts: [],
		LineItemTable: { LineItems: [] },
		Confidence: 0,
	});
});

test('a PDF with other text, and one without', async () => {
	const pdf = await PDFDocument.create();
	const font = await pdf.embedFont(StandardFonts.Courier);
	pdf.addPage().drawText('Dear (Sir) \\ Madam: hello\nINVOICED', { font });
	expect(values((await read(Buffer.from(await pdf.save()))).InvoiceDetailTypePredictions)).toEqual({});
	const empty = await PDFDocument.create();
	empty.addPage();
	expect((await read(Buffer.from(await empty.save()))).InvoiceDetailTypePredictions).toHaveLength(26);
});

test('text in literal strings, shifted and in arrays, as other programs write it', async () => {
	const pdf = await PDFDocument.create();
	const page = pdf.addPage();
	const content =
		'BT /F1 10 Tf 12 TL 50 700 Td (INVOICE) Tj 0 -20 Td [(Invoice num) -20 (ber: \\(A\\)-1)] TJ T* (Total EUR: 1,000.5\\060) Tj ET';
	page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(content)));
	const found = await read(Buffer.from(await pdf.save()));
	expect(values(found.InvoiceDetailTypePredictions)).toEqual({
		...{ DocumentType: 'Invoice', InvoiceId: '(A)-1', InvoiceCurrency: 'EUR', GrandTotalAmount: '1000.50' },
	});
});

/** The paths of all members, with lists merged. */
function shape(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) return [...new Set(value.flatMap((one) => shape(one, `${path}[]`)))];
	if (value === null || typeof value !== 'object') return [path];
	return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}

test('a result has the members of the example in the contract', async () => {
	const example = JSON.parse(
		readFileSync(`${__dirname}/../detection/worked-example.json`, 'utf8'),
	) as unknown;
	expect(shape(await read(full)).sort()).toEqual(shape(example).sort());
});
