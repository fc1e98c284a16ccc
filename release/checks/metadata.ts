import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import execa from 'execa';
import { projectFolder } from '../../runtime/package';
import { type Candidate, loadLazily } from '../candidate';
import type { Check } from '../check';

/** What n8n reads at its start in place of the classes. */
const FILES = ['known', 'types'].flatMap((kind) =>
	['nodes', 'credentials'].map((what) => `dist/${kind}/${what}.json`),
);

/** The same files, made anew from the package's classes by n8n's own generator; by path. */
async function remade({ installed }: Candidate): Promise<Record<string, string>> {
	const folder = await mkdtemp(join(dirname(installed), '.metadata-'));
	try {
		await cp(installed, folder, { recursive: true });
		for (const file of FILES) await rm(join(folder, file), { force: true });
		await execa('n8n-generate-metadata', {
			...{ cwd: folder, preferLocal: true, localDir: projectFolder },
			env: { NODE_ENV: 'production', NODE_PATH: join(projectFolder, 'node_modules') },
		});
		return await textsIn(folder);
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function textsIn(folder: string): Promise<Record<string, string>> {
	const texts = FILES.map(async (file) => [file, await readFile(join(folder, file), 'utf8')]);
	return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

export const metadata: Check = {
	name: "metadata: what n8n reads in place of the code is what n8n's generator makes of this very code",
	complaints: async (candidate) => {
		const { isLazyLoaded, run } = await loadLazily(candidate);
		if (!isLazyLoaded) return ["n8n's loader does not take dist/known and dist/types"];
		const [shipped, made] = await Promise.all([textsIn(candidate.installed), remade(candidate)]);
		return [
			...run.map((file) => `${file} is run at the start of n8n`),
			...FILES.filter((file) => shipped[file] !== made[file]).map((file) => `${file} is stale`),
		];
	},
};
