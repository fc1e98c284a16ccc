import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { descendants, signal } from './processTree';

/** A program that runs beside this one. */
export interface Child {
	/** What it is to people, like `worker 1`. */
	name: string;
	pid: number;
	logFile: string;
	/** The last lines that it logged. */
	logTail: (lines?: number) => Promise<string>;
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

/**
 * Starts a program that ends with this one (by leash.js or keeper.js), and waits until it is ready. Throws with the end of its
 * log; nothing is left running then.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
	const { name, command, cwd, env, logFile } = options;
	const log = openSync(logFile, 'a');
	const child = spawn(command[0], command.slice(1), { cwd, env, stdio: ['ignore', log, log, 'ipc'] });
	closeSync(log);
	// It doesn't keep this process alive.
	child.unref();
	child.channel?.unref();
	child.on('error', () => {});
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const logTail = async (lines = 25) =>
		(await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-lines).join('\n');

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
		await Promise.race([gone, sleep(10_000, undefined, { signal: patience.signal })]);
		patience.abort();
		await kill();
		// They see the end of the process above them by themselves, unless that was killed.
		for (const pid of below) signal(pid, 'SIGKILL');
	}

	const notReady = await readiness(child, options);
	if (notReady) {
		await stop();
		throw new Error(`${name} ${notReady}. The end of its log:\n${await logTail()}`);
	}
	return { name, pid: child.pid!, logFile, logTail, kill, stop };
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Undefined once it is ready, else the reason why it won't be. */
async function readiness(child: ChildProcess, options: ChildOptions): Promise<string | undefined> {
	const deadline = Date.now() + options.readySeconds * 1000;
	while (Date.now() < deadline) {
		if (child.pid === undefined) return 'could not be started';
		if (ended(child)) return `ended with ${child.signalCode ?? `exit code ${child.exitCode}`}`;
		if (await options.ready().catch(() => false)) return undefined;
		await sleep(150);
	}
	return `was not ready after ${options.readySeconds} seconds`;
}
