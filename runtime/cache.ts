import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import envPaths from 'env-paths';

const DOWNLOADED = '.downloaded';
const COMPLETE = '.complete';
const downloaded = (folder: string) => existsSync(join(folder, DOWNLOADED)) || complete(folder);
const complete = (folder: string) => existsSync(join(folder, COMPLETE));
const mark = async (folder: string, name: string) =>
	await writeFile(join(folder, name), `${new Date().toISOString()}\n`);

/** Where large downloads live: the user's cache folder, or `N8N_NODES_BLUETAPE_CACHE`. */
export function cacheRoot(): string {
	return process.env.N8N_NODES_BLUETAPE_CACHE || envPaths('n8n-nodes-bluetape', { suffix: '' }).cache;
}

/**
 * The folder `name` of the cache, filled by `download` and then made ready by `finish` where it isn't yet. When `finish`
 * throws or is interrupted, what was downloaded stays, and the next call only finishes it: `finish` must bear repeating.
 * Safe to interrupt and to call from several processes: each downloads beside the place, moves the result there in one
 * step, and the others wait until it is finished. Throws what `download` and `finish` throw.
 */
export async function cached(
	name: string,
	download: (folder: string) => Promise<void>,
	finish: (folder: string) => Promise<void> = async () => {},
): Promise<string> {
	const folder = join(cacheRoot(), name);
	const unlock = await lock(folder);
	if (!unlock) return folder;
	try {
		await clearInterrupted(folder);
		if (!downloaded(folder)) await downloadBeside(folder, download);
		await finish(folder);
		await mark(folder, COMPLETE);
	} catch (error) {
		if (!complete(folder)) throw error;
	} finally {
		await unlock();
	}
	return folder;
}

async function downloadBeside(folder: string, download: (folder: string) => Promise<void>): Promise<void> {
	const workFolder = `${folder}.${process.pid}-${randomUUID().slice(0, 8)}`;
	try {
		await mkdir(workFolder, { recursive: true });
		await download(workFolder);
		await mark(workFolder, DOWNLOADED);
		if (!downloaded(folder)) {
			await remove(folder);
			await rename(workFolder, folder);
		}
	} finally {
		await remove(workFolder);
	}
}

/** Removes what installs of ended processes left beside the place. */
async function clearInterrupted(folder: string): Promise<void> {
	for (const name of await readdir(dirname(folder))) {
		const [, pid] = /\.(\d+)-[\da-f]{8}$/.exec(name) ?? [];
		const ours = pid && name.startsWith(`${basename(folder)}.${pid}-`);
		if (ours && !alive(Number(pid))) await remove(join(dirname(folder), name));
	}
}

/** Resolves to undefined as soon as the folder is complete, else to the function that gives the lock back. */
async function lock(folder: string): Promise<(() => Promise<void>) | undefined> {
	const lockFolder = `${folder}.lock`;
	await mkdir(dirname(folder), { recursive: true });
	while (!complete(folder)) {
		try {
			await mkdir(lockFolder);
			await writeFile(join(lockFolder, 'pid'), String(process.pid));
			return async () => remove(lockFolder);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		if (await abandoned(lockFolder)) await remove(lockFolder);
		else await sleep(500);
	}
	return undefined;
}

/** A lock is abandoned when its process is gone, or when it stayed without a process id for ten seconds. */
async function abandoned(lockFolder: string): Promise<boolean> {
	try {
		const pid = Number(await readFile(join(lockFolder, 'pid'), 'utf8'));
		if (pid) return !alive(pid);
	} catch {
		// Not written yet, or just given back.
	}
	const { mtimeMs } = await stat(lockFolder).catch(() => ({ mtimeMs: Date.now() }));
	return Date.now() - mtimeMs > 10_000;
}

function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

const remove = async (path: string) => await rm(path, { recursive: true, force: true, maxRetries: 3 });
