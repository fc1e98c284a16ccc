import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import { type Manifest, manifestOf } from '../candidate';
import type { Check } from '../check';
import { scan } from './scanner';

const absent = z.undefined({ message: 'n8n installs no dependencies' });

/** What n8n asks for and its rules for package.json leave out. */
const manifest = z
	.object({
		private: z.undefined(),
		author: z.object({ email: z.string().email() }),
		homepage: z.string().url(),
		repository: z.object({
			type: z.literal('git'),
			url: z.string().regex(/^git\+https:\/\/github\.com\/[\w.-]+\/[\w.-]+\.git$/),
		}),
		bugs: z.object({ url: z.string().url() }),
		files: z.array(z.string()).nonempty(),
		dependencies: absent,
		optionalDependencies: absent,
		bundledDependencies: absent,
		bundleDependencies: absent,
		n8n: z.object({ n8nNodesApiVersion: z.literal(1) }),
	})
	.superRefine(({ repository, homepage, bugs }, { addIssue }) => {
		const page = repository.url.slice('git+'.length, -'.git'.length);
		for (const [name, url] of Object.entries({ homepage, bugs: bugs.url })) {
			if (!url.startsWith(page)) addIssue({ code: 'custom', path: [name], message: `is not at ${page}` });
		}
	});

/** What n8n's rules leave out: what is wrong with package.json in a package that holds these files. */
export function manifestFlaws(given: Manifest, files: string[]): string[] {
	const { error } = manifest.safeParse(given);
	const registered = [...given.n8n.nodes, ...given.n8n.credentials];
	const classes = files.filter((path) => /\.(node|credentials)\.js$/.test(path));
	return [
		...(error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
		...registered.filter((path) => !files.includes(path)).map((path) => `${path} is not in the package`),
		...classes.filter((path) => !registered.includes(path)).map((path) => `${path} is not registered`),
	];
}

export const packageJson: Check = {
	name: 'package.json: keywords, n8n block, no runtime dependencies, repository, author, licence MIT',
	complaints: async (candidate) => [
		...(await scan(candidate.published, 'package.json')),
		...manifestFlaws(await manifestOf(candidate), await readdir(candidate.published, { recursive: true })),
	],
};
