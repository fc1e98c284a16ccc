import type { Credential } from '../../runtime/api';
import type { WorkflowJson } from '../../runtime/workflow';
import { alternate } from '../alternate';
import type { Case } from '../case';
import { withBlueTape, withHttpRequest } from '../invoices';
import type { Place } from '../place';
import { medianOf } from '../result';
import { created } from './create';

const FEW = 1000;
/** Loads what the first request needs. */
const FIRST = 20;
/** Of more items than this the first run counts, though code is compiled in it. */
const MOST_REPEATED = 10_000;

type WorkflowOf = (credential: Credential, items: number) => WorkflowJson;

/** Measures many items beside 1,000 in the same new n8n: a used one has memory left from what it did before. */
async function scaled(place: Place, workflowOf: WorkflowOf, items: number) {
	const running = await place.fresh();
	try {
		const { blueTapeApi } = running.credentials;
		const run = async (count: number) => await created(place, running, workflowOf(blueTapeApi, count), count);
		await run(FIRST);
		const cold = await run(items);
		const few = await run(FEW);
		const many = items > MOST_REPEATED ? cold : await run(items);
		const perItem = many.milliseconds / items;
		return {
			'ms/item': perItem,
			'× of 1,000 items': perItem / (few.milliseconds / FEW),
			'kB/item': (cold.addedMB * 1024) / items,
		};
	} finally {
		await running.n8n.stop();
	}
}

function scale(
	items: number,
	rounds: (wanted: number) => number,
	batch?: { batchSize: number; batchInterval: number },
): Case {
	const count = items.toLocaleString('en');
	return {
		name: `create-${items}`,
		title: `${count} invoices, 50 ms per answer, 50 in parallel`,
		async run(place) {
			await place.retire();
			const measure = (workflowOf: WorkflowOf) => async () => await scaled(place, workflowOf, items);
			const readings = await alternate(
				{ ...place, rounds: rounds(place.rounds) },
				[
					{
						side: 'BlueTape',
						measure: measure((credential, items) =>
							withBlueTape(credential, { items, parallelRequests: 50 }),
						),
					},
					{
						side: 'HTTP Request',
						measure: measure((credential, items) =>
							withHttpRequest(credential, place.emulator, { items, batch }),
						),
					},
				],
				{ warmUp: false },
			);
			const times = medianOf(readings, 'BlueTape', '× of 1,000 items');
			const memory = (side: string) => medianOf(readings, side, 'kB/item');
			return {
				readings,
				checks: [
					{ says: 'times the time per item of 1,000 items', value: times, unit: '×', most: 1.15 },
					{
						says: "times HTTP Request's added memory per item",
						value: memory('BlueTape') / memory('HTTP Request'),
						unit: '×',
						most: 1,
					},
				],
				notes: [
					'Each in a new n8n. Memory: the peak of the first run above what n8n had before, which is mostly what its garbage collector lets pile up.',
					...(batch
						? [
								`HTTP Request sends ${batch.batchSize} items every ${batch.batchInterval} ms: all at once, it runs out of sockets.`,
							]
						: []),
				],
			};
		},
	};
}

export const create5000 = scale(5000, (wanted) => wanted);
/** A round takes minutes, so that there are three at most. */
export const create50000 = scale(50_000, (wanted) => Math.min(wanted, 3), {
	batchSize: 50,
	batchInterval: 100,
});
