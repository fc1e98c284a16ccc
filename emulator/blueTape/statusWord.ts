import type { BlueTapeState } from './state';

const quoteResults: Record<string, string> = { AUTHORIZED: 'Approved', REJECTED: 'Rejected' };

/** A state as it is told, in the letter case that is set (bluetape.md C13). */
export function statusWord({ settings }: BlueTapeState, status: string): string {
	switch (settings.statusCase) {
		case 'list':
			return status;
		case 'lower':
			return status.toLowerCase();
		case 'upper':
			return status.toUpperCase();
	}
}

/** A quote's state, in its own words or in the webhook's (bluetape.md 5.7). */
export const quoteWord = (state: BlueTapeState, status: string): string =>
	statusWord(state, state.settings.quoteWords === 'webhook' ? (quoteResults[status] ?? status) : status);
