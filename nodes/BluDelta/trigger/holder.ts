import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { inputFailure } from '../../shared/failure';
import { holderOf, ledgers, sharing, type Ledger } from '../queue/ledger';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const intervals = new Map<unknown, number>([
	['everyMinute', MINUTE],
	['everyHour', HOUR],
	['everyDay', DAY],
	['everyWeek', 7 * DAY],
	['everyMonth', 31 * DAY],
]);

/** The time between two polls as the trigger's Poll Times say it; undefined where they don't, as with a cron expression. */
export function pollInterval(pollTimes: unknown): number | undefined {
	const { item } = (pollTimes ?? {}) as { item?: IDataObject[] };
	const times = (
		Array.isArray(item) && item.length ? item : [{ mode: 'everyMinute' } as IDataObject]
	).flatMap(({ mode, unit, value }) =>
		mode === 'everyX'
			? Math.max(1, Number(value) || 1) * (unit === 'minutes' ? MINUTE : HOUR)
			: (intervals.get(mode) ?? []),
	);
	return times.length ? Math.min(...times) : undefined;
}

/** A trigger node within its workflow, whatever both are called. */
export const triggerKey = (context: IPollFunctions): string =>
	`${context.getWorkflow().id}:${context.getNode().id}`;

/**
 * Takes the queue for this trigger, or keeps it. n8n tells no trigger that polls of its end, so one that has missed its
 * polls twice has lost the queue. Throws `Failed` when another trigger has it, or some of its clients: two
 * would use up each other's downloads.
 */
export function hold(ledger: Ledger, context: IPollFunctions, redeliverAfter: number): void {
	const { id, name } = context.getWorkflow();
	const { name: nodeName } = context.getNode();
	const key = triggerKey(context);
	const now = Date.now();
	for (const one of ledgers.values()) {
		// The node had another credential before.
		if (one.holder?.key === key) one.holder = undefined;
		// The clock was ahead.
		else if (one.holder) one.holder.until = Math.min(one.holder.until, now + one.holder.span);
	}
	const holder = holderOf(sharing(ledger), now);
	if (holder) {
		throw inputFailure(
			`${holder.name} takes the documents of this queue already: two triggers would use up each other's downloads`,
			'Have one trigger per queue, and branch in its workflow, or let their credentials name different Clients. If that one is ' +
				`switched off or deleted, this one can have the queue from ${new Date(holder.until).toISOString()} on`,
		);
	}
	const interval = pollInterval(context.getNodeParameter('pollTimes', {}));
	const span = 2 * (interval ?? HOUR) + MINUTE;
	// By a cron expression it may poll once a week.
	const patience = interval === undefined ? 8 * DAY : HOUR;
	const named = `The trigger "${nodeName}" of the workflow "${name ?? id}"`;
	ledger.holder = { key, name: named, until: now + span, span, patience, redeliverAfter };
}
