import type { Counts } from './simulate';

/** What a simulation tells, and the exit code of its command. */
export function report(counts: Counts, seed: string): { lines: string[]; exitCode: 0 | 1 } {
	const events = Object.entries(counts.events).sort(([, a], [, b]) => b - a);
	const lines = [
		`${counts.schedules} schedules, seed ${seed}: ${counts.documents} documents`,
		`handed over: ${counts.handedOver}; told to people as stuck: ${counts.told}`,
		`locked because n8n had forgotten a download: ${counts.lockedByN8n}`,
		events.map(([event, times]) => `${event} ${times}`).join(', '),
		...counts.broken.flatMap(({ seed: one, settings, broken, story }) => [
			`\nBroken in schedule ${one}, ${JSON.stringify(settings)}:\n  ${broken.join('\n  ')}`,
			`  ${story.join(', ')}`,
		]),
		`schedules in which a promise broke: ${counts.brokenCount}`,
	];
	return { lines, exitCode: counts.brokenCount ? 1 : 0 };
}
