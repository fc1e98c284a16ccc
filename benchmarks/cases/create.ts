import type { WorkflowJson } from '../../runtime/workflow';
import { alternate } from '../alternate';
import { bareClient } from '../bareClient';
import type { Case } from '../case';
import { withBareNode, withBlueTape, withHttpRequest, type InvoiceRun } from '../invoices';
import { MEASURED } from '../nodes';
import type { Place, Running } from '../place';
import { medianOf } from '../result';
import { runOnce, type Run } from '../run';
import { LATENCY_MS, prepared } from '../service';

const ITEMS = 1000;

/** Runs a workflow that must create all of its invoices. Throws when one is missing. */
export async function created(
	{ emulator }: Pick<Place, 'emulator'>,
	running: Running,
	workflow: WorkflowJson,
	items: number,
): Promise<Run> {
	await prepared(emulator);
	const run = await runOnce(running, workflow, [MEASURED]);
	const count = run.execution
		.items(MEASURED)
		.filter(({ json }) => typeof json.blueTapeId === 'string').length;
	if (count !== items) throw new Error(`${count} of ${items} invoices were created`);
	return run;
}

/** What both sides of these cases tell: seconds, and n8n's processor time per item, which other load does not change. */
export const creating = async (place: Place, workflow: WorkflowJson, items = ITEMS) => {
	const { milliseconds, cpuMs } = await created(place, await place.shared(), workflow, items);
	return { s: milliseconds / 1000, 'CPU ms/item': cpuMs / items };
};

/** The loop without n8n that shows what the machine leaves of the bound. */
const nodeAlone = ({ emulator }: Place, parallel: number) => ({
	side: 'Node alone',
	measure: async (): Promise<Record<string, number>> => ({
		s: await bareClient(emulator, ITEMS, parallel),
	}),
});

/** Shortest possible time with so many requests under way, in seconds. */
const bound = (parallel: number) => ((ITEMS / parallel) * LATENCY_MS) / 1000;

const aloneSays = 'of it by Node alone';
const aloneNote =
	'Node alone: a plain loop of Node without n8n, as many requests in parallel, against the same emulator.';

export const create50: Case = {
	name: 'create-50',
	title: '1,000 invoices, 50 ms per answer, 50 in parallel',
	async run(place) {
		const { blueTapeApi } = (await place.shared()).credentials;
		const run: InvoiceRun = { items: ITEMS, parallelRequests: 50 };
		const ours = withBlueTape(blueTapeApi, run);
		const bare = withBareNode(blueTapeApi, run);
		const theirs = withHttpRequest(blueTapeApi, place.emulator, run);
		const readings = await alternate<string>(place, [
			{ side: 'BlueTape', measure: async () => await creating(place, ours) },
			{ side: 'Bare node', measure: async () => await creating(place, bare) },
			{ side: 'HTTP Request', measure: async () => await creating(place, theirs) },
			nodeAlone(place, 50),
		]);
		const time = medianOf(readings, 'BlueTape', 's');
		const ratio = medianOf(readings, 'HTTP Request', 's') / time;
		return {
			readings,
			checks: [
				{ says: "times HTTP Request's rate", value: ratio, unit: '×', least: 2.5 },
				{
					says: 'of the rate of a bare node',
					value: medianOf(readings, 'Bare node', 's') / time,
					unit: '×',
					least: 0.95,
				},
				{ says: 'of the rate that latency allows', value: bound(50) / time, unit: '×' },
				{ says: aloneSays, value: bound(50) / medianOf(readings, 'Node alone', 's'), unit: '×' },
			],
			notes: [
				'Bare node: a community node that posts its items by the same helper of n8n, and does nothing else.',
				aloneNote,
			],
		};
	},
};

export const create10: Case = {
	name: 'create-10',
	title: '1,000 invoices, 50 ms per answer, the default of 10 in parallel',
	async run(place) {
		const { blueTapeApi } = (await place.shared()).credentials;
		const ours = withBlueTape(blueTapeApi, { items: ITEMS });
		const readings = await alternate<string>(place, [
			{ side: 'BlueTape', measure: async () => await creating(place, ours) },
			nodeAlone(place, 10),
		]);
		const value = bound(10) / medianOf(readings, 'BlueTape', 's');
		return {
			readings,
			checks: [
				{ says: 'of the rate that latency allows', value, unit: '×', least: 0.9 },
				{ says: aloneSays, value: bound(10) / medianOf(readings, 'Node alone', 's'), unit: '×' },
			],
			notes: [aloneNote],
		};
	},
};
