import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { installN8n } from '../../runtime/n8nInstall';
import { testStage } from './stage';

const { api } = testStage();

/** What people say, and the node that they mean. */
const SAID = {
	'trade credit': 'blueTape',
	'invoice financing': 'blueTape',
	'accounts receivable': 'blueTape',
	'net terms': 'blueTape',
	'payment received': 'blueTapeTrigger',
	'quote approval': 'blueTapeTrigger',
	OCR: 'bluDelta',
	'extract invoice data': 'bluDelta',
	'scan invoice': 'bluDelta',
};
const FIRST = 5;

interface Found {
	name: string;
	builderHintMessage?: string;
}
type Ask = (text: string) => Found[];

/** n8n's own searches, over all nodes of this n8n: that of the nodes panel, and that of the AI that builds workflows. */
let panel: Ask;
let builder: Ask;
beforeAll(async () => {
	const { folder } = await installN8n(process.env.BLUETAPE_N8N);
	const n8n = createRequire(join(folder, 'package.json'));
	const { sublimeSearch } = n8n('@n8n/utils/search/sublime-search') as {
		sublimeSearch: <Data>(text: string, data: Data[]) => Array<{ item: Data }>;
	};
	const { NodeSearchEngine } = n8n('@n8n/ai-utilities/node-catalog') as {
		NodeSearchEngine: new (types: INodeTypeDescription[]) => { searchByName: (text: string) => Found[] };
	};
	const types = await api.rest<INodeTypeDescription[]>('GET', '/types/nodes.json');
	// Where an agent has not asked for tools, neither search offers them.
	const all = types.filter(({ name }) => !name.endsWith('Tool'));
	const newest = Object.values(Object.fromEntries(all.map((type) => [type.name, type])));
	const shown = newest.map((properties) => ({ key: properties.name, properties }));
	panel = (text) => sublimeSearch(text.toLowerCase(), shown).map(({ item }) => item.properties);
	const engine = new NodeSearchEngine(all);
	builder = (text) => engine.searchByName(text);
});

const first = (found: Found[]) => found.slice(0, FIRST).map(({ name }) => name);

test('there are nodes to be told from', () => expect(panel('slack')[0].name).toBe('n8n-nodes-base.slack'));

test.each(Object.entries(SAID))("%s brings %s among the panel's first five", (text, node) => {
	expect(first(panel(text))).toContain(`n8n-nodes-bluetape.${node}`);
});

// "extract invoice data" is not among them: this search scores each word by itself, a word in a node's name half as high again as
// an alias, and five nodes of n8n have "extract" or "invoice" in their names.
const words = Object.entries(SAID).filter(([text]) => text !== 'extract invoice data');
test.each(words)('%s brings %s among the first five for an AI that builds workflows', (text, node) => {
	expect(first(builder(text))).toContain(`n8n-nodes-bluetape.${node}`);
});

test.each([...new Set(Object.values(SAID)), 'bluDeltaTrigger'])(
	'%s tells a builder how it is used',
	(node) => {
		const found = builder(node).find(({ name }) => name === `n8n-nodes-bluetape.${node}`);
		expect(found?.builderHintMessage).toMatch(/\w+/);
	},
);
