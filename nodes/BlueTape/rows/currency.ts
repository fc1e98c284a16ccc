import { kindOf, wordsOf } from '../../shared/values/moneyNames';
import { isNoId } from '../../shared/values/noId';
import { plainName } from '../../shared/values/plainName';
import { isCurrency } from './cells';

/** What a text says that says US dollars and nothing else: `US$`, `U.S. Dollar`, `USD - US Dollar`, `Dollar (USD)`. */
const DOLLAR =
	/^(?:(?:usd|us|u\.s\.|united states|american|estadounidenses?|am[eé]ricains?|dollars?|d[oó]lar(?:es)?|\$)[\s()\-/,:]*)+$/i;
/** Does a text stand where no currency does? */
const isNone = (text: string): boolean => isNoId(text) || /^default$/i.test(text);

/** Is it surely a currency's sign or code, as in `eur`, `EUR - Euro`, and no word of a setting? */
const isCode = (text: string): boolean =>
	text.length === 3
		? isCurrency(text)
		: text.split(/[^\p{L}\p{Sc}]+/u).some((word) => word === word.toUpperCase() && word && isCurrency(word));

/** Names of the currency itself, and not of the one that a shop shows, counts or pays out in. */
const ITSELF =
	/^(?:(?:transaction|txn|document|doc|invoice)?(?:currency|währung|waehrung)(?:code|ref|name|iso)?|cur|curr|ccy|moneda|moeda|monnaie|devise|divisa|valuta|валюта)$/;
/** Members of an object that stands for a currency. */
const MEMBERS = ['code', 'value', 'iso', 'isoCode', 'currencyCode', 'id', 'symbol', 'name'];

/** What a field says of a currency, as text; undefined for what says nothing. */
function said(value: unknown): string | undefined {
	if (typeof value === 'object' && value !== null) {
		const members = value as Record<string, unknown>;
		const plain = new Map(Object.keys(members).map((key) => [plainName(key), members[key]]));
		const found = MEMBERS.map((name) => [name, said(plain.get(plainName(name)))]);
		// The ID of a currency may be a database's.
		return found.find(([name, text]) => text !== undefined && (name !== 'id' || isCode(text)))?.[1];
	}
	// A number is no currency, but its rate.
	return typeof value === 'string' && /[\p{L}\p{Sc}]/u.test(value) ? value.trim() : undefined;
}

/**
 * The fields of an object that say that its amounts are in another currency than US dollars. What is called the currency itself counts,
 * in any words; other such fields where none says dollars, and where they have its sign or code.
 */
export function foreignFields(
	fields: Array<[name: string, value: unknown]>,
): Array<[name: string, value: string]> {
	const all = fields.flatMap(([name, value]): Array<[string, string]> => {
		const text = kindOf(name) === 'currency' ? said(value) : undefined;
		return text === undefined ? [] : [[name, text]];
	});
	const isItself = (name: string) => ITSELF.test(plainName(name));
	const foreign = all.filter(
		([name, text]) => !DOLLAR.test(text) && (isItself(name) ? !isNone(text) : isCode(text)),
	);
	const own = foreign.filter(([name]) => isItself(name));
	return own.length || all.some(([, text]) => DOLLAR.test(text)) ? own : foreign;
}

/** Currencies that people trade in today, and whose code is no unit or short word: of all that have a code, too many are both (KGS, SUR, MTL). */
const TRADED =
	/^(?:eur|gbp|cad|aud|nzd|mxn|chf|jpy|cny|rmb|sek|nok|dkk|pln|czk|huf|inr|brl|zar|sgd|hkd|krw|twd|thb|idr|myr|aed|euros?)$/;
/** Those that also mean something else where they are not written as a code: a CAD drawing, an INR test. */
const SHORT_WORDS = /cad|inr|sek|thb|idr/;
/** Those that say a currency without a word beside them. */
const ALONE = /eur|gbp|aud|nzd|mxn|chf|jpy|cny/;
const EXCHANGE = /^(?:rate|exchange|fx|kurs|kurse|wechselkurs|cambio|taux|conversion|vs|to|from)$/;
const MONEY =
	/price|preis|prix|precio|prezzo|preço|prijs|cost|kosten|^(?:in|unit|each|ea|rate|net|gross|einzel|stück|line|per)$/;

/** Does a word of a name, whose letters are as they stand there, say a currency? */
function isForeignWord(word: string): boolean {
	const plain = word.toLowerCase();
	return TRADED.test(plain) && (!SHORT_WORDS.test(plain) || word === word.toUpperCase());
}

/** Does a name, such as `Unit Price (EUR)` or `Preis in €`, say another currency than dollars of the amounts under it? */
export function isForeignName(name: string): boolean {
	const words = wordsOf(name);
	const written = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').match(/\p{L}+/gu) ?? [];
	const codes = written.filter(isForeignWord).map((word) => word.toLowerCase());
	const marks = [...codes, ...(name.match(/\p{L}{0,2}\p{Sc}/gu) ?? [])];
	// A bare `$` beside a code is that currency's: `CAD $`.
	const isDollar =
		words.some((word) => /^usd?$/.test(word)) ||
		marks.some((mark) => DOLLAR.test(mark) && (mark !== '$' || !codes.length));
	if (!marks.length || isDollar || words.some((word) => EXCHANGE.test(word))) return false;
	const others = words.filter((word) => !codes.includes(word));
	// `CAD` alone may be drawings, and `CAD Rate` the price of an hour of them.
	if (!others.length) return codes.every((code) => ALONE.test(code));
	return kindOf(name) !== undefined || others.some((word) => MONEY.test(word));
}
