import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { descendants, signal } from '../processTree';
import { until } from '../until';

export interface Child {
	/** What it is to people, like `worker 1`. */
	name: string;
	pid: number;
	logFile: string;
	/** SIGKILL to the process and those below it, as a crash of the machine would. */
	kill: () => Promise<void>;
	/** SIGTERM, after ten seconds as `kill`; waits for the end. */
	stop: () => Promise<void>;
}

export interface ChildOptions {
	name: string;
	command: string[];
	cwd: string;
	env: Record<string, string>;
	logFile: string;
	/** Is it ready? Asked until it is; an error thrown counts as no. */
	ready: () => Promise<boolean>;
	readySeconds: number;
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Starts a process that ends with this one (by leash.js or keeper.js), and waits until it is ready. Throws with the end of its log. */
export async function startChild(options: ChildOptions): Promise<Child> {
	const { name, command, cwd, env, logFile } = options;
	const log = openSync(logFile, 'a');
	const child = spawn(command[0], command.slice(1), { cwd, env, stdio: ['ignore', log, log, 'ipc'] });
	closeSync(log);
	child.unref();
	child.channel?.unref();
	child.on('error', () => {});
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));

	async function kill(): Promise<void> {
		if (child.pid === undefined || ended(child)) return;
		const below = await descendants(child.pid);
		child.ref();
		for (const pid of [child.pid, ...below]) signal(pid, 'SIGKILL');
		await gone;
	}
	async function stop(): Promise<void> {
		if (child.pid === undefined || ended(child)) return;
		const below = await descendants(child.pid);
		child.ref();
		child.kill('SIGTERM');
		const patience = new AbortController();
		await Promise.race([gone, sleep(10_000, undefined, { signal: patience.signal })]).catch(() => {});
		patience.abort();
		await kill();
		for (const pid of below) signal(pid, 'SIGKILL');
	}

	try {
		await until(`${name} is ready`, options.readySeconds, async () => {
			if (child.pid === undefined || ended(child)) throw new Error(`${name} could not be started`);
			return (await options.ready().catch(() => false)) || undefined;
		});
	} catch (error) {
		await kill();
		const tail = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-25).join('\n');
		throw new Error(`${(error as Error).message}. The end of its log:\n${tail}`);
	}
	return { name, pid: child.pid!, logFile, kill, stop };
}
