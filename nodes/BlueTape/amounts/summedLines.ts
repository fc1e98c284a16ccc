import { cents } from '../../shared/values/cents';
import { priceOfAll } from './line';
import type { Line } from './sums';

// cspell:ignore rechnung

/** Words of a sum, in the languages that tables of invoices are written in. */
const SUM =
	/^(?:total(?:e|i|es|s|t)?|totaal|sum|summ[ae]|suma|soma|somme|gesamt(?:summe|betrag|preis)?|end(?:summe|betrag)|rechnungs(?:summe|betrag)|(?:netto|brutto)(?:summe|betrag)|razem|łącznie)$/;
/** Words of a sum of some lines, and nothing else whatever stands beside them. */
const PART =
	/^(?:subtota\p{L}*|sottototale|zwischen(?:summe|total)|teilsumme|delsumma?|übertrag|tussentotaal)$/u;
/** Words of what a sum is that of, where it may be but one of several. */
const OF_SOME = /^(?:lines?|items?|page|goods|materials?|products?)$/;
/** Words that a sum may have beside it without being anything else. */
const BESIDE =
	/^(?:sub|sous|grand|g[eé]n[eé]ral|net|netto|net[ao]|gross|brutto|amount|betrag|importe|montant|due|invoice|order|rechnung|bestellung|of|the|all|above|incl\w*|excl\w*|inkl|exkl|zzgl|before|after|with|without|plus|and|tax(?:es)?|vat|mwst|ust|gst|iva|tva|btw|ht|ttc|usd|us|to|pay|à|a|payer|pagar)$/;
const PHRASE =
	/^(?:amount|balance|total) due$|^(?:(?:balance|carried|brought) )+(?:forward|over)$|^(?:previous|prior|old|opening|outstanding|unpaid|past due) balance(?: due)?$|^sub total\b|^sous total\b/;

/** Is a line called a sum: of `all`, as `Grand total:`, as a `whole`, as `Total materials`, or by a word among others, as `Total kitchen`? */
export function sumName(description: unknown): 'all' | 'whole' | 'part' | undefined {
	if (typeof description !== 'string') return undefined;
	const words =
		description
			.normalize('NFC')
			.toLowerCase()
			.match(/\p{L}+/gu) ?? [];
	const isPart = words.some((word) => PART.test(word));
	const isPhrase = PHRASE.test(words.join(' '));
	if (!isPhrase && !isPart && !words.some((word) => SUM.test(word))) return undefined;
	const others = words.filter((word) => ![SUM, PART, BESIDE].some((list) => list.test(word)));
	if (isPhrase || !others.length) return 'all';
	return isPart || others.every((word) => OF_SOME.test(word)) ? 'whole' : 'part';
}

/** What a line makes before tax, in cents; undefined where that can't be told yet. */
export function amountOf(line: Line): number | undefined {
	const isPriced = typeof line.quantity === 'number' && typeof line.unitAmount === 'number';
	return cents(line.subTotal) ?? (isPriced ? priceOfAll(line) : undefined) ?? cents(line.totalAmount);
}

/** Sums of lines as they run, without and with tax, in cents. */
export class Running {
	count = 0;
	net = 0;
	gross = 0;
	add(line: Line): void {
		const net = amountOf(line) ?? 0;
		this.count += 1;
		this.net += net;
		this.gross += cents(line.totalAmount) ?? net;
	}
	is(line: Line): boolean {
		const amounts = [amountOf(line), cents(line.totalAmount)];
		return (
			this.count > 0 && amounts.some((amount) => amount && (amount === this.net || amount === this.gross))
		);
	}
}

/**
 * The places of lines that are called a sum and are surely that of the lines above them, or of those since the last such line. One that
 * only has such a word among others may be what two things cost by chance (`Total station`), but hardly what three do.
 */
export function summedLines(lines: Line[]): number[] {
	const found: number[] = [];
	const all = new Running();
	let section = new Running();
	for (const [index, line] of lines.entries()) {
		const name = sumName(line.description);
		const isSum = [all, section].some((above) => above.is(line) && (name !== 'part' || above.count > 1));
		if (name && isSum) {
			found.push(index);
			section = new Running();
			continue;
		}
		all.add(line);
		section.add(line);
	}
	return found;
}
