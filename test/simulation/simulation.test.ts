import { allows } from '../../nodes/BluDelta/queue/lifecycle';
import * as documents from '../../nodes/BluDelta/queue/documents';
import * as lost from '../../nodes/BluDelta/queue/lost';
import * as stored from '../../nodes/BluDelta/trigger/stored';
import { report } from './report';
import { simulate } from './simulate';

jest.setTimeout(240_000);
afterEach(() => jest.restoreAllMocks());

it('keeps its promises in hundreds of lives of the queue', async () => {
	const counts = await simulate(300, 1);
	const { lines, exitCode } = report(counts, '1');
	expect({ lines: counts.brokenCount ? lines : [], exitCode }).toEqual({ lines: [], exitCode: 0 });
	expect(Math.min(...Object.values(counts.events))).toBeGreaterThan(50);
	expect(counts.handedOver).toBeGreaterThan(counts.documents / 2);
});

it('has the same lives for the same seed, and others for another', async () => {
	const [one, same, other] = [await simulate(5, 7), await simulate(5, 7), await simulate(5, 8)];
	expect(same).toEqual(one);
	expect(other.events).not.toEqual(one.events);
});

describe('a promise breaks', () => {
	const put = (state: keyof typeof allows, may: 'download' | 'confirm', allow: boolean) => () => {
		jest.replaceProperty(allows, state, { ...allows[state], [may]: allow });
	};
	it.each<[string, () => void, RegExp]>([
		['stuck documents are fetched', put('stuck', 'download', true), /downloaded \d times by itself|429/],
		['nothing is confirmed', put('handedOver', 'confirm', false), /is still Downloaded/],
		[
			'lost answers are nobody’s',
			() => void jest.spyOn(lost, 'feared').mockResolvedValue(0),
			/downloaded \d times by itself|429/,
		],
		[
			'a restart forgets',
			() => void jest.spyOn(stored, 'recall').mockReturnValue(undefined),
			/handed over twice|by itself|429/,
		],
		[
			'what n8n has thrown away is confirmed',
			() => {
				const { happen } = documents;
				jest
					.spyOn(documents, 'happen')
					.mockImplementation((...given) => (given[2] === 'giveUp' ? undefined : happen(...given)));
			},
			/was lost: confirmed/,
		],
		[
			'what was handed over is not marked as such',
			() => void jest.spyOn(documents, 'given').mockImplementation(documents.happen),
			/handed over twice, unmarked/,
		],
	])('when %s', async (_, plant, told) => {
		plant();
		const counts = await simulate(60, 2);
		expect(counts.broken.flatMap(({ broken }) => broken)).toContainEqual(expect.stringMatching(told));
		const { lines, exitCode } = report(counts, '2');
		expect(lines.at(-1)).toBe(`schedules in which a promise broke: ${counts.brokenCount}`);
		expect(exitCode).toBe(1);
	});
});
