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
	['that are paths', '={{ $json.name }}', '={{ $json.mail }}', false, 0],
	['of which one is no path', '={{ $json.name }}', '={{ "P-1" }}', false, 1],
	['that are no paths', '={{ $json.name.trim() }}', '={{ "P-1" }}', false, 1],
	['in their own places', '={{ $json.name }}', '={{ "P-1" }}', true, 3],
])('expressions %s', async (_what, name, projectId, inPlace, evaluations) => {
	const evaluate = jest.spyOn(WorkflowExpression.prototype, 'resolveSimpleParameterValue');
	await run({ ...dryRun(['name', name], inPlace), projectId });
	const evaluated = evaluate.mock.calls
		.map(([value]) => String(value))
		.filter((text) => text.startsWith('='));
	expect(evaluated).toHaveLength(evaluations);
});
