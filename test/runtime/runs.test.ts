import type { Rest } from '../../runtime/rest';
import { Runs } from '../../runtime/runs';

const listing = (...ids: Array<string | number>) =>
	new Runs((async () => ({ results: ids.map((id) => ({ id })) })) as unknown as Rest, 'unused');

test.each([
	['one that ended while n8n looked is counted once', ['12', '12', '11', '10']],
	['one that still runs keeps its place', ['10', '12', '11']],
	['ids are numbers, whatever n8n makes of them', [12, 10, '11']],
])('%s', async (_, listed) => {
	expect(await listing(...listed).executionIds('a workflow')).toEqual(['12', '11', '10']);
});

test('9 comes before 10', async () => {
	expect(await listing('9', '10').executionIds('a workflow')).toEqual(['10', '9']);
});
