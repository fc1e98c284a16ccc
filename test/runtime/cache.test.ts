import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from '../../runtime/cache';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'cache-test-'));
	process.env.N8N_NODES_BLUETAPE_CACHE = root;
});
afterEach(() => {
	delete process.env.N8N_NODES_BLUETAPE_CACHE;
	rmSync(root, { recursive: true });
});

const fill = jest.fn(async (folder: string) => writeFileSync(join(folder, 'thing'), 'whole'));
beforeEach(() => fill.mockClear());
const whole = () => readFileSync(join(root, 'part-1', 'thing'), 'utf8');
/** Id of a process that has ended. */
const endedPid = () => spawnSync(process.execPath, ['-e', '']).pid;

test('installs once and finds it again', async () => {
	expect(await cached('part-1', fill)).toBe(join(root, 'part-1'));
	await cached('part-1', fill);
	expect(fill).toHaveBeenCalledTimes(1);
	expect(whole()).toBe('whole');
});

test('what failed half way is not taken for finished, and is told', async () => {
	const half = async (folder: string) => {
		writeFileSync(join(folder, 'thing'), 'half');
		throw new Error('no network');
	};
	await expect(cached('part-1', half)).rejects.toThrow('no network');
	expect(readdirSync(root)).toEqual([]);
	await cached('part-1', fill);
	expect(whole()).toBe('whole');
});

test('what a killed process left is cleared and repaired', async () => {
	const pid = endedPid();
	mkdirSync(join(root, 'part-1'));
	writeFileSync(join(root, 'part-1', 'thing'), 'half');
	mkdirSync(join(root, `part-1.${pid}-0a1b2c3d`));
	mkdirSync(join(root, 'part-1.lock'));
	writeFileSync(join(root, 'part-1.lock', 'pid'), String(pid));
	await cached('part-1', fill);
	expect(whole()).toBe('whole');
	expect(readdirSync(root)).toEqual(['part-1']);
});

test('of two at the same time one installs and the other waits for it', async () => {
	let finish = () => {};
	const slow = jest.fn(async (folder: string) => {
		await new Promise<void>((resolve) => (finish = resolve));
		await fill(folder);
	});
	const both = [cached('part-1', slow), cached('part-1', slow)];
	while (!slow.mock.calls.length) await new Promise(setImmediate);
	expect(existsSync(join(root, 'part-1'))).toBe(false);
	finish();
	await Promise.all(both);
	expect(slow).toHaveBeenCalledTimes(1);
	expect(whole()).toBe('whole');
});

test("another process's install under way is left alone", async () => {
	mkdirSync(join(root, `part-1.${process.ppid}-0a1b2c3d`));
	await cached('part-1', fill);
	expect(readdirSync(root).sort()).toEqual(['part-1', `part-1.${process.ppid}-0a1b2c3d`]);
});

describe('with a last step', () => {
	const finish = jest.fn(async (_folder: string) => {});
	beforeEach(() => finish.mockReset());

	test('what it fails on stays, and only it is repeated', async () => {
		finish.mockRejectedValueOnce(new Error('no compiler'));
		await expect(cached('part-1', fill, finish)).rejects.toThrow('no compiler');
		expect(readdirSync(root)).toEqual(['part-1']);
		expect(whole()).toBe('whole');
		expect(await cached('part-1', fill, finish)).toBe(join(root, 'part-1'));
		await cached('part-1', fill, finish);
		expect(fill).toHaveBeenCalledTimes(1);
		expect(finish.mock.calls).toEqual([[join(root, 'part-1')], [join(root, 'part-1')]]);
	});

	test('it is repeated where its process was killed', async () => {
		let killed = () => {};
		const never = cached('part-1', fill, async () => await new Promise((resolve) => (killed = resolve)));
		while (!existsSync(join(root, 'part-1'))) await new Promise(setImmediate);
		writeFileSync(join(root, 'part-1.lock', 'pid'), String(endedPid()));
		await cached('part-1', fill, finish);
		expect(fill).toHaveBeenCalledTimes(1);
		expect(finish).toHaveBeenCalledTimes(1);
		killed();
		await never;
	});

	test('another caller waits for it', async () => {
		let finished = () => {};
		finish.mockImplementation(async () => await new Promise((resolve) => (finished = resolve)));
		let isThere = false;
		const first = cached('part-1', fill, finish);
		while (!finish.mock.calls.length) await new Promise(setImmediate);
		const second = cached('part-1', fill, finish).then(() => (isThere = true));
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(isThere).toBe(false);
		finished();
		await Promise.all([first, second]);
		expect(finish).toHaveBeenCalledTimes(1);
	});

	test('it finds nothing that was not downloaded to the end', async () => {
		const half = async (folder: string) => {
			writeFileSync(join(folder, 'thing'), 'half');
			throw new Error('no network');
		};
		await expect(cached('part-1', half, finish)).rejects.toThrow('no network');
		expect(finish).not.toHaveBeenCalled();
		expect(readdirSync(root)).toEqual([]);
	});
});
