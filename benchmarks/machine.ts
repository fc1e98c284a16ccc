import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import execa from 'execa';
import type { N8nInstall } from '../runtime/n8nInstall';

export interface Machine {
	processor: string;
	cores: number;
	memoryGB: number;
	system: string;
	/** Of n8n's process. */
	node: string;
	n8n: string;
	/** Processes that wanted to run in the last minute before the benchmarks began. */
	load: number;
}

export async function machine(install: N8nInstall): Promise<Machine> {
	const { stdout } = await execa(install.node, ['--version']);
	return {
		processor: cpus()[0].model.trim(),
		cores: cpus().length,
		memoryGB: Math.round(totalmem() / 2 ** 30),
		system: `${type()} ${release().split('.', 2).join('.')} ${arch()}`,
		node: stdout.replace(/^v/, ''),
		n8n: install.version,
		load: Number(loadavg()[0].toFixed(2)),
	};
}
