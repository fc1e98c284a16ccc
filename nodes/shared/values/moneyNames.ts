/** Of a name: parts of long words, and short words that stand in many others. */
const KINDS = {
	extra: [
		/discount|rabatt?|rabais|réduction|reduction|skonto|sconto|nachlass|descuento|desconto|korting|remise|rebate|freight|fracht|frakt|shipping|versand|verzend|handling|surcharge|zuschlag|deposit|retainage|prepa(?:id|yment)|anzahlung|withh(?:eld|olding)|retenci[oó]n|retenção|rundung|rounding|giftcard|скидка|доставка|折扣|割引|送料|运费/,
		/^(disc|fees?|tips?|gratuity|trinkgeld|porto|postage|paid|charges?|credits?|payments?|delivery|fuel|cartage|drayage|haulage|hauling|trucking|restocking|retention|allowance|adjustments?|coupon|voucher|promo|promotion|gift|pfand|flete|frete|env[ií]o|livraison|spedizione|spese|duty|duties|customs|zoll|tariff|levy|excise|insurance|versicherung|roundoff|less|tds|tcs|abschlag|acompte|anticipo|voorschot|gebühr(?:en)?|gebuehr(?:en)?|avgift|refund(?:s|ed)?)$/,
	],
	tax: [
		/(?<!syn)tax(?!onom|i|id$|no$|nr$|num|reg|code|payer|exempt)|mwst|steuer|impuesto|imposto|imposta|impôt|belasting|налог|税/,
		/^(vat|gst|hst|pst|qst|rst|cgst|sgst|igst|utgst|cess|ust|iva|tva|igv|igic|btw|moms|mva|alv|pdv|kdv|dph|áfa|ндс|tps|tvq|tvh|icms|ipi|cofins|ieps|ptu|gct|sst)$/,
	],
	currency: [/currenc|währung|waehrung/, /^(cur|curr|ccy|moneda|moeda|monnaie|devise|divisa|valuta|валюта)$/],
	sum: [
		/amount|total|betrag|summe(?!r)|importe|balance|gesamt/,
		/^(amt|sum|net|netto|gross|brutto|monto|montant|importo|bedrag|kwota|belopp|suma|somme|totaal|saldo|due)$/,
	],
} as const;
export type Kind = keyof typeof KINDS;

/** Words of names that only speak of it: a tax number, a shipping method. */
const ABOUT =
	/nummer|number|adress|address|date|datum|code|street|weight|gewicht|method|jurisdiction|tracking|carrier|reason|attempt|permit|certificate|taxable|instruction|regist|reference|^(id|ids|no|nr|zip|terms?|days?|year|type|status|class|exempt|cert|ytd|ref|by|payer)$/;
/** Such words where they come last, for others stand for a part of an amount: a tax group, a shipping city, but a group discount, a city tax. */
const ABOUT_LAST =
	/(?:^| )(?:group|rule|level|zone|region|area|county|country|state|city|postal|phone|email|contact|name|note|ticket|box|carton|time|limit|score|qty|quantity|pieces|pcs|lines|items|units|hours|count|pages|results|records|rows|orders|invoices|entries|positions|packages|parcels|boxes|pallets|weeks|months|years|option|slot|index|version|volume|length|width|height|distance|miles|km|kg|lbs?|due in)$|(?<!\bon )account$/;
const CREDIT_OF_A_PERSON = /\bcredit (?:info|card|rating|hold|check|history)\b/;
/** Sums of something else. */
const ELSEWHERE =
	/^(customer|lifetime|mtd|qtd|budget|average|avg|inventory|stock|target|goal|forecast|spent|wallet)$/;
/** Words of a sum without or with tax: it is none itself. */
const BESIDE_TAX = /^(before|exc?|excl\w*|inc|incl\w*|pre|pretax|without|with|untaxed|non|nontax\w*)$/;

/** Names come again with every row and item: what was found of one is kept. */
function kept<T>(read: (name: string) => T): (name: string) => T {
	const known = new Map<string, T>();
	return (name) => {
		if (!known.has(name)) {
			if (known.size >= 1000) known.clear();
			known.set(name, read(name));
		}
		return known.get(name)!;
	};
}

/** The words of a name, in lower case; `isPaid` has two. */
export const wordsOf = kept<readonly string[]>((name) =>
	name
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter(Boolean),
);

/** Does a name, given by its words, have one of this kind? */
export const speaksOf = (kind: Kind, words: readonly string[]): boolean =>
	KINDS[kind].some((pattern) => words.some((word) => pattern.test(word)));

/** What a name that is no field's has to do with money, in whatever language is usual; undefined for nothing. */
export const kindOf = kept((name): Kind | undefined => {
	const split = wordsOf(name);
	// `MwSt` is one word, `discountAmount` two: either way.
	const isRoundOff = split.join(' ') === 'round off';
	const words = [...wordsOf(name.toLowerCase()), ...split, ...(isRoundOff ? ['roundoff'] : [])];
	// The code of a currency is one, and so is a reference to it.
	const isCurrency = speaksOf('currency', words);
	const isAbout = (word: string) => ABOUT.test(word) && !(isCurrency && /code$|^ref$/.test(word));
	const joined = split.join(' ');
	if (words.some(isAbout) || ABOUT_LAST.test(joined) || CREDIT_OF_A_PERSON.test(joined)) return undefined;
	const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => speaksOf(kind, words));
	if (kinds[0] === 'sum' && words.some((word) => ELSEWHERE.test(word))) return undefined;
	return kinds[0] === 'tax' && words.some((word) => BESIDE_TAX.test(word)) ? 'sum' : kinds[0];
});
