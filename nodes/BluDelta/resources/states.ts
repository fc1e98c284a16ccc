import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Failed } from '../../shared/failure';
import { dryRunItem } from '../../shared/run/outputItem';
import { operation, type Call } from '../../shared/table/operation';
import { choices, guids } from '../../shared/field';
import { count, countRequest } from '../queue/count';
import { historyRequest, stateHistory } from '../queue/history';

const state = (value: string, description: string) => ({ name: value, value, description });

// bludelta.md 5.6
const countedStates = [
	state('Autoprocessed', 'Read without doubt, no person needed'),
	state('Confirmed', 'Taken over by you'),
	state('Downloaded', 'Downloaded and not yet confirmed'),
	state('Error', 'Could not be read'),
	state('NeedForAction', 'Waits for a person to validate it'),
	state('New', 'Just arrived'),
	state('Released', 'Ready to be downloaded'),
	state('Validated', 'Checked by a person'),
];

async function countCall(call: Call): Promise<INodeExecutionData> {
	const { states } = call.settings as { states: string[] };
	if (call.options.dryRun) return dryRunItem(call, {}, countRequest(states));
	return { json: { count: await count(call.session, states), states } };
}

/** bludelta.md 5.6 */
export const countDocuments = operation({
	name: 'Count',
	action: 'Count documents',
	description: 'Count the documents in certain states. The result can be up to 60 seconds old',
	route: 'GET /count/invoices',
	settings: {
		states: choices(countedStates, {
			defaults: ['NeedForAction'],
			description: 'Documents in any of these states are counted together',
		}),
	},
	execute: countCall,
	example: { count: 10, states: ['NeedForAction'] },
});

/** One item per container, in the order asked for; what BLU DELTA does not know says so. */
async function statesCall(call: Call): Promise<INodeExecutionData[]> {
	const { containerIds } = call.settings as { containerIds: string[] };
	if (call.options.dryRun) return [dryRunItem(call, {}, historyRequest(containerIds))];
	const histories = await stateHistory(call.session, containerIds);
	const [first] = histories;
	// That is about no container, but about all of them.
	if (
		first?.refusal &&
		histories.every(({ refusal }) => refusal && !/unknown|not found|not exist/i.test(refusal.message))
	)
		throw new Failed(first.refusal);
	const byId = new Map(histories.map((history) => [history.invoiceContainerId, history]));
	return containerIds.map((invoiceContainerId) => {
		const { refusal, partial: _, ...known } = byId.get(invoiceContainerId) ?? {};
		const found = byId.has(invoiceContainerId) && !refusal;
		if (found) return { json: { ...(known as unknown as IDataObject), found } };
		return { json: { invoiceContainerId, found, ...(refusal && { refusal: refusal.message }) } };
	});
}

/** bludelta.md 5.7 */
export const getContainerStates = operation({
	name: 'Get States',
	action: 'Get states of uploaded files',
	description: 'Get what happened to uploaded files and to the documents in them',
	route: 'GET /invoiceContainer/state',
	settings: {
		containerIds: guids({
			label: 'Container IDs',
			default: '={{ $json.invoiceContainerId }}',
			description: 'IDs that Upload put out: a list, or text with commas between them. Any number is fine.',
		}),
	},
	execute: statesCall,
	gives: ['refusal'],
	example: {
		invoiceContainerId: '9aba5d6c-0890-eb11-a870-d0c5d372cac4',
		state: 'SplitIntoDocuments',
		states: [{ state: 'SplitIntoDocuments', timestamp: '2026-03-28T22:59:05.187Z' }],
		documents: [
			{
				invoiceId: 'aaba5d6c-0890-eb11-a870-d0c5d372cac4',
				state: 'Confirmed',
				states: [{ state: 'Confirmed', timestamp: '2026-03-28T23:59:05.233Z' }],
			},
		],
		found: true,
	},
});
