import { cents } from '../../shared/values/cents';
import type { Body } from '../amounts/sums';
import { foreignCurrency, isCurrency, numberOfCell, type NumberFormat } from './cells';
import type { Group, Row } from './groups';
import type { Review } from './told';
import { isBlank } from './value';

/** Of a column's name: parts of long words, and short words that stand in many others. */
const KINDS = {
	extra: [
		/discount|rabatt|skonto|nachlass|descuento|remise|rebate|freight|fracht|shipping|versand|handling|surcharge|zuschlag|deposit|retainage|prepaid/,
		/^(disc|fees?|tips?|porto|postage|paid|charges?|credits?|payments?|delivery|fuel|cartage|drayage|haulage|hauling|trucking|restocking|retention|allowance|adjustments?|coupon|voucher|pfand|anzahlung|flete|env[ií]o)$/,
	],
	tax: [/tax|mwst|steuer|impuesto/, /^(vat|gst|hst|pst|qst|ust|iva|tva|igv|btw|moms)$/],
	currency: [/currenc|währung|waehrung/, /^(curr|ccy|moneda|devise|valuta)$/],
	sum: [
		/amount|total|betrag|summe|importe|balance|gesamt/,
		/^(amt|sum|net|netto|gross|brutto|monto|montant|saldo|due)$/,
	],
} as const;
/** Words of columns that only speak of it: a tax number, a shipping method. */
const ABOUT =
	/nummer|number|adress|address|date|datum|code|street|weight|gewicht|method|jurisdiction|tracking|carrier|reason|permit|certificate|taxable|^(id|ids|no|nr|zip|terms?|days?|type|status|class|exempt|cert|ytd|ref)$/;
/** Such words where they come last, for others stand for a part of an amount: a tax group, a shipping city, but a group discount, a city tax. */
const ABOUT_LAST =
	/(?:^| )(?:group|rule|level|zone|region|area|county|country|state|city|postal|phone|email|contact|name|note|ticket|box|carton|time|limit|score|qty|quantity|pieces|pcs|lines|items|units|hours|count)$|(?<!\bon )account$/;
/** Words of a sum without or with tax: it is none itself. */
const BESIDE_TAX = /^(before|excl\w*|incl\w*|pre|pretax|without|with)$/;

type Kind = keyof typeof KINDS;

/** What a column that gives no field has to do with money; undefined for nothing. */
function kindOf(name: string): Kind | undefined {
	// `MwSt` is one word, `discountAmount` two: either way.
	const words = `${name} ${name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')}`.toLowerCase().split(/[^\p{L}]+/u);
	const isOf = (kind: Kind) => KINDS[kind].some((pattern) => words.some((word) => pattern.test(word)));
	// The code of a currency is one.
	if (words.some((word) => ABOUT.test(word) && !(word.endsWith('code') && isOf('currency'))))
		return undefined;
	if (ABOUT_LAST.test(words.filter(Boolean).slice(-2).join(' '))) return undefined;
	const kinds = (Object.keys(KINDS) as Kind[]).filter(isOf);
	const isSum = kinds[0] === 'tax' && words.some((word) => BESIDE_TAX.test(word));
	return isSum ? 'sum' : kinds[0];
}

/** Columns that give no field and are called as if they were of money. */
export const moneyColumns = (unused: string[]): Array<{ name: string; kind: Kind }> =>
	unused.flatMap((name) => {
		const kind = kindOf(name);
		return kind ? [{ name, kind }] : [];
	});

/** Amounts that a body has anyway, in cents: a column that repeats one takes nothing away when it is left out. */
function known({ lines = [], ...header }: Body, kind: Kind): Set<number | undefined> {
	const all = [header, ...lines];
	if (kind === 'tax') return new Set(all.map(({ taxAmount }) => cents(taxAmount)));
	if (kind !== 'sum') return new Set();
	const sums = all.flatMap(({ subTotal, totalAmount }) => [cents(subTotal), cents(totalAmount)]);
	return new Set([...sums, cents(header.amountDue)]);
}

/** What a cell says that says US dollars and nothing else: `US$`, `U.S. Dollar`, `USD - US Dollar`, `Dollar (USD)`. */
const DOLLAR = /^(?:(?:usd|us|u\.s\.|united states|american|dollars?|\$)[\s()\-,]*)+$/i;

/** A number is no currency, but its rate. */
const isForeign = (text: string): boolean => /[\p{L}\p{Sc}]/u.test(text) && !DOLLAR.test(text);

/** Is it surely a currency's sign or code, as in `eur`, `EUR - Euro`, and no word of a setting? */
const isCode = (text: string): boolean =>
	text.length === 3
		? isCurrency(text)
		: text.split(/[^\p{L}\p{Sc}]+/u).some((word) => word === word.toUpperCase() && word && isCurrency(word));

/** Names of the currency itself, and not of the one that a shop shows, counts or pays out in. */
const ITSELF = /^(?:currency|currency[\s._-]*code|curr|ccy)$/i;

/**
 * The fields of an object that say that its amounts are in another currency than US dollars. What is called the currency itself counts;
 * other such fields where none says dollars.
 */
export function foreignFields(fields: object): Array<[name: string, value: string]> {
	const said = Object.entries(fields)
		.filter(([name, value]) => typeof value === 'string' && kindOf(name) === 'currency')
		.map(([name, value]): [string, string] => [name, (value as string).trim()]);
	const foreign = said.filter(([, value]) => !DOLLAR.test(value) && isCode(value));
	const own = foreign.filter(([name]) => ITSELF.test(name));
	return own.length || said.some(([, value]) => DOLLAR.test(value)) ? own : foreign;
}

/** Writings of numbers, in whatever format; a day is none. */
const NUMBER = /^\d[\d.,'’\s]*$/;
const DAY = /^\d{1,4}\.\d{1,2}\.\d{1,4}$/;

/** Is it an amount or a percentage, however it is written? `NY1`, `PRO 123`, `2026-12-26` and `84-123` are none. */
function isAmount(cell: unknown): boolean {
	if (typeof cell !== 'string') return true;
	const text = cell.trim().replaceAll('\u2212', '-');
	if (/[%\p{Sc}]/u.test(text)) return true;
	const [, before, digits, after] = /^(\p{L}*)[-+(\s]*(.*?)[-)\s]*(\p{L}*)$/su.exec(text)!;
	if (![before, after].every((mark) => mark === '' || isCurrency(mark))) return false;
	return NUMBER.test(digits) && !DAY.test(digits);
}

/** Does a cell of such a column say something that an amount may depend on? */
function counts(cell: unknown, kind: Kind, amounts: Set<number | undefined>, format: NumberFormat): boolean {
	const text = String(cell).trim();
	if (isBlank(cell)) return false;
	if (kind === 'currency') return isForeign(text);
	// A nought is none, and a text of several words with a number in it is no amount.
	if (!isAmount(cell) || !/[1-9]/.test(text) || (text.match(/\p{L}+/gu)?.length ?? 0) > 1) return false;
	const amount = cents(numberOfCell(cell, format, 'amount'));
	return amount === undefined || foreignCurrency(cell) !== undefined || !amounts.has(amount);
}

/** What stands in a group's cells of such columns, one sentence a column: left out in silence it may cost money. */
export function leftOut(
	rows: Row[],
	group: Group,
	columns: ReturnType<typeof moneyColumns>,
	body: Body,
	format: NumberFormat,
): Review[] {
	return columns.flatMap(({ name, kind }): Review[] => {
		const amounts = known(body, kind);
		const index = group.rows.find((row) => counts(rows[row][name], kind, amounts, format));
		if (index === undefined) return [];
		const said = `Row ${index + 1}, column "${name}": "${String(rows[index][name])}"`;
		const message =
			kind === 'currency'
				? `${said} is not USD, and BlueTape takes US dollars. Correct it, or remove the column`
				: `${said} is not used: is it part of the amount? Name it under Columns, or remove it`;
		return [{ field: 'totalAmount', message }];
	});
}
