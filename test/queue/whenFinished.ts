import { killOneAfterTheOther } from './accident';
import { bombard } from './bombard';
import type { Counts } from './counts';
import { type Stage, openStage } from './stage';

let stage: Stage;
let counts: Counts;

beforeAll(async () => {
	stage = await openStage('whenFinished');
	({ counts } = await bombard(stage, killOneAfterTheOther));
});

afterAll(async () => await stage?.close());

test('every genuine notice ran at least once, although a webhook process and a worker were killed', () => {
	expect(counts.sent).toEqual({ notices: 500, genuine: 375, repeats: 100, forged: 25 });
	expect(counts.missing).toEqual([]);
});

test('those that the killed worker had begun were answered with an error, and ran when they were sent again', () => {
	expect(counts.answers['500']).toBeGreaterThan(0);
	expect(counts.answers['200']).toBe(475);
});

test('no forged notice ran', () => {
	expect(counts.answers['401']).toBe(25);
	expect(counts.forgedRuns).toBe(0);
});

test('a repeat ran nothing where the same process took both, be it at once or later', () => {
	const [, , atOnce] = counts.genuine['repeat at once, same process']!;
	const [, , later] = counts.genuine['repeat later, same process']!;
	expect({ atOnce, later }).toEqual({ atOnce: 0, later: 0 });
});
