import type { WorkflowJson } from '../../runtime/workflow';
import { alternate } from '../alternate';
import type { Case } from '../case';
import { withBlueTape } from '../invoices';
import { MEASURED } from '../nodes';
import type { Place } from '../place';
import { medianOf } from '../result';
import { runOnce } from '../run';
import { LATENCY_MS, prepared, seen } from '../service';

const ITEMS = 1000;
/** The longest first wait (half a second, a quarter more by chance, a tenth more for the pause), and one round of requests. */
const WAIT_AND_ROUND_MS = 500 * 1.25 * 1.1 + LATENCY_MS;
/** What two runs of a second or more may differ by. */
const SPREAD_MS = 250;

async function creating(place: Place, workflow: WorkflowJson, firstStatus?: number) {
	await prepared(place.emulator, { firstStatus });
	const { milliseconds } = await runOnce(await place.shared(), workflow, [MEASURED]);
	const { all, created } = await seen(place.emulator);
	if (created !== ITEMS) throw new Error(`${created} of ${ITEMS} invoices were created`);
	return { ms: milliseconds, 'sent again': all - created };
}

export const early503: Case = {
	name: 'early-503',
	title: '1,000 invoices, 50 ms per answer, the first answered with 503 once',
	async run(place) {
		const { blueTapeApi } = (await place.shared()).credentials;
		const parallel = [10, 50];
		const sides = parallel.flatMap((parallelRequests) => {
			const workflow = withBlueTape(blueTapeApi, { items: ITEMS, parallelRequests });
			return [
				{ side: `${parallelRequests} in parallel`, measure: async () => await creating(place, workflow) },
				{
					side: `${parallelRequests} in parallel, one 503`,
					measure: async () => await creating(place, workflow, 503),
				},
			];
		});
		const readings = await alternate(place, sides);
		const ms = (side: string) => medianOf(readings, side, 'ms');
		const checks = parallel.map((count) => ({
			says: `${count} in parallel: added by one 503`,
			value: ms(`${count} in parallel, one 503`) - ms(`${count} in parallel`),
			unit: 'ms' as const,
			most: WAIT_AND_ROUND_MS + SPREAD_MS,
		}));
		return {
			readings,
			checks,
			notes: ['Its own wait of about half a second and one round of requests may be added.'],
		};
	},
};
