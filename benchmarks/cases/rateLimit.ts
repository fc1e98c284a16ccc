import type { WorkflowJson } from '../../runtime/workflow';
import { alternate } from '../alternate';
import type { Case } from '../case';
import { withBlueTape, withHttpRequest } from '../invoices';
import { MEASURED } from '../nodes';
import type { Place } from '../place';
import { medianOf } from '../result';
import { runOnce } from '../run';
import { prepared, seen } from '../service';

const ITEMS = 1000;
const PER_SECOND = 100;

async function limited(place: Place, workflow: WorkflowJson) {
	await prepared(place.emulator, { perSecond: PER_SECOND });
	const { milliseconds } = await runOnce(await place.shared(), workflow, [MEASURED]);
	const { all, created, refused, atOnce } = await seen(place.emulator);
	return {
		s: milliseconds / 1000,
		'% lost': ((ITEMS - created) / ITEMS) * 100,
		'% wasted': (refused / all) * 100,
		'% at once': (atOnce / all) * 100,
	};
}

export const rateLimit: Case = {
	name: 'rate-limit',
	title:
		'1,000 invoices for a service that takes 100 a second and answers 429 with Retry-After: 1 to the rest',
	async run(place) {
		const { blueTapeApi } = (await place.shared()).credentials;
		const goOn = { onError: 'continueRegularOutput' };
		const ten = withBlueTape(blueTapeApi, { items: ITEMS }, goOn);
		const fifty = withBlueTape(blueTapeApi, { items: ITEMS, parallelRequests: 50 }, goOn);
		const theirs = withHttpRequest(blueTapeApi, place.emulator, { items: ITEMS }, goOn);
		const sides = [
			{ side: 'BlueTape, 10 in parallel', measure: async () => await limited(place, ten) },
			{ side: 'BlueTape, 50 in parallel', measure: async () => await limited(place, fifty) },
			{ side: 'HTTP Request', measure: async () => await limited(place, theirs) },
		];
		const readings = await alternate(place, sides, { warmUp: false });
		const worst = (side: string, unit: string) =>
			Math.max(...readings.find((each) => each.side === side && each.unit === unit)!.rounds);
		const ours = sides.slice(0, 2).flatMap(({ side }) => [
			{ says: `${side}: lost`, value: worst(side, '% lost'), unit: '%' as const, most: 0 },
			{ says: `${side}: wasted requests`, value: worst(side, '% wasted'), unit: '%' as const, most: 5 },
			{
				says: `${side}: of it under way at the first 429`,
				value: worst(side, '% at once'),
				unit: '%' as const,
			},
		]);
		const lost = medianOf(readings, 'HTTP Request', '% lost');
		return {
			readings,
			checks: [...ours, { says: 'HTTP Request: lost', value: lost, unit: '%' }],
			notes: ['Wasted: answered with 429. For our node the worst round counts, not the median.'],
		};
	},
};
