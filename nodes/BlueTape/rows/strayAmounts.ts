import { cents } from '../../shared/values/cents';
import { kindOf, speaksOf, wordsOf, type Kind } from '../../shared/values/moneyNames';
import { sum } from '../../shared/values/spread';
import { priceOfAll, taxOf } from '../amounts/line';
import type { Body, Line } from '../amounts/sums';
import { foreignCurrency, isCurrency, NUMBER_FORMATS, numberOfCell } from './cells';

/** Writings of numbers, in whatever format; a day is none. */
const NUMBER = /^\d[\d.,'’\s]*$/;
const DAY = /^\d{1,4}\.\d{1,2}\.\d{1,4}$/;
/** An amount or a rate among words: `10 off`, `12 USD flat`, `20% (VAT on Income)`. A service that takes `2 day` is none. */
const SPOKEN = /(\d[\d.,]*)\s*(?:%|percent|prozent|pct|off\b|flat\b|\p{Sc})|\p{Sc}\s*(\d[\d.,]*)/giu;
const CODED = /\b(\p{Lu}{3})\s?\d|\d\s?(\p{Lu}{3})\b/gu;

/** Is it an amount or a percentage, however it is written? `NY1`, `PRO 123`, `2026-12-26` and `84-123` are none. */
export function isAmount(value: unknown): boolean {
	if (typeof value === 'number') return value !== 0 && Number.isFinite(value);
	if (typeof value !== 'string' || !/[1-9]/.test(value)) return false;
	const text = value.trim().replaceAll('\u2212', '-');
	if ([...text.matchAll(SPOKEN)].some(([, one, other]) => /[1-9]/.test(one ?? other))) return true;
	const [, before, digits, after] = /^(\p{L}*)[-+(\s]*(.*?)[-)\s]*(\p{L}*)$/su.exec(text)!;
	const isAlone = [before, after].every((mark) => mark === '' || isCurrency(mark));
	if (isAlone && NUMBER.test(digits) && !DAY.test(digits)) return true;
	return /\s/.test(text) && [...text.matchAll(CODED)].some(([, one, other]) => isCurrency(one ?? other));
}

/** What a value may be as a number, in any writing; of a rate among words, that rate. */
function readings(value: unknown, kind: 'amount' | 'percent'): string[] {
	const [, rate = value] = /(\d[\d.,]*)\s*%/.exec(String(value)) ?? [];
	return NUMBER_FORMATS.flatMap(
		(format) => numberOfCell(kind === 'percent' ? rate : value, format, kind) ?? [],
	);
}

/** The lines that can be counted with: in a body that is for a person, not all need be. */
const counted = (lines: Line[]): Line[] =>
	lines.filter((line) =>
		[line.quantity, line.unitAmount, line.subTotal].every((one) => typeof one === 'number'),
	);

/** Cents by which such a line is less than its price. */
const discountOf = (line: Line): number => (priceOfAll(line) ?? 0) - (cents(line.subTotal) ?? 0);

/** Amounts that a body has anyway, in cents: what repeats one takes nothing away when it is left out. */
function known({ lines: given = [], ...header }: Body, kind: Kind): Set<number | undefined> {
	const all: Line[] = [header, ...given];
	const lines = counted(given);
	if (kind === 'tax') return new Set(all.map(({ taxAmount }) => cents(taxAmount)));
	const paid = (cents(header.totalAmount) ?? 0) - (cents(header.amountDue) ?? cents(header.totalAmount) ?? 0);
	if (kind === 'extra') {
		const asLines = lines.filter(({ description }) => kindOf(String(description)) === 'extra');
		const discounts = lines.map(discountOf);
		const amounts = [paid, sum(discounts), ...discounts, ...asLines.map(({ subTotal }) => cents(subTotal)!)];
		return new Set([...amounts, ...asLines.map(({ totalAmount }) => cents(totalAmount)!)].map(Math.abs));
	}
	const prices = lines.map((line) => priceOfAll(line) ?? 0);
	const sums = all.flatMap(({ subTotal, totalAmount }) => [cents(subTotal), cents(totalAmount)]);
	return new Set([...sums, cents(header.amountDue), paid, ...prices, sum(prices)]);
}

/** Does a body have the tax or the discount that a rate in percent makes? */
function isKnownRate(rate: number, { lines = [], ...header }: Body, kind: Kind): boolean {
	if (!Number.isFinite(rate)) return false;
	if (kind === 'extra') {
		return counted(lines).some(
			(line) => discountOf(line) !== 0 && taxOf(priceOfAll(line)!, rate) === discountOf(line),
		);
	}
	return [header, ...lines].some(
		({ subTotal, taxAmount }) => !!taxAmount && taxOf(cents(subTotal) ?? 0, rate) === cents(taxAmount),
	);
}

/** What a name has to do with money where `value` stands under it: a kind of tax that is a rate is one. */
function kindBeside(name: string, value: unknown): Kind | undefined {
	const kind = kindOf(name);
	if (kind !== undefined) return kind === 'currency' ? undefined : kind;
	const words = wordsOf(name);
	const isKind = /^(?:type|code|class|name|group)$/.test(words.at(-1) ?? '') && speaksOf('tax', words);
	return isKind && typeof value === 'string' && /[1-9][\d.,]*\s*%/.test(value) ? 'tax' : undefined;
}

/**
 * The names among `fields`, which are no fields of the body, that have an amount or a rate that the body does not have: left out in
 * silence it may cost money. `fields` are those of one row, one line or one item.
 */
export function strayAmounts(fields: Array<[name: string, value: unknown]>, body: Body): string[] {
	const found = fields.flatMap(([name, value]) => {
		const kind = kindBeside(name, value);
		return kind !== undefined && isAmount(value) ? [{ name, value, kind }] : [];
	});
	const isKnown = ({ value, kind }: (typeof found)[number]): boolean => {
		if (foreignCurrency(value) !== undefined) return false;
		const amounts = known(body, kind);
		const said = readings(value, 'amount').flatMap((text) => cents(text) ?? []);
		if (said.some((one) => amounts.has(kind === 'extra' ? Math.abs(one) : one))) return true;
		const rates = kind === 'sum' ? [] : readings(value, 'percent');
		return rates.some((rate) => isKnownRate(Number(rate), body, kind));
	};
	const stray = found.filter((one) => !isKnown(one));
	// Of several taxes, such as a state's and a country's, each is a part: of the amount, or of the rate.
	const taxes = stray.filter(({ kind }) => kind === 'tax');
	const added = sum(taxes.map(({ value }) => Number(readings(value, 'percent')[0])));
	const areParts =
		taxes.length > 1 &&
		Number.isFinite(added) &&
		(known(body, 'tax').has(cents(added)) || isKnownRate(added, body, 'tax'));
	return stray.filter(({ kind }) => kind !== 'tax' || !areParts).map(({ name }) => name);
}
