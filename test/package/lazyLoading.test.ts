import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../../package.json';
import { type LazilyLoaded, load, type Loaded, loadLazily, openCandidate } from '../../release/candidate';
import { credentialTypes, nodes } from '../../release/published';
import { projectFolder } from '../../runtime/package';

// At its start n8n reads what the build wrote down of the classes; here it is held against the classes as they are in the sources.
let candidate: Awaited<ReturnType<typeof openCandidate>>;
let lazy: LazilyLoaded;
let eager: Loaded;
beforeAll(async () => {
	candidate = await openCandidate();
	[lazy, eager] = await Promise.all([loadLazily(candidate), load(candidate)]);
}, 180_000);
afterAll(async () => await candidate?.remove());

const asJson = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value;
const byName = <Type extends { name: string }>(types: Type[], name: string) =>
	types.find((type) => type.name === name)!;

test("n8n's loader takes the metadata and runs no file of the package", () => {
	expect(lazy.isLazyLoaded).toBe(true);
	expect(lazy.run).toEqual([]);
});

test('nothing is missing, and nothing else is there', () => {
	expect(lazy.types.nodes.map(({ name }) => name).sort()).toEqual(Object.keys(nodes).sort());
	const credentials = lazy.types.credentials.map(({ name }) => name);
	expect(credentials.sort()).toEqual(Object.keys(credentialTypes).sort());
});

test.each(Object.keys(nodes))('%s: says what its class says', async (name) => {
	const { icon: _, properties, ...live } = asJson(nodes[name].description);
	const { properties: shipped, ...rest } = byName(lazy.types.nodes, name);
	expect(rest).toMatchObject(live);
	// n8n itself puts the times of a polling trigger first.
	expect(shipped.slice(live.polling ? 1 : 0)).toEqual(properties);
	const path = manifest.n8n.nodes.find((each) =>
		each.toLowerCase().endsWith(`/${name}.node.js`.toLowerCase()),
	)!;
	const codex = await readFile(join(projectFolder, `${path.replace('dist/', '')}on`), 'utf8');
	const { categories, alias } = JSON.parse(codex) as { categories: string[]; alias: string[] };
	expect(rest.codex).toMatchObject({ categories, alias });
});

test.each(Object.keys(credentialTypes))('%s: says what its class says', (name) => {
	const { icon: _, authenticate, ...live } = asJson(credentialTypes[name]);
	const shipped = byName(lazy.types.credentials, name);
	expect(shipped).toMatchObject(live);
	// n8n asks of a function only whether it is there.
	const isFunction = typeof credentialTypes[name].authenticate === 'function';
	expect(shipped.authenticate).toEqual(isFunction ? {} : authenticate);
});

test('an install in the editor, which loads the classes, shows the same', () => {
	expect(lazy.types).toEqual(asJson(eager));
});

test('what runs is in the classes, which n8n loads when they are used', () => {
	expect(lazy.classes).toEqual({
		...{ blueTape: ['execute'], bluDelta: ['execute'] },
		...{ blueTapeTrigger: ['webhook', 'execute'], bluDeltaTrigger: ['poll'] },
		...{ blueTapeApi: ['authenticate'], blueTapeWebhookApi: [], bluDeltaApi: ['authenticate'] },
	});
});
