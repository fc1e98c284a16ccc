import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import execa from 'execa';
import { advice } from './driverNeeds';
import { npm } from './npm';

/**
 * Builds n8n's database driver, sqlite3, in the folder that n8n is installed in, for the Node that n8n runs on, and loads it
 * once. Throws with what is missing on this machine and how to get it.
 */
export async function buildDriver(folder: string, node: string): Promise<void> {
	const nodedir = await headersFor(node);
	const log = join(folder, 'driver.log');
	try {
		const settings: Record<string, string> = nodedir ? { nodedir } : {};
		await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { folder, node, settings });
		await execa(node, ['--eval', "require('sqlite3')"], { cwd: folder });
		await rm(log, { force: true });
	} catch (error) {
		const { message, cause = message } = error as Error;
		await writeFile(log, String(cause));
		const machine = { platform: process.platform, hasApt: existsSync('/usr/bin/apt-get') };
		const brokenNodedir = nodedir && !hasHeaders(nodedir) ? nodedir : undefined;
		throw new Error(
			[
				'The database driver of n8n (sqlite3) could not be built.',
				advice(String(cause), machine, brokenNodedir),
				`Then start again: only this step is repeated, for what was downloaded stays in ${folder}.`,
				`All that npm said stands in ${log}`,
			].join('\n'),
			{ cause: error },
		);
	}
}

/**
 * The folder that the driver is built against: npm's setting `nodedir`, else the place of a Node that brings its headers,
 * n8n's own first. Undefined where there is none: then node-gyp fetches them from nodejs.org. They may be those of another
 * Node version than n8n's, for the driver keeps to Node-API, which is the same in all of them.
 */
export async function headersFor(node: string): Promise<string | undefined> {
	// With all settings of the caller, those of an outer `npm run` too.
	const { stdout } = await execa('npm', ['config', 'get', 'nodedir'], { stdin: 'ignore', reject: false });
	const set = stdout.trim();
	if (set && set !== 'undefined' && set !== 'null') return set;
	return [node, process.execPath].map((path) => dirname(dirname(path))).find(hasHeaders);
}

/** Whether node-gyp finds there what it needs: headers as Node installs them, or Node's source. */
const hasHeaders = (folder: string) =>
	['include/node/common.gypi', 'common.gypi'].some((path) => existsSync(join(folder, path)));
