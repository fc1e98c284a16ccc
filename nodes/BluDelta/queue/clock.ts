import { LONGEST_PAUSE, type Ledger } from './ledger';

/**
 * What was noted while the clock was ahead counts as noted now. Otherwise nothing would be downloaded, handed over once more or
 * told until that time comes.
 */
export function notAhead(ledger: Ledger, now: number): void {
	const { documents, lost, pause, counted } = ledger;
	const past = (moment: number): number => Math.min(moment, now);
	for (const document of documents.values()) {
		document.at = past(document.at);
		if (document.refusedAt !== undefined) document.refusedAt = past(document.refusedAt);
		if (document.toldAt !== undefined) document.toldAt = past(document.toldAt);
	}
	for (const [states, at] of counted) counted.set(states, past(at));
	ledger.lost = { ...lost, at: past(lost.at), since: past(lost.since) };
	pause.until = Math.min(pause.until, now + Math.min(pause.length, LONGEST_PAUSE));
	if (ledger.toldAt !== undefined) ledger.toldAt = past(ledger.toldAt);
}
