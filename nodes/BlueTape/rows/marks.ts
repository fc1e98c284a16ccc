import { FIRST_EXCEL_DAY } from './days';
import { NO_YEAR } from '../../shared/values/dates';
import { PAID, wordsOf } from '../../shared/values/moneyNames';
import { plainName } from '../../shared/values/plainName';

/** Words of what nobody is to pay any more. */
const OVER = `${PAID}|void|voided|cancell?ed|refunded|reversed|storno|storniert|anulad[oa]|annulée?|annullat[oa]|cancelad[oa]|geannuleerd|deleted|gelöscht`;
const isOverWord = new RegExp(`^(?:is|has|was)?(?:${OVER})$`, 'u');
/** `isPaid`, `Paid On`, `cancelled_at`, `Invoice Voided?`: such a word, and none that makes it another thing, as in `paidBy`. */
const AROUND = /^(?:is|has|was|been|fully|in|full|already|invoice|order|bill|rechnung|factura|facture|flag)$/;
const OF_DAY = /^(?:date|at|on|am|le|el|time|datetime|timestamp|gmt|utc|datum|fecha)$/;
/** `is_credit_note`, `Refund`: true of what gives money back. */
const BACK = /^(?:is|has)?(?:sales)?(?:creditnote|creditmemo|gutschrift|refund|return|reversal)$/;
const TRUE = /^(?:true|t|yes|y|x|1|✓|✔|☑|ja|j|sí|si|oui|sim|wahr|vrai|verdadero|done|full|in full)$/i;
const DAY = /\d[-/.]\d{1,2}[-/.]\d|\d\D{1,3}\p{L}{3,}\D{1,3}\d\d|\p{L}{3}\D{1,3}\d{1,2}\D{1,3}\d{4}/u;
/** In any writing, as in `Thu Jan 01 1970`. */
const IN_NO_YEAR = new RegExp(`(?<!\\d)${NO_YEAR}(?!\\d)`);
const NUMBER = /^\d+(?:\.\d+)?$/;
/** Where the time of day begins, whose zone or fractions may be nothing but noughts. */
const TIME = /[T\s]\d{1,2}:/;

export const isTrue = (value: unknown): boolean =>
	value === true || value === 1 || (typeof value === 'string' && TRUE.test(value.trim()));

export function isDay(value: unknown): boolean {
	const text = String(value);
	// Excel's number of a day, or a count of seconds.
	if (NUMBER.test(text)) return Number(value) >= FIRST_EXCEL_DAY;
	return DAY.test(text) && !IN_NO_YEAR.test(text.split(TIME)[0]);
}

/** A status that is one of `words`, with whatever stands behind a dash or a day. */
const status = (words: string) => new RegExp(`^(?:${words})(?:\\s*[^\\p{L}\\s].*)?$`, 'iu');
/** Does a status say that nobody is to pay any more: `Void`, `Paid 2026-10-01`, `Canceled - duplicate`? `Paid by hand` may be anything. */
const OVER_STATUS = status(
	`(?:fully[ _-]?)?(?:${OVER}|paid[ _-]?in[ _-]?full|written[ _-]?off|uncollectible|settled|charged?[ _-]?back|part(?:ially|ly)?[ _-]?refunded|credited)`,
);
/** Such a one of a part: the rest is due. */
const PART_PAID = status('part(?:ially|ly)?[ _-]?paid|teil(?:weise)?[ _-]?bezahlt');

export const isOver = (status: unknown, isAllDue: boolean): boolean =>
	typeof status === 'string' &&
	(OVER_STATUS.test(status.trim()) || (isAllDue && PART_PAID.test(status.trim())));

const STATUS = /(?:status|estado|statut|stato)$/;
const OTHER_STATUS =
	/^(?:shipping|shipment|delivery|fulfil\w*|email|mail|print|previous|prev|last|old|sync|deposit|down|subscription|customer|company|account|project|credit|quote|approval|ticket|user|employee|tax|marital)$/;

/** Does a field beside the body mark the invoice as paid, void, cancelled or refunded? `isAllDue`: is its whole total asked for? */
export function marksOver(name: string, value: unknown, isAllDue: boolean): boolean {
	const words = wordsOf(name);
	if (words.some((word) => STATUS.test(word)) && !words.some((word) => OTHER_STATUS.test(word)))
		return isOver(value, isAllDue);
	if (!words.some((word) => isOverWord.test(word))) return false;
	if (!words.every((word) => [isOverWord, AROUND, OF_DAY].some((list) => list.test(word)))) return false;
	if (isTrue(value) || isOver(value, isAllDue)) return true;
	// A number under a plain `Paid` is an amount.
	return isDay(value) && (!NUMBER.test(String(value)) || words.some((word) => OF_DAY.test(word)));
}

/** What gives money back, as a type of document is called, whole. */
const CREDIT =
	/^(?:(?:ar|sales|customer|supplier|invoice|purchase)[ _-]*)?(?:credit[ _-]*(?:memo|note|invoice)s?|accreccredit|accpaycredit|gutschrift|rechnungskorrektur|stornorechnung|avoir|facture d.avoir|nota[ _-]*(?:de[ _-]*|di[ _-]*)?cr[eé]dito|nota de abono|creditnota|kredit(?:nota|faktura)|refund[ _-]*(?:receipt|invoice)|credit adjustment)$/i;
/** The same in short, where it is surely the document's type; `Credit` is how some sell. */
const CREDIT_SHORT = /^(?:cm|cn|crn|refund|return)$/i;
const TYPE = /^(?:type|kind|typ|art|tipo|class|category)$|belegart$|dokumentart$/;
const OF_DOCUMENT = /(?:doc|document|invoice|transaction|txn|trans|voucher|belegart|dokumentart)$/;

/** Does a field say that this is a credit note? */
export function marksCredit(name: string, value: unknown): boolean {
	if (BACK.test(plainName(name).replace('?', ''))) return isTrue(value);
	if (typeof value !== 'string') return false;
	const words = wordsOf(name.replace(/type/i, ' $&'));
	const said = value.trim();
	if (CREDIT.test(said)) return !/(?:notes?|remarks?|comments?|memo)$/.test(words.join());
	return (
		words.some((word) => TYPE.test(word)) &&
		words.some((word) => OF_DOCUMENT.test(word)) &&
		CREDIT_SHORT.test(said)
	);
}

const TAX = '(?:tax(?:es)?|vat|gst|hst|mwst|ust|iva|tva|btw|moms|steuern?)';
const INCLUDED = new RegExp(`${TAX}.*(?:incl|inkl|enthalten)|(?:incl|inkl).*${TAX}`);
const NOT = /not|excl|nicht|ohne|without|except/;
/** Names of settings of how prices are meant. */
const MODE =
	/^(?:lineamounttypes?|lineamountsare|amountsare|globaltaxcalculation|(?:tax|vat)(?:behaviou?r|mode|type|treatment|calculation|setting)|prices?(?:mode|type|are)?|preis(?:e|art|typ))$/;
const GROSS = new RegExp(
	`^(?:${TAX}\\s*)?(?:incl|inkl)\\p{L}*\\.?(?:\\s*(?:of\\s*)?${TAX})?$|^(?:gross|brutto|ttc)$`,
	'iu',
);

/** Does a name say that what stands under it is with tax: `Unit Price incl. VAT`, `Preis brutto`? */
export const isWithTax = (name: string): boolean =>
	!NOT.test(plainName(name)) &&
	(INCLUDED.test(plainName(name)) || wordsOf(name).some((word) => /^(?:gross|ttc)$|brutto/.test(word)));

/** Is it the amount of 1 under `Price incl. tax`, and no mark as under `prices_include_tax`? */
const isAmountOf = (name: string, value: unknown): boolean =>
	String(value).trim() === '1' &&
	wordsOf(name).some((word) => /(?:price|preis|amount|total|betrag|unit|cost)$/.test(word)) &&
	!wordsOf(name).some((word) => /includes?$/.test(word));

/** Does a field say that the prices are with tax? */
export function marksIncluded(name: string, value: unknown): boolean {
	const plain = plainName(name).replace('?', '');
	if (MODE.test(plain)) return typeof value === 'string' && GROSS.test(value.trim());
	return !NOT.test(plain) && INCLUDED.test(plain) && isTrue(value) && !isAmountOf(name, value);
}
