/** Lines and steps up to which partitions are tried; beyond them the answer is "not unique". */
const MOST_LINES = 12;
const MOST_STEPS = 200_000;

/**
 * For each line the index of its group, when exactly one way exists to spread the lines over the groups so that
 * every group's lines add up to its target (bludelta.md 8.3, step 3). All amounts in cents. Lines of 0
 * belong anywhere and are given to the first group.
 */
export function partition(lines: number[], targets: number[]): number[] | undefined {
	const counted = lines.flatMap((amount, index) => (amount === 0 ? [] : [{ amount, index }]));
	if (counted.length > MOST_LINES) return undefined;
	const owner = lines.map(() => 0);
	const open = [...targets];
	const solutions: number[][] = [];
	let steps = 0;
	const place = (at: number) => {
		steps += 1;
		if (solutions.length > 1 || steps > MOST_STEPS) return;
		const line = counted[at];
		if (!line) {
			if (open.every((amount) => amount === 0)) solutions.push([...owner]);
			return;
		}
		open.forEach((before, group) => {
			open[group] = before - line.amount;
			owner[line.index] = group;
			place(at + 1);
			open[group] = before;
		});
	};
	place(0);
	return solutions.length === 1 && steps <= MOST_STEPS ? solutions[0] : undefined;
}
