import { Pace } from '../../nodes/shared/http/pace';
import { fakeTime } from '../unit/fakeTime';

/** Milliseconds that a request is asked to wait; undefined when it is served. */
export type Service = (now: number) => number | undefined;

interface Simulation {
	service: Service;
	parallel: number;
	/** How long an answer takes. */
	ms: number;
	items: number;
	/** How uneven that is, 0 to 1; the answers' times differ by this part. */
	uneven?: number;
	/** How long the way back of a refusal takes, which costs the service no work; half of `ms` by default. */
	back?: number;
}

/** A run of `items`, so many at a time, in fake time: each is sent until it is served. */
export async function simulated({ service, parallel, ms, items, uneven = 0, back }: Simulation) {
	fakeTime();
	// The same in every run.
	let seed = 1;
	const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
	const pace = new Pace(Date.now, random);
	const way = () => (ms / 2) * (1 + uneven * (random() - 0.5));
	const pass = async (time: number) => await new Promise((resolve) => setTimeout(resolve, time));
	let left = items;
	let refused = 0;
	const one = async () => {
		while (left-- > 0) {
			for (let asked: number | undefined = 0; asked !== undefined;) {
				const began = await pace.turn();
				await pass(way());
				asked = service(Date.now());
				await pass(asked === undefined || back === undefined ? way() : back);
				pace.left();
				if (asked === undefined) pace.served(began);
				else {
					refused++;
					pace.busy(asked, began);
				}
			}
		}
	};
	const began = Date.now();
	const all = Promise.all(Array.from({ length: parallel }, one));
	await jest.runAllTimersAsync();
	await all;
	return { milliseconds: Date.now() - began, refused };
}
