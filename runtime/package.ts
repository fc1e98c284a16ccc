import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import execa from 'execa';
import { npm } from './npm';

export const projectFolder = resolve(__dirname, '..');

/** `npm run build` and `npm pack` of this project. Path of the tarball, alone in a temporary folder. */
export async function buildPackage(): Promise<string> {
	await npm(['run', 'build'], { folder: projectFolder });
	return await packFolder(projectFolder);
}

/** `npm pack` of a folder as it stands. Path of the tarball, alone in a temporary folder. */
export async function packFolder(folder: string): Promise<string> {
	const destination = await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-pack-'));
	await npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', destination], { folder });
	const [tarball] = await readdir(destination);
	return join(destination, tarball);
}

/**
 * Puts a package where n8n keeps community packages, under its production name and without dependencies, as n8n's
 * own install does. Returns the package's folder. Throws when the tarball isn't one of `npm pack`.
 */
export async function unpackPackage(tarball: string, userFolder: string): Promise<string> {
	const packages = join(userFolder, '.n8n', 'nodes', 'node_modules');
	await mkdir(packages, { recursive: true });
	const unpacked = await mkdtemp(join(packages, '.unpack-'));
	await execa('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
	const file = join(unpacked, 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as { name: string; [field: string]: unknown };
	for (const kind of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete manifest[kind];
	await writeFile(file, JSON.stringify(manifest, null, 2));
	const folder = join(packages, manifest.name);
	await mkdir(dirname(folder), { recursive: true });
	await rm(folder, { recursive: true, force: true });
	await rename(unpacked, folder);
	return folder;
}
