import { isNoId } from '../../shared/values/noId';
import { amountOf } from './amountText';
import { jsonObject } from './exactJson';
import { isFields, isGiven, writings, type Fields } from './names';

export type NoticeEvent = 'quote.approval' | 'invoice.payment';

/** A value in its documented type, or as it came, and sentences about what was odd. */
interface Understood<Value = unknown> {
	value: Value;
	problems: string[];
}
type Reader = (value: unknown, name: string) => Understood;

/** A line break in an id means that more than the id was taken for it. */
const BREAK = /[\r\n\u2028\u2029]/;

/** An id as text, as BlueTape documents it, be it a list of nothing but this one; undefined for what can't be one. */
export function idText(value: unknown): string | undefined {
	if (Array.isArray(value)) {
		const [first, ...others] = value.map((each) => (Array.isArray(each) ? undefined : idText(each)));
		return others.every((other) => other === first) ? first : undefined;
	}
	if (Number.isFinite(value)) return String(value);
	const text = typeof value === 'string' ? value.trim() : '';
	return text && !BREAK.test(text) ? text : undefined;
}

/** As `idText`; undefined also for what is written where there is no id, such as `null`. */
export function idOf(value: unknown): string | undefined {
	const text = idText(value);
	return text === undefined || isNoId(text) ? undefined : text;
}

/** `INV-7,INV-8` and `7; 8`: texts of one shape, as IDs are; `1,007` is rather one number. */
function isSeveral(text: string): boolean {
	const [first, ...others] = text
		.split(/[\s,;|&+]+/)
		.filter(Boolean)
		.map((each) => each.replace(/\d+/g, '0'));
	const isOfDigits = first === '0' && (/^[\d\s]+$/.test(text) || /^\d{1,3}(?:,\d{3})+$/.test(text));
	return others.length > 0 && /\d/.test(first) && !isOfDigits && others.every((other) => other === first);
}

const id: Reader = (value, name) => {
	const read = idText(value);
	if (read === undefined) return { value, problems: [`${name} is neither text nor a number`] };
	const odd = isSeveral(read) ? [`${name} seems to hold several IDs in one text, and is as it came`] : [];
	if (isNoId(read)) odd.push(`${name} says '${read}', which is hardly an ID`);
	if (Array.isArray(value))
		return { value: read, problems: [`${name} came as a list and was read as text`, ...odd] };
	if (typeof value === 'number')
		return { value: read, problems: [`${name} came as a number and was read as text`] };
	return { value: read, problems: read === value ? odd : [`${name} had blanks around it`, ...odd] };
};

const amount: Reader = (value, name) => {
	if (Number.isFinite(value)) return { value, problems: [] };
	if (typeof value === 'number') return { value: null, problems: [`${name} is too large for a number`] };
	const read = typeof value === 'string' ? amountOf(value) : undefined;
	return read === undefined
		? { value, problems: [`${name} could not be read as a number and is as it came`] }
		: { value: read, problems: [`${name} came as text and was read as a number`] };
};

// Words like `Paid` or `card` stay open: an unknown one is news, not an error (bluetape.md 7, C1, C13).
const word: Reader = (value, name) => ({
	value,
	problems: typeof value === 'string' ? [] : [`${name} is not text and is as it came`],
});

const creditInfo: Reader = (value, name) => {
	const given = typeof value === 'string' ? jsonObject(value) : value;
	if (!isFields(given)) return { value, problems: [`${name} is no object and is as it came`] };
	const read = understood(given, { limit: amount, balance: amount, pastDueAmount: amount });
	const problems = read.problems.map((problem) => `${name}.${problem}`);
	if (value !== given) problems.unshift(`${name} came as text and was read as an object`);
	return { value: read.value, problems };
};

/** BlueTape's notices as documented (bluetape.md 7.1, 7.2). */
export const documented: Record<NoticeEvent, Record<string, Reader>> = {
	'quote.approval': { quoteId: id, result: word, creditInfo },
	'invoice.payment': { invoiceId: id, amount, fee: amount, paymentMethod: word, status: word },
};

/** The field that names the record. */
export const idNames = { 'quote.approval': 'quoteId', 'invoice.payment': 'invoiceId' } as const;

/**
 * `given` with the names and types of `readers` where what was meant is unmistakable; all else is as it came, and stands where it
 * stood. `problems` are sentences that begin with the field's name.
 */
export function understood(given: Fields, readers: Record<string, Reader>): Understood<Fields> {
	const found = writings(given, Object.keys(readers));
	const problems: string[] = [];
	const meant = new Map<string, [name: string, value: unknown]>();
	const gaveWay = new Set<string>();
	for (const [name, read] of Object.entries(readers)) {
		const [key, ...others] = found.get(name) ?? [];
		if (key === undefined) continue;
		const { value, problems: odd } = isGiven(given[key])
			? read(given[key], name)
			: { value: given[key], problems: [] };
		meant.set(key, [name, value]);
		if (key !== name) {
			problems.push(`${name} was written '${key.slice(0, 40)}'`);
			// One of the documented name is empty then.
			gaveWay.add(name);
		}
		problems.push(...odd);
		if (others.some((other) => isGiven(given[other]))) problems.push(`${name} is there more than once`);
	}
	const entries = Object.entries(given).filter(([key]) => !gaveWay.has(key));
	return {
		value: Object.fromEntries(entries.map(([key, value]) => meant.get(key) ?? [key, value])),
		problems,
	};
}

/** Sentences about the documented fields that are not there, or empty. */
export const missing = (fields: Fields, event: NoticeEvent): string[] =>
	Object.keys(documented[event])
		.filter((name) => !isGiven(fields[name]))
		.map((name) => `${name} is missing`);
