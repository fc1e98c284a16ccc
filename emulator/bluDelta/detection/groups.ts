import { words, type Language } from './labels';
import type { Piece } from './read';
import { detail, unfound } from './responses';
import { ids, type TypeName } from './typeIds';
import type { DetectionGroupResponse, DetectionResponse } from './types';
import { amount, day, number } from './values';

const group = (
	name: 'VatGroup' | 'DueDateGroup' | 'DiscountGroup',
	InvoiceDetailTypePredictions: DetectionResponse[],
): DetectionGroupResponse => ({ Type: ids[name], TypeName: name, InvoiceDetailTypePredictions });

/** A printed sentence with a hole for each number, as a pattern. */
const pattern = (sentence: string) =>
	new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/0/g, '(.+?)')}$`);

/** VAT by rate, due date and cash discount (bludelta.md 6.3). */
export function groups(pieces: Piece[], language: Language): DetectionGroupResponse[] {
	const say = words[language];
	const matches = (regex: RegExp) =>
		pieces.flatMap((piece) => {
			const match = regex.exec(piece.text);
			return match ? [{ piece, values: match.slice(1) }] : [];
		});
	const oneDecimal = (text: string) => number(text, language)?.toFixed(1) ?? '';

	const vat = matches(pattern(say.vat('0', '0', '0'))).map(({ piece, values: [rate, net, sum] }) =>
		group('VatGroup', [
			detail('VatRate', `${rate} %`, oneDecimal(rate), piece),
			detail('NetAmount', net, amount(net, language), piece),
			detail('VatAmount', sum, amount(sum, language), piece),
		]),
	);

	const [date] = matches(pattern(`${say.due}: 0`));
	const [days] = matches(pattern(say.dueDays(0)));
	const single = (name: TypeName, text: string, value: string, found?: { piece: Piece }) =>
		detail(name, text, value, found?.piece);
	const due = group('DueDateGroup', [
		single('DueDateDate', date?.values[0] ?? '', day(date?.values[0] ?? '', language), date),
		unfound('DueDateStart'),
		single('DueDateDuration', days?.piece.text ?? '', days?.values[0] ?? '', days),
	]);

	const discount = matches(pattern(say.discount('0', 0))).map(({ piece, values: [percent, duration] }) =>
		group('DiscountGroup', [
			unfound('DiscountDate'),
			unfound('DiscountStart'),
			detail('DiscountDuration', duration, duration, piece),
			detail('DiscountPercent', `${percent} %`, oneDecimal(percent), piece),
		]),
	);
	return [...vat, ...(date || days ? [due] : []), ...discount];
}
