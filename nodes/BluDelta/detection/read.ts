import { Big } from '../../bundled/big';
import { cents, fromCents, TOO_MUCH } from '../../shared/values/cents';
import { calendarDay } from '../../shared/values/dates';
import { decimal } from '../../shared/values/decimal';
import { isObject } from '../../shared/values/object';

export type Entry = Record<string, unknown>;
export { isObject as isEntry };

/** The objects of a list; an empty list for anything that is none. */
export const entries = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Trimmed text; undefined for empty, missing or structured values: unfound details carry `""`. */
export function text(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	// As a database node hands a timestamp over.
	if (value instanceof Date) return value.toJSON() ?? undefined;
	return typeof value === 'string' ? value.trim() || undefined : undefined;
}

/** Text with line breaks and runs of blanks collapsed. */
export const oneLine = (value: unknown) => text(value)?.replace(/\s+/g, ' ');

/** A quantity, price or rate as a JSON number of at most 15 significant digits. */
export function number(value: unknown): number | undefined {
	const given = decimal(value);
	if (given === undefined || given.abs().gte(TOO_MUCH)) return undefined;
	return given.eq(0) ? 0 : given.prec(15, Big.roundHalfUp).toNumber();
}

/** At most two decimals, and zeros behind them: but never three, for `1.080` may be a thousand and eighty as well. */
const MONEY = /^-?\d+(\.(\d|\d\d(00+)?))?$/;

/** What arithmetic with JSON numbers may leave over, in cents: nobody has typed so little. */
const DUST = 0.001;

/** Money as a JSON number with at most two decimals; undefined where a part of a cent would have to be rounded away. */
export function amount(value: unknown): number | undefined {
	const read = cents(value);
	if (read === undefined) return undefined;
	const isWhole =
		typeof value === 'string'
			? MONEY.test(value.trim())
			: decimal(value)?.times(100).minus(read).abs().lt(DUST);
	return isWhole ? fromCents(read) : undefined;
}

/** A day, alone or as the midnight that databases make of it, in whatever zone. */
const DAY = /^\d{4}-\d{2}-\d{2}(?:(?:T| +)00:00(?::00(?:[.,]0+)?)?(?![\d:.,]).*)?$/i;

/**
 * A calendar day `YYYY-MM-DD` that exists, as it is shown; no time zone comes near it. A time of day other than midnight
 * makes it unreadable: which day is meant, nobody can tell.
 */
export function date(value: unknown): string | undefined {
	const given = text(value);
	return given !== undefined && DAY.test(given) ? calendarDay(given) : undefined;
}

/** A whole number of days, up to 9999. */
export function days(value: unknown): number | undefined {
	const given = text(value);
	return given !== undefined && /^\d{1,4}(\.0+)?$/.test(given) ? Number(given) : undefined;
}

/** A probability as it came, also as text, as sheets keep it; corrections made by a person may have none (bludelta.md 9.1). */
export const score = (value: unknown): number | undefined => {
	const given = typeof value === 'string' ? number(value) : value;
	// JSON gives -0 back as 0.
	return typeof given === 'number' && Number.isFinite(given) ? given + 0 : undefined;
};

/** All predictions of that name that hold a value. Names, not ids: ids pass 2^31 and some are unknown. */
export const found = (predictions: unknown, typeName: string): Entry[] =>
	entries(predictions).filter((entry) => entry.TypeName === typeName && text(entry.Value) !== undefined);

/** All of that name, the one that counts first: what a person has entered has no score, then the highest score. */
export const ranked = (predictions: unknown, typeName: string) =>
	found(predictions, typeName)
		.map((entry) => ({
			entry,
			score: score(entry.Score) ?? Infinity,
			byPerson: score(entry.Score) === undefined,
		}))
		// Not by subtraction: two values without a score would differ by NaN.
		.sort((one, other) => Number(other.score > one.score) - Number(other.score < one.score));

/** Those of that name that count: what a person has entered settles what was read by machine. */
export function foremost(predictions: unknown, typeName: string): Entry[] {
	const all = ranked(predictions, typeName);
	return all.filter(({ byPerson }) => byPerson === all[0].byPerson).map(({ entry }) => entry);
}

/** The prediction of that name that counts (bludelta.md 8.1). */
export const pick = (predictions: unknown, typeName: string): Entry | undefined =>
	ranked(predictions, typeName)[0]?.entry;

/** The members of every group of that name, one list per group; groups without any value are absent. */
export const groups = (predictionGroups: unknown, typeName: string): Entry[][] =>
	entries(predictionGroups)
		.filter((group) => group.TypeName === typeName)
		.map((group) => entries(group.InvoiceDetailTypePredictions))
		.filter((predictions) => predictions.some(({ Value }) => text(Value) !== undefined));
