import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printed } from './printed';
import { credentialTypes, nodes } from './published';

// Static lint can't see generated fields, so the live description is written out and linted like a hand-written one.
const folder = mkdtempSync(join(tmpdir(), 'descriptions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What n8n's rules say to a file of that name and text. */
async function complaints(fileName: string, code: string): Promise<string[]> {
	const path = join(folder, fileName);
	writeFileSync(path, code);
	return (await printed('lint.mjs', path)) as string[];
}

/** The description as a class that somebody might have written. */
const classOf = (name: string, description: unknown): string =>
	`import { INodeType, INodeTypeDescription } from 'n8n-workflow';\nexport class ${name} implements INodeType {\n\tdescription: INodeTypeDescription = ${JSON.stringify(description, null, '\t').replace(/^(\t*)"(\w+)":/gm, '$1$2:')};\n}\n`;

it.each(Object.entries(nodes))(
	"the live description of %s obeys n8n's rules",
	async (name, { description }) => {
		const className = name.charAt(0).toUpperCase() + name.slice(1);
		expect(await complaints(`${className}.node.ts`, classOf(className, description))).toEqual([]);
	},
);

it('would see a generated field that breaks a rule', async () => {
	const bad = {
		...nodes.blueTape.description,
		properties: [{ displayName: 'due date', name: 'dueDate', type: 'boolean', default: 0 }],
	};
	expect((await complaints('BlueTape.node.ts', classOf('BlueTape', bad))).length).toBeGreaterThan(1);
});

it.each(Object.entries(credentialTypes))(
	'the credential %s has an icon, a documentation page and a test',
	(_name, type) => {
		expect(type.icon).toMatchObject({
			light: expect.stringMatching(/\.svg$/),
			dark: expect.stringMatching(/\.dark\.svg$/),
		});
		expect(type.documentationUrl).toMatch(/^https:/);
	},
);
