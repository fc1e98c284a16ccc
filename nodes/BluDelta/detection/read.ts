import { Big } from '../../bundled/big';

/** Amounts in cents from here on would lose one as JSON numbers (15 significant digits are safe); no number is as large. */
const TOO_MUCH = 1e15;

export type Entry = Record<string, unknown>;

export const isEntry = (value: unknown): value is Entry =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; an empty list for anything that is none. */
export const entries = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter(isEntry) : []);

/** Trimmed text; undefined for empty, missing or structured values: unfound details carry `""`. */
export function text(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' ? value.trim() || undefined : undefined;
}

/** Text with line breaks and runs of blanks collapsed. */
export const oneLine = (value: unknown) => text(value)?.replace(/\s+/g, ' ');

/** A number, or a decimal in the vendor's normalised form (`-1234.50`); undefined for anything else, localised forms included. */
export function decimal(value: unknown): Big | undefined {
	const given = typeof value === 'number' && Number.isFinite(value) ? new Big(value).toFixed() : text(value);
	return given !== undefined && /^-?\d+(\.\d+)?$/.test(given) ? new Big(given) : undefined;
}

/** A quantity, price or rate as a JSON number of at most 15 significant digits. */
export function number(value: unknown): number | undefined {
	const given = decimal(value);
	if (given === undefined || given.abs().gte(TOO_MUCH)) return undefined;
	return given.eq(0) ? 0 : given.prec(15, Big.roundHalfUp).toNumber();
}

/** Money in integer cents, half a cent rounded up (bludelta.md 8.1). */
export function cents(value: unknown): number | undefined {
	const given = decimal(value);
	return given === undefined ? undefined : wholeCents(given.times(100));
}

/** Rounds an exact number of cents, half up; undefined beyond what a JSON number holds exactly. */
export function wholeCents(exact: Big): number | undefined {
	const rounded = exact.round(0, Big.roundHalfUp);
	if (rounded.abs().gte(TOO_MUCH)) return undefined;
	return rounded.eq(0) ? 0 : rounded.toNumber();
}

/** Cents as a JSON number with at most two decimals: 82860 becomes 828.6. */
export const fromCents = (amount: number): number => new Big(amount).div(100).toNumber();

/** Cents as people write them: 82860 becomes `828.60`. */
export const shown = (amount: number): string => new Big(amount).div(100).toFixed(2);

/** Money as a JSON number with at most two decimals. */
export function amount(value: unknown): number | undefined {
	const read = cents(value);
	return read === undefined ? undefined : fromCents(read);
}

/** A calendar day `YYYY-MM-DD` that exists, unchanged; no time zone comes near it. */
export function date(value: unknown): string | undefined {
	const given = text(value);
	return given !== undefined && addDays(given, 0) === given ? given : undefined;
}

/** The day `days` after `day`; undefined when either is no calendar day. */
export function addDays(day: string, days: number): string | undefined {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
	if (!parts) return undefined;
	const moved = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + days));
	const written = Number.isNaN(moved.getTime()) ? '' : moved.toISOString().slice(0, 10);
	return /^\d{4}-/.test(written) ? written : undefined;
}

/** A whole number of days, up to 9999. */
export function days(value: unknown): number | undefined {
	const given = text(value);
	return given !== undefined && /^\d{1,4}(\.0+)?$/.test(given) ? Number(given) : undefined;
}

/** A probability as it came; corrections made by a person may have none (bludelta.md 9.1). */
export const score = (value: unknown): number | undefined =>
	// JSON gives -0 back as 0.
	typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined;

/** All predictions of that name that hold a value. Names, not ids: ids pass 2^31 and some are unknown. */
export const found = (predictions: unknown, typeName: string): Entry[] =>
	entries(predictions).filter((entry) => entry.TypeName === typeName && text(entry.Value) !== undefined);

/** The prediction of that name with a value and the highest score (bludelta.md 8.1). */
export function pick(predictions: unknown, typeName: string): Entry | undefined {
	return found(predictions, typeName).reduce<Entry | undefined>(
		(best, entry) => (best && (score(best.Score) ?? 0) >= (score(entry.Score) ?? 0) ? best : entry),
		undefined,
	);
}

/** The members of every group of that name, one list per group; groups without any value are absent. */
export const groups = (predictionGroups: unknown, typeName: string): Entry[][] =>
	entries(predictionGroups)
		.filter((group) => group.TypeName === typeName)
		.map((group) => entries(group.InvoiceDetailTypePredictions))
		.filter((predictions) => predictions.some(({ Value }) => text(Value) !== undefined));
