import { wordsOf } from '../../shared/values/moneyNames';
import type { Beside, Fields } from './fields';
import { amountsIn } from './givenAmounts';

const OUT = 'shipped|ship|delivered|invoiced|billed';
const SHIPPED = new RegExp(`^(?:qty|quantity) (?:${OUT})$|^(?:${OUT}) (?:qty|quantity)$`);
const TO_FOLLOW =
	/^(?:(?:qty|quantity) )?(?:b o|back ?order(?:ed)?)(?: (?:qty|quantity))?$|^(?:qty|quantity) bo$/;
const ORDERED = /^(?:(?:qty|quantity) )?order(?:ed)?(?: (?:qty|quantity))?$/;
/** Nothing is invoiced yet of what is to be invoiced now. */
const NOT_YET = /invoiced|billed/;

/** Does the quantity stand under a name of what went out? */
const isOfShipped = (name = ''): boolean => wordsOf(name).some((word) => OUT.split('|').includes(word));
const isNought = (value: unknown): boolean => amountsIn(value).has(0);

/** Names of fields that say that another quantity went out than `quantity`, which is billed. */
export function otherQuantities(fields: Fields, { quantity, quantityName }: Beside): string[] {
	const billed = amountsIn(quantity);
	if (!billed.size) return [];
	const called = (pattern: RegExp) =>
		fields.filter(([name, value]) => pattern.test(wordsOf(name).join(' ')) && amountsIn(value).size);
	const shipped = called(SHIPPED);
	if (shipped.some(([, value]) => [...amountsIn(value)].some((one) => billed.has(one)))) return [];
	const others = shipped.filter(([name, value]) => !(isNought(value) && NOT_YET.test(name.toLowerCase())));
	if (others.length) return others.map(([name]) => name);
	if (isOfShipped(quantityName)) return [];
	// Where all that was ordered is this much and what follows, the quantity is what went out.
	const ordered = called(ORDERED).flatMap(([, value]) => [...amountsIn(value)]);
	const isRest = (amount: number) => [...billed].some((one) => ordered.includes(one + amount));
	return called(TO_FOLLOW)
		.filter(([, value]) => !isNought(value) && ![...amountsIn(value)].some(isRest))
		.map(([name]) => name);
}
