import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 50;
/** Linux counts processor time in ticks of 10 ms. */
const TICK_MS = 10;

interface Sample {
	time: number;
	/** Resident memory. */
	megabytes: number;
	/** Processor time of all threads since the start. */
	cpuMs: number;
}

/** What a process uses at this moment. Linux only. */
export async function sample(pid: number): Promise<Sample> {
	const [status, stat] = await Promise.all([
		readFile(`/proc/${pid}/status`, 'utf8'),
		readFile(`/proc/${pid}/stat`, 'utf8'),
	]);
	const fields = fieldsOf(stat);
	return {
		time: Date.now(),
		megabytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024,
		// User and system time.
		cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
	};
}

/** The fields after the name in brackets. */
const fieldsOf = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** When a process was started, in milliseconds since 1970, to about 10 ms. */
export async function bornAt(pid: number): Promise<number> {
	const [stat, uptime] = await Promise.all([
		readFile(`/proc/${pid}/stat`, 'utf8'),
		readFile('/proc/uptime', 'utf8'),
	]);
	const booted = Date.now() - Number(uptime.split(' ')[0]) * 1000;
	return booted + Number(fieldsOf(stat)[19]) * TICK_MS;
}

export interface Watch {
	/** Between two moments (milliseconds since 1970): peak of memory above that at the first, and processor time. */
	between: (from: number, to: number) => { addedMB: number; cpuMs: number };
	stop: () => Promise<void>;
}

/** Samples memory and processor time of a process every 50 ms until `stop()`. Linux only. */
export async function watch(pid: number): Promise<Watch> {
	const samples = [await sample(pid)];
	let on = true;
	const watching = (async () => {
		while (on) {
			await sleep(EVERY_MS);
			const next = await sample(pid).catch(() => undefined);
			if (next) samples.push(next);
		}
	})();
	return {
		between(from, to) {
			const first = samples.filter(({ time }) => time <= from).at(-1) ?? samples[0];
			const during = samples.filter(({ time }) => time > from && time <= to + EVERY_MS);
			return {
				addedMB: Math.max(0, ...during.map(({ megabytes }) => megabytes - first.megabytes)),
				cpuMs: (during.at(-1) ?? first).cpuMs - first.cpuMs,
			};
		},
		async stop() {
			on = false;
			await watching;
		},
	};
}
