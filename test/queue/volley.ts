import pLimit from 'p-limit';
import { type Sent, send } from './sender';
import type { Notice, Shot } from './shots';
import { type Stage, secret } from './stage';

/** What became of a shot, as far as its sender knows. */
export interface Fired extends Shot {
	first: Sent;
	again?: Sent;
	/** Had the first one run before the repeat went out? */
	ranBefore?: boolean;
}

const headersOf = ({ forged }: Shot): Record<string, string> =>
	forged === 'none' ? {} : { [secret.name]: forged ? 'forged' : secret.value };

/**
 * Sends all shots, at most 16 notices at a time, and their repeats: at once, together with the first, or later, after the
 * first has run. `answered` hears of each answer.
 */
export async function fire(
	{ urls, counter }: Stage,
	shots: Shot[],
	answered: (count: number) => void,
): Promise<Fired[]> {
	const firsts = pLimit(12);
	const repeats = pLimit(4);
	let count = 0;
	const shoot = async (process: number, notice: Notice, shot: Shot) => {
		const sent = await send(urls, process, notice, headersOf(shot));
		answered(++count);
		return sent;
	};
	return await Promise.all(
		shots.map(async (shot): Promise<Fired> => {
			const { notice, repeat, process } = shot;
			const meant = repeat?.sameProcess ? process : 1 - process;
			if (repeat?.when === 'at once') {
				const both = [process, meant].map((each) => async () => await shoot(each, notice, shot));
				const [first, again] = await firsts(async () => await Promise.all(both.map((go) => go())));
				return { ...shot, first, again };
			}
			const first = await firsts(async () => await shoot(process, notice, shot));
			if (!repeat) return { ...shot, first };
			const ranBefore = await counter.hasRun(notice.id, 20);
			// By the process that did take the first one; it may have been another than was meant.
			const taker = first.answeredBy ?? process;
			const to = repeat.sameProcess ? taker : 1 - taker;
			const again = await repeats(async () => await shoot(to, notice, shot));
			return { ...shot, first, again, ranBefore };
		}),
	);
}
