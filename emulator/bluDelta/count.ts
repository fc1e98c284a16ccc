import { Failure } from './refusal';
import { on } from './route';
import { clientOf, current, documentStates, type BluDeltaState } from './state';

const cachedMilliseconds = 60_000;

/** The document state that a name in the query stands for (bludelta.md 5.6); `Deleted` is not among them. */
function stateNamed(state: BluDeltaState, name: string): string {
	const { confirmedSpelling } = state.settings;
	if (/^Confirm(end|ed)$/.test(name) && [name, 'both'].includes(confirmedSpelling)) return 'Confirmed';
	const counted = documentStates.filter((one) => one !== 'Deleted' && one !== 'Confirmed') as string[];
	if (counted.includes(name)) return name;
	throw new Failure(`Unknown state: '${name}'`);
}

/** How many documents within reach are in one of the states; the same question gets the same answer for 60 s. */
export const countRoute = on(
	'GET /count/invoices',
	{ access: 'token', query: ['state'] },
	({ state, scope, query }) => {
		const states = (query.state ?? '').split(',').map((name) => stateNamed(state, name));
		const key = JSON.stringify([[...scope].sort(), [...states].sort()]);
		const now = state.clock.now();
		const cached = state.counts.get(key);
		if (cached && now < cached.until) return { Count: cached.Count };
		const Count = [...state.documents.values()].filter(
			(document) => states.includes(current(document)) && scope.includes(clientOf(state, document)),
		).length;
		state.counts.set(key, { Count, until: new Date(now.getTime() + cachedMilliseconds) });
		return { Count };
	},
);
