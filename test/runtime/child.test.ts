import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import execa from 'execa';
import { type ChildOptions, startChild } from '../../runtime/child';
import { descendants } from '../../runtime/processTree';
import { until } from '../../runtime/until';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'child-test-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

/** Starts a line of JavaScript, which is ready once it has logged `ready`. */
const start = async (code: string, options: Partial<ChildOptions> = {}) => {
	const logFile = join(folder, `${Math.random()}.log`);
	return await startChild({
		name: 'the child',
		command: [process.execPath, '--eval', code],
		cwd: folder,
		env: {},
		logFile,
		ready: async () => (await readFile(logFile, 'utf8')).includes('ready'),
		readySeconds: 20,
		...options,
	});
};
/** What runs of these; one that has ended and that nobody has asked about (`Z`) does not. */
async function running(pids: number[]): Promise<number[]> {
	const { stdout } = await execa('ps', ['-o', 'pid=,stat=', '-p', pids.join()], { reject: false });
	const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/));
	return rows.filter(([pid, state]) => pid && !state.startsWith('Z')).map(([pid]) => Number(pid));
}
const gone = async (pids: number[]) =>
	await until('they are gone', 5, async () => (await running(pids)).length === 0 || undefined);

const FOREVER = 'setInterval(() => {}, 1000);';
const DEAF = `process.on('SIGTERM', () => {}); ${FOREVER}`;
const GRANDCHILD = `require('child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(FOREVER)}]);`;

it('is there once it is ready, and gone after stop, with what it started', async () => {
	const child = await start(`${GRANDCHILD} console.log('ready'); ${FOREVER}`);
	const below = await descendants(child.pid);
	expect(await running([child.pid, ...below])).toEqual([child.pid, ...below]);
	expect(below).toHaveLength(1);
	expect(await child.logTail(1)).toBe('ready');
	await child.stop();
	await gone([child.pid, ...below]);
	await child.stop();
});

it('kill asks nobody', async () => {
	const child = await start(`console.log('ready'); ${DEAF}`);
	await child.kill();
	await gone([child.pid]);
});

it.each([
	['that ends', "console.log('no disk'); process.exit(3)", {}, 'ended with exit code 3', 'no disk'],
	['that cannot be started', '', { command: ['/no/such/program'] }, 'could not be started', ''],
	[
		'that takes too long',
		`console.log('slow'); ${FOREVER}`,
		{ readySeconds: 1 },
		'was not ready after 1 seconds',
		'slow',
	],
])('of a program %s it gives the reason and the log', async (_case, code, options, reason, log) => {
	await expect(start(code, options)).rejects.toThrow(`the child ${reason}. The end of its log:\n${log}`);
});
