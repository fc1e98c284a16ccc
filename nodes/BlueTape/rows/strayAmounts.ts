import { cents } from '../../shared/values/cents';
import { kindOf, RECEIVED, speaksOf, wordsOf, type Kind } from '../../shared/values/moneyNames';
import { sum } from '../../shared/values/spread';
import type { Body } from '../amounts/sums';
import { isBooked, isOfCustomer, type Whose } from './balances';
import { foreignCurrency, isCurrency, NUMBER_FORMATS, numberOfCell } from './cells';
import { dayOfCell } from './days';
import type { Beside, Fields } from './fields';
import { isKnownRate, known } from './knownAmounts';

/** Writings of numbers, in whatever format; a day is none. */
const NUMBER = /^\d[\d.,'’\s]*$/;
const DAY = /\.\d{1,2}\.\d/;
/** An amount or a rate among words: `10 off`, `12 USD flat`, `20% (VAT on Income)`. A service that takes `2 day` is none. */
const SPOKEN = /(\d[\d.,]*)\s*(?:%|percent|prozent|pct|off\b|flat\b|\p{Sc})|\p{Sc}\s*(\d[\d.,]*)/giu;
/** Money by its cents, with other words around: `500.00 ck 1234`, `PPD 45.00`. A day, a time of day and a measure are none. */
const CENTS =
	/(?<![\d.,:/-])\d{1,3}(?:[,.'’ ]?\d{3})*[.,]\d{2}(?![\d.,:/-]|\s*(?:["″'′]|(?:[ap]\.?m|h|uhr|in(?:ch(?:es)?)?(?!\s+(?:advance|cash|full|total))|ft|feet|lbs?|oz|[mcd]?[lm]|k?g|mi|gal|yds?|tons?)\b))/i;
const CODED = /\b(\p{Lu}{3})\s?\d|\d\s?(\p{Lu}{3})\b/gu;

/** Is the front of a cell an amount or a percentage, however it is written? `NY1`, `PRO 123`, `2026-12-26` and `84-123` are none. */
export function isAmount(value: unknown): boolean {
	if (typeof value === 'number') return value !== 0 && Number.isFinite(value);
	if (typeof value !== 'string' || !/[1-9]/.test(value)) return false;
	const text = value.trim().replaceAll('\u2212', '-');
	if ([...text.matchAll(SPOKEN)].some(([, one, other]) => /[1-9]/.test(one ?? other))) return true;
	const [, before, digits, after] = /^(\p{L}*)[-+(\s]*(.*?)[-)\s]*(\p{L}*)$/su.exec(text)!;
	const isAlone = [before, after].every((mark) => mark === '' || isCurrency(mark));
	if (isAlone && NUMBER.test(digits) && !DAY.test(digits)) return true;
	if (CENTS.test(text)) return true;
	return /\s/.test(text) && [...text.matchAll(CODED)].some(([, one, other]) => isCurrency(one ?? other));
}

/** What a value may be as a number, in any writing; of a rate or an amount among words, that one. */
function readings(value: unknown, kind: 'amount' | 'percent'): string[] {
	const rate = /(\d[\d.,]*)\s*%/.exec(String(value))?.[1] ?? value;
	const spoken = CENTS.exec(String(value))?.[0];
	return NUMBER_FORMATS.flatMap((format) =>
		kind === 'percent'
			? (numberOfCell(rate, format, kind) ?? [])
			: (numberOfCell(value, format, kind) ?? numberOfCell(spoken, format, kind) ?? []),
	);
}

/** In the name of a column, where it is no part of a longer word. */
export const COST = /(?<!\p{L})costs?(?!\p{L})/iu;
const PRICE = /price|preis|prezzo|preço|prijs|^(?:prix|precio|unit|each|per)$/;

const centsIn = (value: unknown): number[] => readings(value, 'amount').flatMap((text) => cents(text) ?? []);

const DISCOUNT = /disc|dscnt|rabat|rabais|nachlass|skonto|remise|descuento|desconto|sconto|korting/;

/** Is it a discount that makes the line's price of another one beside it, a list price say? Then it is in the price. */
function isInPrice(name: string, value: unknown, fields: Fields, { line }: Beside): boolean {
	const price = cents(line?.unitAmount);
	if (!price || !wordsOf(name).some((word) => DISCOUNT.test(word))) return false;
	const lists = fields
		.filter(([other]) =>
			wordsOf(other).some((word) => PRICE.test(word) || /^(?:list|msrp|retail)$/.test(word)),
		)
		.flatMap(([, list]) => centsIn(list));
	const rates = readings(value, 'percent').map(Number);
	const makes = (rate: number, list: number) => Math.abs((list * (100 - rate)) / 100 - price) <= 0.5;
	return lists.some(
		(list) =>
			list > price &&
			(rates.some((rate) => makes(rate, list) || makes(rate * 100, list)) ||
				centsIn(value).some((off) => off === list - price || off === (list - price) * (line?.quantity ?? 1))),
	);
}

/** Is it a number of a document, or a count of seconds, and no amount: `Delivery` 80012345? */
const isSerial = (value: unknown, { totalAmount }: Body): boolean =>
	/^\d{8,}$/.test(String(value).trim()) && Number(value) > 10 * Number(totalAmount ?? 0);

/** Is it Excel's number of a day of these years, and more than is asked for? */
const isDayNumber = (value: unknown, { totalAmount = Infinity }: Body, today = ''): boolean =>
	/^\d{5}$/.test(String(value).trim()) &&
	Number(value) > Number(totalAmount) &&
	Math.abs(Number(dayOfCell(value, 'excel')?.slice(0, 4)) - Number(today.slice(0, 4))) <= 1;

const IS_RECEIVED = new RegExp(`^${RECEIVED}(?: to date)?$`);

/** Is it a mark, goods that were received, or when, and no amount? */
function isNoAmount(name: string, value: unknown, body: Body, { quantity, today }: Beside): boolean {
	const isReceived = IS_RECEIVED.test(wordsOf(name).join(' '));
	if (String(value) === '1') return isReceived || /^(?:is ?)?unpaid$/i.test(name);
	return isReceived && (Number(value) === Number(quantity) || isDayNumber(value, body, today));
}

/** What a name has to do with money where `value` stands under it: a kind of tax that is a rate is one, and so is a cost where it is the price. */
function kindBeside(name: string, value: unknown, { isPriceCost }: Beside): Kind | undefined {
	const kind = kindOf(name);
	if (kind !== undefined) return kind === 'currency' ? undefined : kind;
	if (isPriceCost && COST.test(name)) return kindOf(name.replace(COST, ''));
	const words = wordsOf(name);
	const isKind = speaksOf('tax', words) && words.some((word) => /type|code|class|name|group/.test(word));
	return isKind && /[1-9][\d.,]*\s*%/.test(String(value)) ? 'tax' : undefined;
}

/**
 * The names among `fields`, which are no fields of the body, that have an amount or a rate that the body does not have: left out in
 * silence it may cost money. `fields` are those of one row, one line or one item.
 */
export function strayAmounts(fields: Fields, body: Body, whose: Whose, beside: Beside): string[] {
	const found = fields.flatMap(([name, value]) => {
		const kind = kindBeside(name, value, beside);
		const isNone =
			kind === undefined ||
			!isAmount(value) ||
			isOfCustomer(name, whose) ||
			isNoAmount(name, value, body, beside);
		return isNone || (kind === 'extra' && isSerial(value, body)) ? [] : [{ name, value, kind }];
	});
	/** A rate, as a fraction too: Excel shows 8.25 % and hands over 0.0825. */
	const isRate = (rate: number, kind: Kind): boolean =>
		isKnownRate(rate, body, kind) || (rate < 1 && isKnownRate(Number((rate * 100).toFixed(6)), body, kind));
	const isKnown = ({ name, value, kind }: (typeof found)[number]): boolean => {
		if (foreignCurrency(value) !== undefined) return false;
		const isSale = isBooked(name, whose);
		const words = wordsOf(name);
		// `inkl. MwSt` may be the sum with tax, or the tax that is in it.
		const isTax = kind === 'tax' || (kind === 'sum' && speaksOf('tax', wordsOf(name.toLowerCase())));
		const amounts = known(body, isSale ? 'sum' : kind);
		const said = centsIn(value);
		if (said.some((one) => amounts.has(kind === 'extra' || isSale ? Math.abs(one) : one))) return true;
		if (isTax && said.some((one) => known(body, 'tax').has(one))) return true;
		if (kind === 'sum' && words.some((word) => PRICE.test(word))) {
			const prices = known(body, 'price');
			if (said.some((one) => prices.has(one))) return true;
		}
		const rates = kind === 'sum' && !isTax ? [] : readings(value, 'percent');
		return rates.some((rate) => isRate(Number(rate), isTax ? 'tax' : kind));
	};
	const stray = found.filter((one) => !isKnown(one) && !isInPrice(one.name, one.value, fields, beside));
	// Of several taxes, such as a state's and a country's, each is a part: of the amount, or of the rate.
	const taxes = stray.filter(({ kind }) => kind === 'tax');
	const added = sum(
		taxes.map(({ value }) => Number(readings(value, 'percent')[0] ?? readings(value, 'amount')[0])),
	);
	const areParts =
		taxes.length > 1 &&
		Number.isFinite(added) &&
		(known(body, 'tax').has(cents(added)) || isRate(added, 'tax'));
	return stray.filter(({ kind }) => kind !== 'tax' || !areParts).map(({ name }) => name);
}
