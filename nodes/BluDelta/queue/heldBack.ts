import type { Failure } from '../../shared/failure';
import { downloadedTooOften } from '../errors';
import { called, MOST_DOWNLOADS } from './lifecycle';
import { awaitedUntil, heldElsewhere, holderOf, type Ledger } from './ledger';

/** Nobody downloads a document for the third time by itself, and nobody for the fourth time. */
export function lastDownload(ledger: Ledger, id: string): Failure {
	const document = ledger.documents.get(id)!;
	const { downloads } = document;
	return {
		kind: 'rejected',
		message: `The next document may be ${called(id, document)}, which was downloaded ${downloads} times and is not confirmed`,
		advice:
			downloads > MOST_DOWNLOADS
				? downloadedTooOften.advice
				: 'Its last download is left to you. Confirm it if you have its data; otherwise run this node once by hand, in the editor',
	};
}

/** What is left of a document's downloads, told from the second one on; undefined before. */
export function fewLeft({ documents }: Ledger, id: string): string | undefined {
	const document = documents.get(id)!;
	const { downloads } = document;
	if (downloads < MOST_DOWNLOADS) return undefined;
	const what = `the document ${called(id, document)}`;
	return downloads > MOST_DOWNLOADS
		? `That was, for all that is known, the last of three downloads of ${what}: confirm it once you have its data, for BLU DELTA hands it out no more`
		: `That was, for all that is known, the second of three downloads of ${what}: confirm it once you have its data`;
}

/** Nothing is wrong with a document that a workflow of the trigger's has: says that it is waited for. */
export function withTrigger(ledger: Ledger, id: string): string | undefined {
	const { state, downloads } = ledger.documents.get(id)!;
	if ((state !== 'handedOver' && state !== 'atWork') || downloads > MOST_DOWNLOADS) return undefined;
	const waits = `Nothing more was taken: the next document may be ${id}, which the trigger has handed over and which is not confirmed yet`;
	if (state === 'atWork') return waits;
	const from = new Date(awaitedUntil(ledger)).toISOString();
	return `${waits}. If that trigger is switched off, confirm it once its work is done; otherwise it can be taken from ${from} on`;
}

/** Nobody takes what a trigger may get by another credential: each would count its own downloads only. */
export function withOtherTrigger(ledger: Ledger): Failure | undefined {
	const holder = heldElsewhere(ledger, Date.now());
	return (
		holder && {
			kind: 'input',
			message: `${holder.name} takes documents of this queue with another credential: both would use up each other's downloads`,
			advice:
				"Choose that trigger's credential here, or let the credentials name different Clients. If that trigger is switched off or " +
				`deleted, this can be done from ${new Date(holder.until).toISOString()} on`,
		}
	);
}

/** What is taken and not confirmed may go to the trigger that polls, too: it can't know that a workflow is at work on it. */
export function besideTrigger(ledger: Ledger): string | undefined {
	const holder = holderOf([ledger], Date.now());
	return (
		holder &&
		`${holder.name} takes the documents of this queue, too: it may hand over once more what came here, unless that is confirmed before its next poll`
	);
}

/** Answers that never came may have been anybody's. */
export const lostAnswers = ({ lost: { answers } }: Ledger): Failure => ({
	kind: 'rejected',
	message: `${answers} downloads got no answer, so that the next one may be the third and last one of some document`,
	advice:
		'It is left to you: when the connection is mended, fetch what waits by hand, in the editor, with a Limit, and confirm it',
});

/** After a download that came to nothing, the next one waits for a while. */
export function pausing({ pause: { until } }: Ledger): Failure | undefined {
	if (Date.now() >= until) return undefined;
	return {
		kind: 'unavailable',
		message: `A download came to nothing a short while ago: the next one is made from ${new Date(until).toISOString()} on`,
		advice:
			'Each of them may use up one of three downloads of a document. By hand, in the editor, it is made at once',
	};
}
