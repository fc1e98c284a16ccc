import { OURS } from '../../shared/input/fromItem';
import { nameOf } from '../../shared/input/names';
import { listOf } from '../../shared/input/tidy';
import { shapeOf, type Shape } from '../../shared/table/notes';
import type { Call } from '../../shared/table/operation';
import { kindOf } from '../../shared/values/moneyNames';
import { plainName } from '../../shared/values/plainName';
import type { Body } from '../amounts/sums';
import type { WorkedOut } from '../amounts/workOut';
import { doubtsBeside, type Doubt } from '../rows/beside';
import type { Beside, Fields } from '../rows/fields';
import { isObject } from '../../shared/values/object';

/** What is wrong with a field, and what to do about it: the end of a sentence. */
const SENTENCES: Record<Doubt, string> = {
	amount: ', which is not sent: is it part of the amount? Put it into the lines, or take it out of the item',
	currency: ', and BlueTape takes US dollars',
	foreign: ' in another currency by its name, and BlueTape takes US dollars',
	credit: ': a credit note gives money back, and must not be asked for',
	over: ': is all of it still to be paid?',
	included:
		': prices are with tax, and tax is put on top of them. Give prices without tax, or leave the tax out',
	several: ": the price is that of several. Give the price of one, or the line's subTotal in its place",
	untaxed: ': it is not taxed, and a tax rate is put on it. Give the rate 0, or take it out of the item',
	shipped: ': another quantity went out than is billed. Correct the quantity, or take it out of the item',
};

type Entry = Record<string, unknown>;
/** The fields of an item, or of a line of it, that the operation does not know. */
const unknownIn = (entry: Entry, shape: Shape): Fields =>
	Object.entries(entry).filter(
		([name]) => !OURS.includes(name) && !Object.hasOwn(shape, nameOf(shape, name, 'item')),
	);

/** What people call lines, and lists of them: `line_items`, `positions`, `invoiceLines`. */
const LINES =
	/^(?:lines?|(?:line|invoice|order|quote)?(?:lines?|items?|positions?|rows?)|positionen|posten|products?|artikel|articles?|services?|entries|details)$/;
/** What one thing is called, too: an object under such a name is no line. Under `details` stand the amounts that Create puts out. */
const ALSO_ONE = /^(?:details|item|product|artikel|article|service)$/;
/** A member that a line has. */
const OF_LINE =
	/quantity|qty|menge|anzahl|cantidad|quantit|price|preis|precio|prix|amount|betrag|total|rate|cost/;

/** The list in a value, also one on pages: `{ data: [] }`. */
function entriesIn(value: unknown, shape: Shape): Entry[] {
	const list = listOf(value, shape, 'item');
	const whole = isObject(list) ? [list.data, list.items, list.nodes].find(Array.isArray) : list;
	return Array.isArray(whole) ? whole.filter(isObject) : [];
}

/** Lines under a name that the operation does not know, where it has none of its own: their sums may be another invoice's. */
function otherLines(fields: Fields, body: Body, shape: Shape): string[] {
	if (body.lines?.length) return [];
	return fields
		.filter(([name, value]) => {
			if (!LINES.test(plainName(name)) || kindOf(name) !== undefined) return false;
			if (isObject(value) && ALSO_ONE.test(plainName(name))) return false;
			return entriesIn(value, shape).some((entry) =>
				Object.keys(entry).some((key) => OF_LINE.test(plainName(key))),
			);
		})
		.map(
			([name]) =>
				`The item has lines as ${name}, which are not sent: call them lines, or take them out of the item`,
		);
}

/** A body with its amounts, and the tax rates that were given for its lines. */
type Made = Pick<WorkedOut<Body>, 'body' | 'rates'>;

/** What the input item says beside the fields that are sent, in itself or in its lines, and may cost money; one sentence each. `today` is a calendar day. */
export function besideItem(
	{ context, itemIndex, operation, input }: Call,
	{ body, rates }: Made,
	today: string,
): string[] {
	if (!operation.bodySource || context.getNodeParameter('bodySource', itemIndex) !== 'input') return [];
	const { json } = context.getInputData()[itemIndex];
	const shape = operation.body!;
	const ofLine = shapeOf(shape.lines)!;
	const lines = Object.entries(json)
		.filter(([name]) => nameOf(shape, name, 'item') === 'lines')
		.flatMap(([, value]) => entriesIn(value, ofLine));
	const ids = Object.keys(input.path).map(plainName);
	const fields = unknownIn(json, shape).filter(([name]) => !ids.includes(plainName(name)));
	const said = [json, ...lines].flatMap((entry) => Object.values(entry));
	// Of lines that are read in another way than one by one it is not known which is which.
	const made = lines.length === body.lines?.length ? body.lines : [];
	const besides: Beside[] = [
		{ taxRate: rates.find(Boolean) },
		...made.map((line, at) => ({ line, taxRate: rates[at], quantity: line.quantity })),
	];
	/** By what is wrong, whose field it is first. What all lines have is told of one. */
	const told = new Map<string, string>();
	for (const [at, each] of [fields, ...lines.map((line) => unknownIn(line, ofLine))].entries()) {
		for (const { name, value, doubt } of doubtsBeside(each, body, said, { ...besides[at], today })) {
			const wrong = `${name} is ${JSON.stringify(value)}${SENTENCES[doubt]}`;
			if (!told.has(wrong)) told.set(wrong, at ? `Line ${at}: ${wrong}` : `The item's ${wrong}`);
		}
	}
	return [...told.values(), ...otherLines(fields, body, ofLine)];
}
