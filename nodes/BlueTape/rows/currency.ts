import { kindOf, wordsOf } from '../../shared/values/moneyNames';
import { plainName } from '../../shared/values/plainName';
import { isCurrency } from './cells';

/** What a text says that says US dollars and nothing else: `US$`, `U.S. Dollar`, `USD - US Dollar`, `Dollar (USD)`. */
const DOLLAR =
	/^(?:(?:usd|us|u\.s\.|united states|american|estadounidenses?|am[eé]ricains?|dollars?|d[oó]lar(?:es)?|\$)[\s()\-/,:]*)+$/i;
/** What stands where no currency does. */
const NONE = /^(?:n\/?a|none|null|default|unknown|-)$/i;

/** Is it surely a currency's sign or code, as in `eur`, `EUR - Euro`, and no word of a setting? */
const isCode = (text: string): boolean =>
	text.length === 3
		? isCurrency(text)
		: text.split(/[^\p{L}\p{Sc}]+/u).some((word) => word === word.toUpperCase() && word && isCurrency(word));

/** Names of the currency itself, and not of the one that a shop shows, counts or pays out in. */
const ITSELF =
	/^(?:(?:currency|währung|waehrung)(?:code|ref|name|iso)?|cur|curr|ccy|moneda|moeda|monnaie|devise|divisa|valuta|валюта)$/;
/** Members of an object that stands for a currency. */
const MEMBERS = ['code', 'value', 'iso', 'isoCode', 'currencyCode', 'id', 'symbol', 'name'];

/** What a field says of a currency, as text; undefined for what says nothing. */
function said(value: unknown): string | undefined {
	if (typeof value === 'object' && value !== null) {
		const members = value as Record<string, unknown>;
		const plain = new Map(Object.keys(members).map((key) => [plainName(key), members[key]]));
		const found = MEMBERS.map((name) => plain.get(plainName(name)));
		return found.map(said).find((text) => text !== undefined);
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
		([name, text]) => !DOLLAR.test(text) && (isItself(name) ? !NONE.test(text) : isCode(text)),
	);
	const own = foreign.filter(([name]) => isItself(name));
	return own.length || all.some(([, text]) => DOLLAR.test(text)) ? own : foreign;
}

/** Codes that are words, too: they are none in a name. */
const WORDS = new Set([
	'all',
	'top',
	'cup',
	'pen',
	'gel',
	'try',
	'mad',
	'bob',
	'mop',
	'ang',
	'lak',
	'sos',
	'bam',
	'mur',
]);
const EXCHANGE = /^(?:rate|exchange|fx|kurs|kurse|wechselkurs|cambio|taux|conversion|vs|to|from)$/;
const MONEY =
	/price|preis|prix|precio|prezzo|preço|prijs|cost|kosten|^(?:in|unit|each|ea|rate|net|gross|einzel|stück|line|per)$/;

/** Does a name, such as `Unit Price (EUR)` or `Preis in €`, say another currency than dollars of the amounts under it? */
export function isForeignName(name: string): boolean {
	const words = wordsOf(name);
	const marks = [...words, ...(name.match(/\p{L}{0,2}\p{Sc}/gu) ?? [])].filter(
		(word) => !WORDS.has(word) && (isCurrency(word) || word === 'euro' || word === 'euros'),
	);
	if (!marks.length || words.some((word) => EXCHANGE.test(word)) || marks.some((mark) => DOLLAR.test(mark)))
		return false;
	const others = words.filter((word) => !marks.includes(word));
	return !others.length || kindOf(name) !== undefined || others.some((word) => MONEY.test(word));
}
