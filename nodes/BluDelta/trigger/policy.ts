import type { Outstanding } from './memory';
import type { TriggerSettings } from './triggerFields';

/** What decides about a document. */
export interface Policy {
	/** Milliseconds since 1970. */
	now: number;
	/** Milliseconds after which an unconfirmed document is handed over once more. */
	redeliverAfter: number;
	/** Whether the user asked for documents of this kind. */
	wants: (inError: boolean) => boolean;
}

/** What the settings say at the moment `now`. */
export const policyOf = ({ redeliverAfter, documents }: TriggerSettings, now: number): Policy => ({
	now,
	redeliverAfter: redeliverAfter * 60_000,
	wants: (inError) => documents === 'all' || (documents === 'errorsOnly') === inError,
});

/** Three are allowed (bludelta.md 5.3); the last one is left to people. */
export const MOST_DOWNLOADS = 2;

/** Should this document be handed over when it comes? Undelivered ones at once, others when their time is over. */
export const isDue = (
	{ handedOverAt, inError }: Outstanding,
	{ now, redeliverAfter, wants }: Policy,
): boolean => (handedOverAt === undefined ? wants(inError) : now - handedOverAt >= redeliverAfter);
