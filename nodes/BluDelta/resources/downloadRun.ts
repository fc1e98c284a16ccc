import type { INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../../shared/failure';
import type { Session } from '../../shared/http/session';

/** What has come of a run of *Download Next* so far, over all of its items, and why it takes no more. */
export interface Run {
	taken: Set<string>;
	items: INodeExecutionData[];
	ended?: string;
	failure?: Failure;
	/** Nobody knows whether the last one is confirmed: the run was canceled while that was under way. */
	unsure?: boolean;
}
const runs = new WeakMap<Session, Run>();

export function runOf(session: Session): Run {
	const run = runs.get(session) ?? { items: [], taken: new Set() };
	runs.set(session, run);
	return run;
}

/**
 * n8n stores a run as soon as it is canceled, or its time is over, and keeps nothing of what comes later. From then on nothing is
 * confirmed; what was confirmed before stands in the log at least.
 */
export function tellThrownAway({ signal, context }: Session, run: Run): void {
	if (!signal?.aborted) return;
	const lost = run.items.splice(0).map(({ json }, at, { length }) => {
		const fate = json.confirmed
			? ', confirmed'
			: run.unsure && at === length - 1
				? ', perhaps confirmed'
				: '';
		return `${json.invoiceId as string} (${(json.fileName as string) ?? 'without a name'}${fate})`;
	});
	if (!lost.length) return;
	context.logger.warn(
		`BLU DELTA: the run was canceled, and n8n keeps nothing of the documents that Download Next had taken: ${lost.join(', ')}. ` +
			'What is confirmed does not come again: look for it in BLU DELTA',
	);
}
