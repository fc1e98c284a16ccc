import { WorkflowExpression } from 'n8n-workflow';
import { blueTapeStage, type BlueTapeStage } from '../engine/blueTape';
import { dryRun, expressions, item } from './expressions';

let stage: BlueTapeStage;
beforeAll(async () => {
	stage = await blueTapeStage();
});
afterAll(async () => await stage.emulator.stop());
afterEach(() => jest.restoreAllMocks());

const run = async (parameters: ReturnType<typeof dryRun>) => {
	const { resource, operation, ...rest } = parameters;
	const { items, error } = await stage.run(resource as string, operation as string, rest, {
		items: [{ json: item }],
	});
	return { items, message: error?.message, description: error?.description };
};

test.each(expressions)('%s: %j means the same beside others as in its own place', async (...one) => {
	expect(await run(dryRun(one))).toEqual(await run(dryRun(one, true)));
});

test.each([
	['beside others', false, 1],
	['in their own places', true, 3],
])('expressions %s', async (_where, inPlace, evaluations) => {
	const evaluate = jest.spyOn(WorkflowExpression.prototype, 'resolveSimpleParameterValue');
	const parameters = dryRun(['name', '={{ $json.name }}'], inPlace);
	await run({ ...parameters, projectId: '={{ "P-1" }}' });
	const evaluated = evaluate.mock.calls
		.map(([value]) => String(value))
		.filter((text) => text.startsWith('='));
	expect(evaluated).toHaveLength(evaluations);
});
