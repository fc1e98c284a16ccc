import { canonicalJson } from './digest';
import { marked } from './marks';
import { isFields, type Fields } from './names';
import { onlyDocumented } from './record';
import { isTelling } from './undone';

/** Characters that may be written more than once, when several notices stand in one body, and of what tells one from another. */
const [MOST_REPEATED, MOST_TELLING] = [1_000_000, 20_000_000];
/** No field that tells a notice from another is longer, with its members. */
const LONGEST_TELLING = 200;

const lengthOf = (value: unknown): number => (canonicalJson(value) ?? '').length;

/** Of what stands around notices the short fields that may make others of them: `amount`, `transactionId`, `event`. */
function tellingOnes(fields: Fields): Fields {
	const names = new Set([
		...Object.keys(onlyDocumented(fields)),
		...marked(fields, { place: '', isAttempts: false }).keys(),
	]);
	const isOne = (name: string, value: unknown) =>
		names.has(name) || (isFields(value) && isTelling(value, name));
	return Object.fromEntries(
		Object.entries(fields).filter(
			([name, value]) => isOne(name, value) && lengthOf(value) <= LONGEST_TELLING,
		),
	);
}

/**
 * What stands beside so many notices, for the one at each place. Where that is too much to be written so often, those after the first
 * get only what may make another notice of it: a refund must not look like a payment.
 */
export function besideEach(beside: Fields, count: number): (at: number) => Fields {
	if (count < 2 || lengthOf(beside) * count <= MOST_REPEATED) return () => beside;
	const telling = tellingOnes(beside);
	const rest = lengthOf(telling) * count > MOST_TELLING ? {} : telling;
	return (at) => (at > 0 ? rest : beside);
}
