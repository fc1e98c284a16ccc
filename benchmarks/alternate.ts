import type { Place } from './place';

/** One side of a comparison: does the work once and tells what it measured, by unit. */
export interface Side<Unit extends string> {
	side: string;
	measure: () => Promise<Record<Unit, number>>;
}

/**
 * Measures all sides in turn, in a new order every round so that none always comes first. One round before, not counted,
 * warms n8n up. Returns one reading per side and unit.
 */
export async function alternate<Unit extends string>(
	{ rounds, progress }: Pick<Place, 'rounds' | 'progress'>,
	sides: Array<Side<Unit>>,
	{ warmUp = true } = {},
): Promise<Array<{ side: string; unit: Unit; rounds: number[] }>> {
	const found = new Map<string, { side: string; unit: Unit; rounds: number[] }>();
	for (let round = warmUp ? 0 : 1; round <= rounds; round++) {
		const turn = round % sides.length;
		for (const { side, measure } of [...sides.slice(turn), ...sides.slice(0, turn)]) {
			const measured = await measure();
			const told = Object.entries(measured).map(([unit, value]) => `${Number(value).toFixed(2)} ${unit}`);
			progress(`  ${round ? `round ${round}` : 'warm-up'}: ${side} ${told.join(', ')}`);
			if (!round) continue;
			for (const [unit, value] of Object.entries(measured) as Array<[Unit, number]>) {
				const key = `${side} ${unit}`;
				if (!found.has(key)) found.set(key, { side, unit, rounds: [] });
				found.get(key)!.rounds.push(value);
			}
		}
	}
	return sides.flatMap(({ side }) => [...found.values()].filter((each) => each.side === side));
}
