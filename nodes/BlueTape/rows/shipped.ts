import { wordsOf } from '../../shared/values/moneyNames';
import type { Fields } from './fields';
import { amountsIn } from './givenAmounts';

const OUT = 'shipped|ship|delivered|invoiced|billed';
const SHIPPED = new RegExp(`^(?:qty|quantity) (?:${OUT})$|^(?:${OUT}) (?:qty|quantity)$`);
const TO_FOLLOW =
	/^(?:(?:qty|quantity) )?(?:b o|back ?order(?:ed)?)(?: (?:qty|quantity))?$|^(?:qty|quantity) bo$/;
/** Nothing is invoiced yet of what is to be invoiced now. */
const NOT_YET = /invoiced|billed/;

const isNought = (value: unknown): boolean => amountsIn(value).has(0);

/** Names of fields that say that another quantity went out than `quantity`, which is billed. */
export function otherQuantities(fields: Fields, quantity: unknown): string[] {
	const billed = amountsIn(quantity);
	if (!billed.size) return [];
	const called = (pattern: RegExp) =>
		fields.filter(([name, value]) => pattern.test(wordsOf(name).join(' ')) && amountsIn(value).size);
	const shipped = called(SHIPPED);
	if (shipped.some(([, value]) => [...amountsIn(value)].some((one) => billed.has(one)))) return [];
	const others = shipped.filter(([name, value]) => !(isNought(value) && NOT_YET.test(name.toLowerCase())));
	const found = others.length ? others : called(TO_FOLLOW).filter(([, value]) => !isNought(value));
	return found.map(([name]) => name);
}
