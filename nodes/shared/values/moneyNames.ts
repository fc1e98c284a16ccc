/** Words of what was received and of ways to pay, and of what is paid. */
export const RECEIVED = '(?:received|rec ?d|rcvd|recvd)';
export const MEANS =
	'(?:cash|che(?:ck|que)s?|(?:credit |debit )?cards?|bank|ach|eft|wire|funds|money|zelle|venmo|paypal)';
export const PAID = 'paid|bezahlt|beglichen|pagad[oa]|pagat[oa]|payée?|betaald';

/** Of a name: parts of long words, and short words that stand in many others. */
const KINDS = {
	extra: [
		/discount|rabatt?|rabais|réduction|reduction|skonto|sconto|nachlass|descuento|desconto|korting|remise|rebate|freight|fracht|frakt|shipping|versand|verzend|handling|surch|zuschlag|zuschläge|deposit|retainage|prepaid|(?:pre|down)payment|write ?off|trade ?in$|hold ?back|charge ?backs?$|back ?charges?$|anzahlung|withh(?:eld|olding)|retenci[oó]n|retenção|rundung|^rounding|giftcard|скидка|доставка|折扣|割引|送料|运费/,
		/^(disc|dscnt|fees?|tips?|gratuity|trinkgeld|porto|postage|charges?|assessments?|assmt|credits?|payments?|pmts?|pymts?|delivery|frt|s h|fuel|cartage|drayage|haulage|hauling|trucking|restocking|retention|allowance|adj|adjustments?|deductions?|penalty|penalties|coupon|voucher|promo|promotion|gift|pfand|flete|frete|env[ií]o|livraison|spedizione|spese|duty|duties|customs|zoll|tariffs?|levy|excise|insurance|versicherung|round ?off|less|tds|tcs|abschlag|acompte|anticipo|voorschot|gebühr(?:en)?|gebuehr(?:en)?|avgift|refund(?:s|ed)?)$/,
		new RegExp(`^(?:${PAID})$`),
	],
	tax: [
		/(?<!syn)tax(?!onom|i|id$|no$|nr$|num|reg|code|payer|exempt)|mwst|steuer|impuesto|imposto|imposta|impôt|belasting|налог|税/,
		/^(vat|gst|hst|pst|qst|rst|cgst|sgst|igst|utgst|cess|ust|iva|tva|igv|igic|btw|moms|mva|alv|pdv|kdv|dph|áfa|ндс|tps|tvq|tvh|icms|ipi|cofins|ieps|ptu|gct|sst)$/,
	],
	currency: [/currenc|währung|waehrung/, /^(cur|curr|ccy|moneda|moeda|monnaie|devise|divisa|valuta|валюта)$/],
	sum: [
		/amount|total|betrag|summe(?!r)|importe|balance|gesamt|(?:netto|waren|positions)wert/,
		/^(amt|sum|net|netto|gross|brutto|monto|montant|importo|bedrag|kwota|belopp|suma|somme|totaal|saldo|bal|due|outstanding|unpaid|owing|owed|offen)$/,
	],
} as const;
export type Kind = keyof typeof KINDS;

/** Words of names that only speak of it: a tax number, a taxable amount. */
const ABOUT = /nummer|number|date(?!d$)|datum|taxable|^(id|ids|no|nr|exempt|ytd|by|payer)$/;
/** Such words but where a charge comes last: a shipping method, a tax certificate, but a permit fee, a carrier surcharge. */
const ABOUT_MATTER =
	/adress|address|code|street|phone|weight|gewicht|method|jurisdiction|tracking|carrier|reason|attempt|permit|certificate|instruction|regist|reference|^(zip|terms?|days?|year|type|status|class|cert|ref)$/;
const CHARGE =
	/(?:fee|charge|chg|assessment|discount|rebate|tax|amount|zuschlag|gebühr|^gift certificate)(?:e?s|en)?$/;
/** Such words where they come last, for others stand for a part of an amount: a tax group, a shipping city, but a group discount, a city tax. */
const ABOUT_LAST =
	/(?:^| )(?<!\bper )(?:group|rule|level|zone|region|area|district|county|country|state|city|postal|email|contact|name|note|ticket|truck|stop|box|time|limit|score|qty|quantity|pieces|pcs|lines|items|units|hours|count|pages|results|records|rows|(?<!\bchange )orders|invoices|entries|positions|packages|parcels|boxes|pallets|cartons?|bundles|sheets|squares|(?<!\b(?:amount|amt|net) )shipped|weeks|months|years|option|slot|index|version|volume|length|width|height|distance|miles|km|kg|lbs?|wt|tons?|tonnes|m?[bls]f|(?:sq)?ft|feet|yards|yds|gal|gallons|cy|sy|cf|(?<=\btotal )ea|cases|bags|rolls|skids|loads|pails|drums|route|window|schedule|due in|received on|since)$|(?<!\bon )account$/;
/** A quantity, where no charge comes last, and no price is among it. */
const OF_QUANTITY = /^(?:qty|quantity) (?!(?:.* )?(?:(?:disc|dscnt|rabatt?|amt|credit)$|price ))/;
/** The tax of a place, and no place of it: `Tax - City`, `Sales Tax (State)`. */
const TAX_OF_PLACE = /tax(?:es)?\s*(?:\s[-–—]\s|[:(])\s*\p{L}+\W*$/iu;
const CREDIT_OF_A_PERSON = /\bcredit (?:info|card|rating|hold|check|history)\b|\bavailable credit\b/;
/** Sums of something else. */
const ELSEWHERE =
	/^(customer|lifetime|mtd|qtd|budget|average|avg|inventory|stock|target|goal|forecast|spent|wallet|profit|margin|cogs|costs?|commissions?|contract|po|estimated?)$/;
/** Names that are one as a whole; with other words they are a change order, or the extension of a phone. */
const WHOLE: Partial<Record<Kind, RegExp>> = {
	extra: /^(?:(?:misc|miscellaneous)(?: (?:expenses?|costs?|materials?|supplies))?|(?:.+ )?chgs?)$/,
	sum: /^(?:(?:line|price) )?(?:extd?|extended|extension)(?: (?:price|prc|amt|value|sell))?$/,
};
/** Money that was received, by its whole name; with other words it is goods. */
const MONEY_RECEIVED = new RegExp(
	`^(?:${MEANS} (?:collected|receipts)|(?:(?:already|previously|partial|advance|retainer|${MEANS}) )*${RECEIVED}(?: (?:usd|(?:by )?${MEANS}|(?:from|by) (?:customer|client)|on account|in (?:advance|full)))?)$`,
);
/** Words of a sum without or with tax: it is none itself. */
const BESIDE_TAX =
	/^(before|exc?|excl\w*|inc|in[ck]l\w*|exkl\w*|after|pre|pretax|without|with|untaxed|non|nontax\w*)$/;

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

/** Does a name, given by its words, have one of this kind, or several that are one: `round off`? */
export const speaksOf = (kind: Kind, words: readonly string[]): boolean =>
	KINDS[kind].some((pattern) => [...words, words.join(' ')].some((word) => pattern.test(word)));

/** What has come or was kept until now: an amount by its name, and no day. */
const TO_DATE = new RegExp(
	`^(.*(?<![a-z])(?:paid|payments?|pmts?|pymts?|${RECEIVED}|deposits?|retainage|retained|retention|withheld)) to date$`,
);

/** What a name that is no field's has to do with money, in whatever language is usual; undefined for nothing. */
export const kindOf = kept((name): Kind | undefined => {
	const split = wordsOf(name);
	const joined = split.join(' ');
	const [, untilNow] = TO_DATE.exec(joined) ?? [];
	if (untilNow) return kindOf(untilNow);
	const isNumber = /#\s*$/.test(name);
	if (MONEY_RECEIVED.test(joined) && !isNumber) return 'extra';
	// `MwSt` is one word, `discountAmount` two: either way.
	const words = [...wordsOf(name.toLowerCase()), ...split];
	// The code of a currency is one, and so is a reference to it.
	const isCurrency = speaksOf('currency', words);
	const isMatter = (word: string) => ABOUT_MATTER.test(word) && !(isCurrency && /code$|^ref$/.test(word));
	const isAbout =
		words.some((word) => ABOUT.test(word)) ||
		((words.some(isMatter) || OF_QUANTITY.test(joined)) && !CHARGE.test(joined)) ||
		(ABOUT_LAST.test(joined) && !TAX_OF_PLACE.test(name)) ||
		isNumber ||
		/^misc\W*\d+\W*$/i.test(name);
	if (isAbout || (CREDIT_OF_A_PERSON.test(joined) && !CHARGE.test(joined))) return undefined;
	const kinds = (Object.keys(KINDS) as Kind[]).filter(
		(kind) => speaksOf(kind, words) || speaksOf(kind, split) || WHOLE[kind]?.test(joined),
	);
	if (kinds[0] === 'sum' && words.some((word) => ELSEWHERE.test(word))) return undefined;
	return kinds[0] === 'tax' && words.some((word) => BESIDE_TAX.test(word)) ? 'sum' : kinds[0];
});
