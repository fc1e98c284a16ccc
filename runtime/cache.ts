import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import envPaths from 'env-paths';

const complete = (folder: string) => existsSync(join(folder, '.complete'));

/** Where large downloads live: the user's cache folder, or `N8N_NODES_BLUETAPE_CACHE`. */
export function cacheRoot(): string {
	return process.env.N8N_NODES_BLUETAPE_CACHE || envPaths('n8n-nodes-bluetape', { suffix: '' }).cache;
}

/**
 * The folder `name` of the cache, filled by `install` when it isn't finished yet. Safe to interrupt and to call from
 * several processes: each installs beside the place, moves the result there in one step, and the others wait for it.
 * Throws what `install` throws.
 */
export async function cached(name: string, install: (folder: string) => Promise<void>): Promise<string> {
	const folder = join(cacheRoot(), name);
	const unlock = await lock(folder);
	if (!unlock) return folder;
	const workFolder = `${folder}.${process.pid}-${randomUUID().slice(0, 8)}`;
	try {
		await clearInterrupted(folder);
		await mkdir(workFolder, { recursive: true });
		await install(workFolder);
		await writeFile(join(workFolder, '.complete'), `${new Date().toISOString()}\n`);
		if (!complete(folder)) {
			await remove(folder);
			await rename(workFolder, folder);
		}
	} catch (error) {
		if (!complete(folder)) throw error;
	} finally {
		await remove(workFolder);
		await unlock();
	}
	return folder;
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
