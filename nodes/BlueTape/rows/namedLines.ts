import { shown } from '../../shared/values/cents';
import { amountOf, Running, sumName, summedLines } from '../amounts/summedLines';
import type { Line } from '../amounts/sums';
import type { Review } from './told';

// cspell:ignore rechnung

/** What stands behind the word where the line is that, and no thing called after it: `Rabatt 2 %`, `Credit for returns`, but not `Credit card fee`. */
const END =
	"(?=$|\\s*(?![-/&'’]\\p{L})[^\\p{L}\\s]|\\s+(?:for|on|of|from|per|to|at|given|applied|memo|note|auf|für|von|vom|aus|sur|de|du|pour|sobre|por|su|op)(?!\\p{L}))";
const named = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})${END}`, 'iu');

/** What lowers an amount. */
const REDUCTION = named(
	'discounts?|\\p{L}*(?:rabatt?e?|skonto)|(?:preis)?nachl(?:a|ä)ss(?:e)?|rebates?|remise|rabais|escompte|ristourne|descuento|desconto|sconto|abbuono|korting|cr[eé]dito?|gutschrift|avoir|refund|(?:rück)?erstattung|reembolso|rimborso|coupon|trade-?in',
);
const LESS = /^\W*(?:less(?!\s+than\b)|minus|abzüglich|abzueglich|abzgl\.?|moins|menos|meno)(?=[\s:]|$)/iu;
/** What was paid before: beside what is delivered it is taken off, alone it is what is asked for now. */
const PREPAID = named(
	'(?<!\\b(?:(?:released?|releasing)(?: of)?|billing of|soil) )(?:retainage|retention|holdback)|previous(?:ly)? (?:billings?|billed|invoiced)|deposits?(?: (?:paid|received|invoice))?|down ?payments?|pre-?payments?|prepaid|advance payment|payments? (?:received|made)|(?:an|voraus)zahlung(?: rechnung)?|acompte|arrhes|anticipo|acconto|aanbetaling|sinal|zaliczka',
);
/** Paid before, too, where nothing but who paid, or how, stands before the word: a fee that was paid for the buyer is a charge. */
const PAID = named(
	'(?<=^(?:\\P{L}|(?:amount|amt|total|sum|already|previously|customer|client|buyer|owner|cash|checks?|cheques?|ck|card|ach|wire|betrag|bar|bereits|schon)(?!\\p{L}))*)(?:paid|bezahlt|gezahlt)',
);
/** A rebate that is cut into wood is none of the price. */
const CUT = /\d\s*[mc]m\s+rebates?(?!\p{L})|(?<!\p{L})rebates?[\d.,x×\s]*\d\s?[mc]m(?!\p{L})/giu;
/** But what is left for things that come back is a charge, and so is freight that the seller has paid. A skid steer and a reel mower are bought. */
const CHARGED =
	/\b(?:core|bottle|can|keg|crate|pallet|container|cylinder|drum|tank|(?:bag|basket|equipment|form|rack|reel|scaffold(?:ing)?|skid|spool|tote)(?=s? deposits?\b(?! (?:paid|received)))|key|tool|rental|security|damage|refundable|returnable|freight|shipping|postage|delivery|duty)s?\b|\bdeposits?(?: (?:for|on)\b|\s*[-–:(,])[^a-z]*(?:reel|skid|spool|tote)s?[^a-z]*$|pfand|kaution|fracht|versand/i;

/** Patterns take long over more. */
const nameOf = ({ description = '' }: Line): string => description.slice(0, 200);

const isPrepaid = (line: Line): boolean =>
	(PREPAID.test(nameOf(line)) || PAID.test(nameOf(line))) && !CHARGED.test(nameOf(line));

const isLess = (line: Line, lines: Line[]): boolean =>
	REDUCTION.test(nameOf(line).replace(CUT, '')) ||
	LESS.test(nameOf(line)) ||
	(isPrepaid(line) && !lines.every(isPrepaid));

/** Are there lines that a line may be the sum of: any, above it, or all the others, where it is that of some and stands at the top? */
function hasParts(lines: Line[], index: number): boolean {
	if (sumName(lines[index].description) === 'all') return true;
	if (lines.slice(0, index).some(({ description }) => sumName(description) === undefined)) return true;
	const others = new Running();
	lines.forEach((line, at) => at !== index && others.add(line));
	return others.is(lines[index]);
}

/**
 * Lines whose name says that they are a sum of others, or lower the amount, though they add to it. What is surely a sum a doubt about the
 * amounts tells, once they are worked out.
 */
export function namedLines(lines: Line[], isWorkedOut: boolean): Review[] {
	const sure = new Set(isWorkedOut ? summedLines(lines) : []);
	return lines.flatMap((line, index): Review[] => {
		if (!line.description || lines.length === 1 || sure.has(index)) return [];
		const amount = amountOf(line);
		const told = (message: string) => [
			{ field: `lines[${index}]`, message: `Line ${index + 1}: "${line.description}" ${message}` },
		];
		const isSum = ['all', 'whole'].includes(sumName(line.description) ?? '');
		if (isSum && !(amount! <= 0) && hasParts(lines, index)) {
			return told(
				'is called as a sum of other lines is, which would be asked for twice. Remove its row, or call it otherwise',
			);
		}
		if (amount === undefined || amount <= 0 || !isLess(line, lines)) return [];
		return told(`adds ${shown(amount)}: if it is to be taken off, write its price below zero`);
	});
}
