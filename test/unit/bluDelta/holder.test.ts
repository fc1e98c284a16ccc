import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { forgetTrigger } from '../../../nodes/BluDelta/queue/documents';
import { ledgerOf, ledgers } from '../../../nodes/BluDelta/queue/ledger';
import { hold } from '../../../nodes/BluDelta/trigger/holder';
import { Failed } from '../../../nodes/shared/failure';
import type { Session } from '../../../nodes/shared/http/session';

// Who has the queue, for how long, and what another trigger is told.

beforeEach(() => {
	jest.useFakeTimers({ now: Date.parse('2026-11-20T12:00:00.000Z') });
	ledgers.clear();
});
afterEach(() => jest.useRealTimers());

const trigger = (workflow: IDataObject, parameters: IDataObject = {}) =>
	({
		getWorkflow: () => workflow,
		getNode: () => ({ id: 'n', name: 'BLU DELTA' }),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
	}) as unknown as IPollFunctions;

/** What a second trigger is told when this one has the queue. */
function refusal(first: IPollFunctions) {
	const ledger = ledgerOf({ baseUrl: 'https://bd.test/api' } as Session);
	hold(ledger, first, 60);
	try {
		hold(ledger, trigger({ id: 'other' }), 60);
	} catch (error) {
		return (error as Failed).failure;
	}
	throw new Error('It was let at the queue');
}

it('a second trigger is told which one has the queue, what to do, and from when on it can have it', () => {
	expect(refusal(trigger({ id: 'w1', name: 'Invoices' }))).toEqual({
		kind: 'input',
		message:
			'The trigger "BLU DELTA" of the workflow "Invoices" takes the documents of this queue already: two triggers would use ' +
			"up each other's downloads",
		advice:
			'Have one trigger per queue, and branch in its workflow, or let their credentials name different Clients. If that one is ' +
			'switched off or deleted, this one can have the queue from 2026-11-20T12:03:00.000Z on',
	});
});

it('a workflow without a name is called by its id', () => {
	expect(refusal(trigger({ id: 'w1' })).message).toContain('of the workflow "w1" takes');
});

it('a trigger that polls every hour has the queue until it has missed two polls', () => {
	const pollTimes = { item: [{ mode: 'everyHour' }] };
	expect(refusal(trigger({ id: 'w1' }, { pollTimes })).advice).toContain('2026-11-20T14:01:00.000Z');
});

describe('what a trigger has handed over is its own to confirm', () => {
	const HOUR = 60 * 60_000;
	const WEEK = 7 * 24 * HOUR;

	it.each([
		['every minute', { mode: 'everyMinute' }, HOUR, 2 * HOUR],
		['every week', { mode: 'everyWeek' }, 2 * WEEK, 2 * WEEK + 2 * HOUR],
		['by a cron expression', { mode: 'custom', cronExpression: '0 8 * * 1' }, WEEK + HOUR, 2 * WEEK],
	])('where it polls %s', (_, times, held, over) => {
		const ledger = ledgerOf({ baseUrl: 'https://bd.test/api' } as Session);
		ledger.documents.set('a', { state: 'handedOver', downloads: 1, handOvers: 1, at: Date.now() });
		hold(ledger, trigger({ id: 'w1' }, { pollTimes: { item: [times] } }), 60);
		const stateAfter = (ms: number) => {
			forgetTrigger(ledger, Date.now() + ms);
			return ledger.documents.get('a')!.state;
		};
		expect([stateAfter(held), stateAfter(over)]).toEqual(['handedOver', 'due']);
	});
});
