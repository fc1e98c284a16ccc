import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../check';
import { printed } from '../printed';
import { nodes } from '../published';

/** The description as a class that somebody might have written. */
const classOf = (name: string, description: object): string =>
	`import { INodeType, INodeTypeDescription } from 'n8n-workflow';\nexport class ${name} implements INodeType {\n\tdescription: INodeTypeDescription = ${JSON.stringify(description, null, '\t').replace(/^(\t*)"(\w+)":/gm, '$1$2:')};\n}\n`;

/** What n8n's rules say to a node's description, as it is when the node runs. */
export async function descriptionComplaints(name: string, description: object): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-description-'));
	try {
		const className = name.charAt(0).toUpperCase() + name.slice(1);
		const file = join(folder, `${className}.node.ts`);
		await writeFile(file, classOf(className, description));
		return (await printed('descriptionLint.mjs', file)) as string[];
	} finally {
		await rm(folder, { recursive: true });
	}
}

export const descriptions: Check = {
	// Static lint can't see generated fields, so what they become is written out and linted as if somebody had typed it in.
	name: "generated fields: the live descriptions obey n8n's base rules",
	complaints: async () =>
		(
			await Promise.all(
				Object.entries(nodes).map(
					async ([name, { description }]) => await descriptionComplaints(name, description),
				),
			)
		).flat(),
};
