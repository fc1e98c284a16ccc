import * as fc from 'fast-check';

/** `npm test` tries few values and always the same; `npm run fuzz` many, and new ones every time. */
const times = Number(process.env.FUZZ_TIMES ?? 1);
const seed = Number(process.env.FUZZ_SEED ?? 20_260_331);
const path = process.env.FUZZ_PATH;

/** One seed for each round of a test that goes in rounds. */
export const seeds = Array.from({ length: times }, (_, round) => seed + round);

/** What this test file has tried so far. */
export const tried = { properties: 0, values: 0 };

/**
 * Tries a property on `numRuns` generated values. A failure shows the smallest value that breaks it, and the `seed` and `path` that
 * lead there at once: `npm run fuzz -- <file> --seed … --path … --test <name>`.
 */
export function check<Ts>(numRuns: number, property: fc.IRawProperty<Ts, false>): void;
export function check<Ts>(numRuns: number, property: fc.IRawProperty<Ts, true>): Promise<void>;
export function check<Ts>(numRuns: number, property: fc.IRawProperty<Ts>): Promise<void> | void {
	tried.properties++;
	tried.values += numRuns * times;
	return fc.assert(property, { numRuns: numRuns * times, seed, path });
}

/** A copy as JSON. (Of what `structuredClone` makes jest's other realm, fast-check could show nothing but "[object Object]".) */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value));
