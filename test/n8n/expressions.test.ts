import type { WorkflowNode } from '../../runtime/workflow';
import { dryRun, expressions, item } from '../operations/expressions';
import { items, manual } from './chain';
import { testStage } from './stage';

const { api, credentials } = testStage();

const node = (name: string, parameters: object): WorkflowNode => ({
	name,
	type: 'n8n-nodes-bluetape.blueTape',
	typeVersion: 1,
	parameters: parameters as WorkflowNode['parameters'],
	credentials: { blueTapeApi: { id: credentials.blueTapeApi.id, name: credentials.blueTapeApi.name } },
	onError: 'continueRegularOutput',
});

const link = (...names: string[]) => ({
	main: [names.map((name) => ({ node: name, type: 'main', index: 0 }))],
});

test("every expression means in n8n's own engine for expressions what it means in its own place", async () => {
	const beside = expressions.map((one, index) => node(`beside ${index}`, dryRun(one)));
	const inPlace = expressions.map((one, index) => node(`in place ${index}`, dryRun(one, true)));
	const ours = [...beside, ...inPlace];
	const nodes = [manual, items(item), ...ours];
	const { id } = await api.createWorkflow({
		name: 'Expressions',
		nodes: nodes.map((each, index) => ({ ...each, id: `${index}`, position: [0, 0] })),
		connections: { [manual.name]: link('Items'), Items: link(...ours.map(({ name }) => name)) },
		settings: { executionOrder: 'v1' },
	});
	try {
		const execution = await api.runAndRead(id, { seconds: 60 });
		const result = ({ name }: WorkflowNode) => execution.items(name).map(({ json }) => json);
		expect(result(beside[1])).toEqual([
			expect.objectContaining({
				request: expect.objectContaining({ body: expect.objectContaining({ name: 'Tower' }) }),
			}),
		]);
		const results = (each: WorkflowNode[]) =>
			each.map((one, index) => ({ expression: expressions[index], result: result(one) }));
		expect(results(beside)).toEqual(results(inPlace));
	} finally {
		await api.deleteWorkflow(id);
	}
});
