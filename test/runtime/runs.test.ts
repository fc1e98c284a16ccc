import { stringify } from 'flatted';
import { projectFolder } from '../../runtime/package';
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

test('a success is read once it has what ran', async () => {
	const task = {
		executionStatus: 'success',
		startTime: 1,
		executionTime: 1,
		data: { main: [[{ json: {} }]] },
	};
	const answers = [{}, {}, { Order: [task] }].map((runData) => ({
		...{ id: 7, workflowId: 'a', status: 'success', mode: 'manual', workflowData: { nodes: [] } },
		data: stringify({ resultData: { runData } }),
	}));
	const rest = (async () => answers.shift()) as unknown as Rest;
	const { nodes } = await new Runs(rest, projectFolder).finishedExecution('7');
	expect(nodes.map(({ name }) => name)).toEqual(['Order']);
	expect(answers).toEqual([]);
});

test('a failure may have nothing that ran', async () => {
	const crashed = {
		id: 7,
		status: 'crashed',
		workflowData: { nodes: [] },
		data: stringify({ resultData: { runData: {} } }),
	};
	const rest = (async () => crashed) as unknown as Rest;
	expect(await new Runs(rest, projectFolder).finishedExecution('7')).toMatchObject({
		status: 'crashed',
		nodes: [],
	});
});
