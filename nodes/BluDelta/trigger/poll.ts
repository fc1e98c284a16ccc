import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { Failed } from '../../shared/failure';
import { openSession } from '../../shared/http/session';
import { bluDelta } from '../api';
import { fetchAll } from './fetch';
import { learnt } from './learn';
import { recall } from './memory';
import { policyOf } from './policy';
import type { TriggerSettings } from './triggerFields';
import { newlyStuck, stuckItem, withTold } from './stuck';
import { testRun } from './testRun';

const DEFAULT_BUDGET_MS = 300_000;

/** Polls under way in this process: ticks may overlap, and two would spend the same documents' downloads. */
const underWay = new Set<string>();

/**
 * One poll: learns what was confirmed, downloads what may be downloaded, and returns what is to be handed over. The
 * node's static data is changed at the very end, so that a poll that fails has changed nothing. Throws `Failed`.
 */
export async function poll(
	context: IPollFunctions,
	settings: TriggerSettings,
): Promise<INodeExecutionData[]> {
	const started = performance.now();
	if (context.getMode() === 'manual') return await testRun(context, settings);
	const key = `${context.getWorkflow().id}:${context.getNode().id}`;
	if (underWay.has(key)) return [];
	underWay.add(key);
	try {
		const stored = context.getWorkflowStaticData('node');
		const session = await openSession(context, bluDelta);
		const policy = policyOf(settings, Date.now());
		const deadline = started + (context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS);
		const before = await learnt(session, recall(stored), settings, policy.now, deadline);
		const stuck = newlyStuck(before, policy);
		const told = withTold(before, stuck);
		const fetched = await fetchAll(session, told, settings, policy, deadline);
		// Nothing was taken off the queue, so nothing is lost by failing, and people see why.
		if (fetched.failure && fetched.memory === told && !stuck.length) throw new Failed(fetched.failure);
		if (fetched.failure) context.logger.warn(`BLU DELTA Trigger: ${fetched.failure.message}`);
		Object.assign(stored, fetched.memory);
		return [...stuck.map((id) => stuckItem(context, told, id)), ...fetched.items];
	} finally {
		underWay.delete(key);
	}
}
