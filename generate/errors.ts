import { downloadedTooOften, statusAdvice as bluDeltaStatuses } from '../nodes/BluDelta/errors';
import { codeAdvice } from '../nodes/BlueTape/errors';
import { statusAdvice as blueTapeStatuses } from '../nodes/BlueTape/statuses';
import { type FailureKind, kindOfStatus } from '../nodes/shared/failure';
import { table } from './table';

/** Each kind of failure: what it means, and what to do. */
export const KINDS: Record<FailureKind, [meaning: string, advice: string]> = {
	input: ['Something is missing or wrong. Nothing was sent.', 'Change the field that the message names.'],
	credential: ['The service refused the key, or what the key may do.', 'Open the credential and test it.'],
	notFound: [
		'There is no record with this ID, or nothing at this address.',
		'Check the ID (yours, not the BlueTape ID) and the environment of the credential.',
	],
	conflict: ['It exists already, or its state forbids this.', 'Look the code up below.'],
	rejected: ['The service did not accept the data.', 'Look the code up below; send nothing again unchanged.'],
	rateLimit: [
		'The service stayed busy although the node waited and asked again.',
		'Run it again later, with a lower _Parallel Requests_ or fewer items.',
	],
	unavailable: [
		'The service was away, or a read failed on its side, also when asked again.',
		'Run it again later. Nothing was changed.',
	],
	stateUnknown: [
		'A write got no answer, broke off on the other side, or was answered with a good status and an error. It may have happened.',
		'Look the record up before you send it again: see [below](#state-unknown).',
	],
	noAnswer: [
		'The service could not be reached, or a read got no answer. Nothing was changed.',
		'Check address and network, then run it again.',
	],
	cancelled: [
		'Somebody stopped the run. The whole run ends, also under _Continue_.',
		'If a request was under way, the message names the record to look up.',
	],
	unexpected: [
		'Anything else, such as an answer that cannot be read.',
		'Read the message. If it does not help, open an issue with it.',
	],
};

const kinds = () =>
	table(
		['`details.kind`', 'What it means', 'What to do'],
		Object.entries(KINDS).map(([kind, [meaning, advice]]) => [`\`${kind}\``, meaning, advice]),
	);

/** What becomes of a status: the kind for reads and, where that differs, for writes. */
function kindsOf(status: number): string {
	const [read, write] = [false, true].map((isWrite) => `\`${kindOfStatus(status, isWrite)}\``);
	return read === write ? read : `${read}; of a write ${write}`;
}

const statuses = (hints: Record<number, string>) =>
	table(
		['Status', '`details.kind`', 'What to do'],
		Object.entries(hints).map(([status, hint]) => [status, kindsOf(Number(status)), `${hint}.`]),
	);

const codes = (hints: Record<string, string>) =>
	table(
		['`details.code`', 'What to do'],
		Object.entries(hints)
			.sort(([a], [b]) => a.localeCompare(b))
			.map(([code, hint]) => [`\`${code}\``, `${hint}.`]),
	);

/** The tables of the page about errors, by the mark between which each stands. */
export const errorTables = (): Record<string, string> => ({
	kinds: kinds(),
	'bluetape-codes': codes(codeAdvice),
	'bluetape-statuses': statuses(blueTapeStatuses({})),
	'bludelta-codes': codes({
		[downloadedTooOften.code]: downloadedTooOften.advice,
		'State 1':
			"The message holds the reason in BLU DELTA's own words, although the answer was HTTP 200. Correct what it names",
	}),
	'bludelta-statuses': statuses(bluDeltaStatuses),
});
