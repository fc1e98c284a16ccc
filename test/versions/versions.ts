import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Table from 'cli-table3';
import execa from 'execa';
import { seedBlueTape } from '../../emulator/blueTape/seed';
import { buildPackage } from '../../runtime/package';
import { type Chapter, confirmed, print } from '../../runtime/report';
import { type Stage, openStage } from '../../runtime/stage';
import { oneRun, wholeWay } from '../../runtime/tour';
import { type Version, versions } from '../../runtime/versions';
import { credentialTypes, nodes } from '../../release/published';
import { PAYMENT, payment, post } from '../triggers/blueTapeStage';

const progress = (line: string) => process.stderr.write(`${line} …\n`);
const newest = versions.at(-1)!;
/**
 * `BLUETAPE_N8N=2.42.0` tries one that is not in the list, `BLUETAPE_N8N_FOLDER` one that is installed there already; it should
 * behave like the newest that is in it.
 */
function wanted(): Version[] {
	const { BLUETAPE_N8N: n8n, BLUETAPE_N8N_FOLDER: folder } = process.env;
	if (!folder) return n8n ? [{ ...newest, n8n }] : versions;
	const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
	return [{ ...newest, n8n: version, node: Number(process.versions.node.split('.')[0]) }];
}

const columns = ['Nodes and credentials', 'First invoice', 'Triggers', 'Strangers'] as const;
const rows = new Map<string, string[]>();
let tarball: string;

beforeAll(async () => {
	progress('Packing the nodes');
	tarball = process.env.BLUETAPE_PACKAGE_TARBALL ?? (await buildPackage());
});
afterAll(async () => {
	if (!process.env.BLUETAPE_PACKAGE_TARBALL) await rm(dirname(tarball), { recursive: true });
	const table = new Table({ head: ['n8n', 'Node', ...columns], style: { head: [], border: [] } });
	for (const [version, cells] of rows) table.push([version, ...cells]);
	process.stdout.write(`${table.toString()}\n`);
});

describe.each(wanted())('n8n $n8n on Node $node', ({ n8n: version, node, brokenBody }) => {
	let stage: Stage;
	const row = ['–', ...columns.map(() => 'no')];
	/** A test whose answer stands in the table. */
	const column = (name: (typeof columns)[number], title: string, seen: () => Promise<string>) =>
		test(title, async () => void (row[columns.indexOf(name) + 1] = await seen()));

	beforeAll(async () => {
		rows.set(version, row);
		stage = await openStage({
			n8n: { version, packageTarball: tarball },
			// Demo documents would stand before the one whose way is shown.
			emulator: { seed: false },
			progress,
		});
		seedBlueTape(stage.emulator.blueTape.state);
	});
	afterAll(async () => await stage?.close());

	test('it is that n8n, on that Node', async () => {
		const { stdout } = await execa(stage.n8n.install.node, ['--version']);
		row[0] = stdout.slice(1);
		expect(row[0].split('.')[0]).toBe(String(node));
		const { versionCli } = await stage.api.rest<{ versionCli: string }>('GET', '/rest/settings');
		expect(versionCli).toBe(version);
	});

	column('Nodes and credentials', 'all nodes and credentials load', async () => {
		const names = Object.keys(nodes).map((name) => `n8n-nodes-bluetape.${name}`);
		expect(await stage.api.nodeTypes()).toEqual(expect.arrayContaining(names));
		const credentials = Object.keys(credentialTypes);
		expect(await stage.api.credentialTypes()).toEqual(expect.arrayContaining(credentials));
		return `${names.length} and ${credentials.length} load`;
	});

	/** The story's last chapter, or what speaks against it. */
	async function told(story: AsyncIterable<Chapter>): Promise<string> {
		const chapters: Chapter[] = [];
		for await (const chapter of story) {
			chapters.push(chapter);
			if (!confirmed(chapters)) throw new Error(print(chapters));
		}
		expect(chapters).not.toEqual([]);
		return 'runs';
	}

	column(
		'First invoice',
		'the first example runs, confirmed by the emulator',
		async () => await told(oneRun(stage, 'first-invoice', progress)),
	);

	column(
		'Triggers',
		'from a PDF to a paid invoice, by both triggers',
		async () => await told(wholeWay(stage, progress)),
	);

	column('Strangers', 'a notice without the secret is refused, whatever its body', async () => {
		const { nodes, id } = stage.examples['model-a-invoice-only'];
		const webhookId = nodes.find(({ type }) => type.endsWith('.blueTapeTrigger'))!.webhookId as string;
		const url = stage.api.webhookUrl(`${webhookId}/${PAYMENT}`);
		const before = await stage.api.executionIds(id);
		expect((await post(url, payment, {})).status).toBe(401);
		expect((await post(url, '{"invoiceId": ', {})).status).toBe(brokenBody);
		expect(await stage.api.executionIds(id)).toEqual(before);
		return `401, with broken JSON ${brokenBody}`;
	});
});
