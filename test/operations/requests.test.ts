import { resources } from '../../nodes/BlueTape/resources';
import { binaryItem } from '../engine/binary';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { cases } from './cases';
import { PDF, prepare } from './world';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

it('has a case for every operation of the table, and none besides', () => {
	const table = Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.entries(operations)
			.filter(([, { route }]) => route !== '')
			.map(([operation]) => `${resource}.${operation}`),
	);
	expect(cases.map(({ resource, operation }) => `${resource}.${operation}`).sort()).toEqual(table.sort());
});

describe('sends the documented request, and gives an item with the ids', () => {
	it.each(cases)('$resource $operation', async ({ resource, operation, fields, needs, ...expected }) => {
		await prepare(stage.emulator, needs);
		const items = [expected.file ? await binaryItem(PDF, 'offer.pdf', 'application/pdf') : { json: {} }];
		const { items: output, error } = await stage.run(
			resource,
			operation,
			{ bodySource: 'fields', ...fields },
			{ items },
		);
		expect(error).toBeUndefined();
		const [sent] = stage.emulator.journal.entries;
		expect(stage.emulator.journal.entries).toHaveLength(1);
		expect(sent).toMatchObject({
			method: expected.method,
			path: `/genericBthubService/integration${expected.path}`,
		});
		expect(sent.query).toEqual(expected.query ?? {});
		if (!expected.file) expect(sent.body).toEqual(expected.body);
		expect(sent.headers).toMatchObject({ 'x-bluetape-key': 'correct', 'x-integration-accountid': 'correct' });
		expect(output).toEqual([
			expect.objectContaining({ json: expect.objectContaining(expected.ids), pairedItem: { item: 0 } }),
		]);
	});
});

it.each(cases.filter(({ method }) => method !== 'GET'))(
	'$resource $operation passes on what BlueTape answered',
	async ({ resource, operation, fields, file }) => {
		stage.emulator.faults.add({
			status: 200,
			body: '{"blueTapeId":"63168de0cbee","news":{"a":[1]},"error":"not one"}',
		});
		const items = [file ? await binaryItem(PDF, 'offer.pdf', 'application/pdf') : { json: {} }];
		const { items: output } = await stage.run(
			resource,
			operation,
			{ bodySource: 'fields', ...fields },
			{ items },
		);
		expect(output[0].json).toMatchObject({
			blueTapeId: '63168de0cbee',
			news: { a: [1] },
			answeredError: 'not one',
		});
		expect(output[0].json).not.toHaveProperty('error');
	},
);
