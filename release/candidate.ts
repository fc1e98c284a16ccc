import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import execa from 'execa';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { buildPackage, projectFolder, unpackPackage } from '../runtime/package';
import { printed } from './printed';

interface Icons {
	/** Like `icons/n8n-nodes-bluetape/dist/nodes/BlueTape/blueTape.svg`. */
	iconUrl?: { light: string; dark: string };
}

/** What n8n made of the package. */
export interface Loaded {
	nodes: Array<Omit<INodeTypeDescription, 'iconUrl'> & Icons>;
	credentials: Array<Omit<ICredentialType, 'iconUrl'> & Icons>;
}

/** What n8n knows of the package without any class of it. */
export interface LazilyLoaded {
	/** Whether n8n took the shipped metadata. */
	isLazyLoaded: boolean;
	types: Loaded;
	/** Files of the package that were run, by their path in it. */
	run: string[];
	/** Names of what is only in the classes, by node or credential: methods and functions. */
	classes: Record<string, string[]>;
}

/** The package as it would be published, in the forms that the checks look at. */
export interface Candidate {
	/** The working tree. */
	project: string;
	/** What `npm pack` gave. */
	tarball: string;
	/** The tarball's files. */
	published: string;
	/** The same as n8n installs them: in a folder of their own, without peer dependencies. */
	installed: string;
	/** The Git tag that it is to be published under. */
	tag?: string;
}

export interface Manifest {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
}

/** Builds and packs this project. `remove` removes what was made outside of it. */
export async function openCandidate(tag?: string): Promise<Candidate & { remove: () => Promise<void> }> {
	const tarball = await buildPackage();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-release-'));
	const installed = await unpackPackage(tarball, folder);
	const published = await mkdtemp(join(folder, 'published-'));
	await execa('tar', ['-xzf', tarball, '-C', published, '--strip-components=1']);
	const remove = async () => {
		for (const each of [folder, dirname(tarball)]) await rm(each, { recursive: true });
	};
	return { project: projectFolder, tarball, published, installed, tag, remove };
}

export async function manifestOf({ published }: Candidate): Promise<Manifest> {
	return JSON.parse(await readFile(join(published, 'package.json'), 'utf8')) as Manifest;
}

/** Loads the package's classes, as an install in the editor does. Throws with n8n's words when it can't. */
export async function load({ installed }: Candidate): Promise<Loaded> {
	return (await printed('load.js', installed)) as Loaded;
}

/** Loads the package as every start of n8n does. */
export async function loadLazily({ installed }: Candidate): Promise<LazilyLoaded> {
	return (await printed('loadLazily.js', installed)) as LazilyLoaded;
}
