import { until } from '../../runtime/until';
import { type CutOff, killBoth } from './accident';
import { bombard } from './bombard';
import { type Counts, type Runs } from './counts';
import { send } from './sender';
import { shots } from './shots';
import { shutDown } from './shutdown';
import { type Stage, openStage, secret } from './stage';

let stage: Stage;
let counts: Counts;
let cutOff: CutOff[];
const quiet: Runs = [0, 0, 0];
let endedByShutdown: string[];

/** Ten notices, each alone on the machine, and each once more to the other process. */
async function fireOneByOne({ urls, counter, queue }: Stage): Promise<void> {
	const headers = { [secret.name]: secret.value };
	const genuine = shots(20).filter(({ forged }) => !forged);
	for (const { notice, process } of genuine.slice(0, 10)) {
		const alone = { ...notice, id: `QUIET-${notice.id}`, body: { ...notice.body } };
		for (const field of ['invoiceId', 'quoteId']) if (alone.body[field]) alone.body[field] = alone.id;
		for (const to of [process, 1 - process]) {
			await send(urls, to, alone, headers);
			await until('it has run', 20, async () => !(await queue.queued()).length || undefined);
		}
		quiet[Math.min(counter.runs.get(alone.id)?.length ?? 0, 2)]++;
	}
}

beforeAll(async () => {
	stage = await openStage('immediately');
	await fireOneByOne(stage);
	({ counts, cutOff } = await bombard(stage, killBoth, quiet));
	endedByShutdown = await shutDown(stage);
});

afterAll(async () => await stage?.close());

test('500 notices were sent, 20 % of them repeats and 5 % forged', () => {
	expect(counts.sent).toEqual({ notices: 500, genuine: 375, repeats: 100, forged: 25 });
});

test('every notice was taken over in the end, and every forged one refused', () => {
	expect(counts.answers['200']).toBe(475);
	expect(counts.answers['401']).toBe(25);
});

test('no forged notice ran', () => expect(counts.forgedRuns).toBe(0));

test('every genuine notice ran at least once, but for those that n8n lost with the killed worker', () => {
	const lost = cutOff.filter(({ retried }) => retried === false).map(({ notice }) => notice);
	expect(counts.missing.filter((id) => !lost.includes(id))).toEqual([]);
});

test('a repeat ran nothing where the same process took both, be it at once or later', () => {
	const [, , atOnce] = counts.genuine['repeat at once, same process']!;
	const [, onceLater, later] = counts.genuine['repeat later, same process']!;
	expect(onceLater).toBeGreaterThan(10);
	expect({ atOnce, later }).toEqual({ atOnce: 0, later: 0 });
});

test('a repeat ran nothing where another process took it later, when nothing else came in at that moment', () => {
	expect(quiet).toEqual([0, 10, 0]);
});

test('a worker that is told to stop brings to its end what it has begun', () => {
	expect(endedByShutdown.length).toBeGreaterThan(0);
	expect(endedByShutdown).toEqual(endedByShutdown.map(() => 'success'));
});
