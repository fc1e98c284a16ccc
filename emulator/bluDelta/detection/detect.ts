import { block, contact } from './contact';
import { groups } from './groups';
import { labels, words, type Language } from './labels';
import { lineItems } from './lineItems';
import { resolution, type Piece } from './read';
import { detail, unfound } from './responses';
import { isSure } from './sure';
import { listed } from './typeIds';
import type { DetectInvoiceResponse, DetectionResponse } from './types';
import { amount, day } from './values';

/** What an invoice printed in English or German says (bludelta.md 6). Nothing is found where nothing is read. */
export function detect(pieces: Piece[]): DetectInvoiceResponse {
	const { language, title } = titleOf(pieces);
	const found = [...title, ...labelled(pieces, language), ...grandTotal(pieces, language)];
	const titled = pieces.findIndex(({ X, Y }) => X === title[0]?.X && Y === title[0]?.Y);
	const Sender = contact(titled > 0 ? block(pieces.slice(0, titled), 0) : []);
	const receiverAt = pieces.findIndex(({ text }) => text === words[language].receiver);
	const Receiver = contact(receiverAt === -1 ? [] : block(pieces, receiverAt).slice(1));
	const { Name, Address } = Sender;
	const sender = detail('Sender', Name.Text, Name.Value, { ...Name, text: Name.Text });
	const result: DetectInvoiceResponse = {
		DocumentResolution: resolution,
		DocumentFormat: 'Letter',
		Language: language,
		Countries: Address.Country.Value,
		InvoiceDetailTypePredictions: inOrder([...found, sender]),
		PredictionGroups: groups(pieces, language),
		LineItemTable: { LineItems: lineItems(pieces, language) },
		...{ Sender, Receiver, Contacts: [Sender, Receiver].filter((one) => one.Name.Value !== '') },
		...{ FormattedResult: null, IsQualityOk: true, OcrWordQuality: 0.97 },
		...{ MeanCharacterConfidenceValue: 6.4, StdDevCharacterConfidenceValue: 9.1 },
		...{ MaxCharacterConfidenceValue: 74, OcrResult: null, ResultPdf: null },
		...{ OcrPageImages: null, DocumentText: null, InvoiceState: 0, Confidence: 0 },
	};
	return { ...result, Confidence: isSure(result) ? 1 : 0 };
}

/** Every listed detail in the list's order, found or not; one that was found twice stands there twice. */
const inOrder = (found: DetectionResponse[]) =>
	listed.flatMap((name) => {
		const of = found.filter(({ TypeName, Value }) => TypeName === name && Value !== '');
		return of.length > 0 ? of : [unfound(name)];
	});

function titleOf(pieces: Piece[]): { language: Language; title: DetectionResponse[] } {
	for (const language of ['en', 'de'] as const) {
		for (const [value, printed] of Object.entries(words[language].title)) {
			const where = pieces.find(({ text }) => text === printed);
			if (where) return { language, title: [detail('DocumentType', printed, value, where)] };
		}
	}
	return { language: 'en', title: [] };
}

function labelled(pieces: Piece[], language: Language): DetectionResponse[] {
	return pieces.flatMap((piece) => {
		const [, name, text = ''] = /^([^:]+):\s*(.+)$/.exec(piece.text) ?? [];
		const label = labels.find(({ printed }) => printed[language] === name);
		if (!label) return [];
		const value = {
			text,
			compact: text.replace(/\s/g, ''),
			date: day(text, language),
			amount: amount(text, language),
		}[label.format];
		return [detail(label.type, text, value, piece)];
	});
}

function grandTotal(pieces: Piece[], language: Language): DetectionResponse[] {
	const printed = new RegExp(`^${words[language].total} (?<currency>[A-Z]{3}): (?<sum>.+)$`);
	return pieces.flatMap((piece) => {
		const { currency, sum } = printed.exec(piece.text)?.groups ?? {};
		if (currency === undefined) return [];
		return [
			detail('InvoiceCurrency', currency, currency, piece),
			detail('GrandTotalAmount', sum, amount(sum, language), piece),
		];
	});
}
