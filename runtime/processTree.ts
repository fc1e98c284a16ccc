import execa from 'execa';

/** Ids of all processes below `pid`, read from the system's process table. Empty when it can't be read. */
export async function descendants(pid: number): Promise<number[]> {
	const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid='], { reject: false });
	const rows = (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number));
	const below = (parent: number): number[] =>
		rows.filter(([, ppid]) => ppid === parent).flatMap(([child]) => [child, ...below(child)]);
	return below(pid);
}

/** Sends a signal to a process; one that is gone already is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
