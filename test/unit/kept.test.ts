import type { IDataObject } from 'n8n-workflow';
import { tables } from '../../generate/schemas';
import { isInvoiceName } from '../../nodes/BluDelta/detection/documentNames';
import { resources as blueTape } from '../../nodes/BlueTape/resources';
import { kept } from '../../nodes/shared/run/kept';
import { labelOf, parameterOf } from '../../nodes/shared/table/notes';
import { run } from './stage';
import { read, write } from './things';

// Keep Input Fields: what an answer does not have is not there. An older answer's value would pass for this one's.

const operations = Object.values(tables).flatMap((resources) =>
	Object.entries(resources).flatMap(([resource, one]) =>
		Object.entries(one.operations).map(([key, operation]) => ({ called: `${resource}: ${key}`, operation })),
	),
);
const own: IDataObject = { 'My Number': 7, note: 'mine', paid: true };

it.each(operations)('$called takes nothing of its own from the input', ({ operation }) => {
	const names = [...Object.keys(operation.example), ...(operation.gives ?? [])];
	const older = Object.fromEntries(names.map((name) => [name, 'older']));
	const { json } = kept({ operation, settings: {} }, { json: { ...own, ...older, answeredError: 'older' } });
	expect(json).toEqual(own);
});

it('what was worked out for another record is not kept where this one has nothing worked out', async () => {
	const items = [{ json: { derived: ['older'] } }];
	const parameters = { thingId: 'T', options: { keepInput: true } };
	const workingOut = write({ complete: ({ input }: { input: object }) => input });
	expect((await run(workingOut, { items, parameters })).items[0].json).toEqual({ thingId: 'T' });
	const notWorkingOut = await run(read(), { items, parameters });
	expect(notWorkingOut.items[0].json).toEqual({ thingId: 'T', derived: ['older'] });
});

it.each<[boolean, object]>([
	[true, {}],
	[false, { dryRun: false }],
])('what was sent is no dry run because of an item that has dryRun %p', async (dryRun, said) => {
	const parameters = { thingId: 'T', options: { keepInput: true } };
	const { items } = await run(read(), { items: [{ json: { dryRun } }], parameters });
	expect(items[0].json).toEqual({ thingId: 'T', ...said });
});

const file = (data: string) => ({ data, mimeType: 'application/pdf' });

it.each([
	['beside its JSON', { json: {}, binary: { data: file('b2xk'), other: file('bWluZQ==') } }],
	['in its JSON', { json: { _files: { data: file('b2xk'), other: file('bWluZQ==') } } }],
])("an item with files %s keeps those that are not the operation's own", (_, item) => {
	const { downloadFile } = blueTape.invoice.operations;
	const settings = { binaryPropertyName: 'data' };
	const { json, binary } = kept({ operation: downloadFile, settings }, item);
	expect(binary ?? json._files).toEqual({ other: file('bWluZQ==') });
	const all = kept({ operation: downloadFile, settings: { binaryPropertyName: 'other' } }, item);
	expect(Object.keys((all.binary ?? all.json._files) as object)).toEqual(['data']);
});

it('an item whose only file is the one that did not come has none', () => {
	const { downloadFile } = blueTape.invoice.operations;
	const call = { operation: downloadFile, settings: { binaryPropertyName: 'data' } };
	expect(kept(call, { json: {}, binary: { data: file('b2xk') } })).toEqual({ json: {} });
	expect(kept(call, { json: { _files: { data: file('b2xk') } } })).toEqual({ json: {} });
	for (const _files of ['a text of the user', ['a', 'list'], null])
		expect(kept(call, { json: { _files } })).toEqual({ json: { _files } });
});

it('a file that is sent stays', () => {
	const { uploadFile } = blueTape.invoice.operations;
	const item = { json: {}, binary: { data: file('bWluZQ==') } };
	expect(kept({ operation: uploadFile, settings: { binaryPropertyName: 'data' } }, item)).toEqual(item);
});

// The nodes know nothing of each other: what one of them puts out, the other one takes by any of its names.
it.each(['create', 'upsert', 'update', 'createSimplified'])(
	'To BlueTape Invoice knows every name by which Invoice: %s takes what it makes',
	(operation) => {
		const names = Object.entries(blueTape.invoice.operations[operation].body!)
			.filter(([name]) => isInvoiceName(name))
			.flatMap(([name, field]) => [name, parameterOf(name, field), labelOf(name, field)]);
		expect(names.length).toBeGreaterThan(27);
		expect(names.filter((name) => !isInvoiceName(name))).toEqual([]);
	},
);

it('an item whose files are null has none', () => {
	const { operation } = operations[0];
	const item = { json: own, binary: null } as unknown as Parameters<typeof kept>[1];
	expect(kept({ operation, settings: {} }, item)).toEqual({ json: own });
});
