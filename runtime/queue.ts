import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type N8nInstall, installN8n } from './n8nInstall';
import { type N8nProcess, type N8nProcessOptions, startN8nProcess } from './n8nProcess';
import { buildPackage, unpackPackage } from './package';
import { type Clients, openClients } from './queue/clients';
import { programs } from './queue/programs';
import { type Store, startPostgres, startRedis } from './queue/stores';

export interface QueueOptions {
	webhooks: number;
	workers: number;
	/** A tarball of `npm pack`; without it this project is built and packed. */
	packageTarball?: string;
	/** For every n8n process; stronger than anything else. */
	env?: Record<string, string>;
	progress?: (line: string) => void;
}

/** n8n in queue mode: several processes on this machine, over Postgres and Redis. */
export interface Queue extends Clients {
	main: N8nProcess;
	webhooks: N8nProcess[];
	workers: N8nProcess[];
	install: N8nInstall;
	/** All logs, the user folder that the processes share, and the package in it. */
	folder: string;
	/** Starts a process that has ended anew, in its place and at its address. */
	restart: (ended: N8nProcess) => Promise<void>;
	/** Stops everything, whatever state it is in, and removes all folders. */
	stop: () => Promise<void>;
}

/** Environment that all processes share. */
function shared({ postgres, redis }: { postgres: Store; redis: Store }): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'postgres',
		DB_POSTGRESDB_PASSWORD: postgres.password,
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
}

async function isHealthy(url: string): Promise<boolean> {
	const answer = await fetch(`${url}/healthz/readiness`, { signal: AbortSignal.timeout(5000) });
	return answer.ok && (await answer.text()).includes('ok');
}

/**
 * Starts n8n in queue mode with the package in it: one main, and as many webhook processes and workers as told, on loopback and
 * without outbound calls. When a part fails, stops the rest and throws.
 */
export async function startQueue(options: QueueOptions): Promise<Queue> {
	const progress = options.progress ?? (() => {});
	const found = await programs(progress);
	const install = await installN8n(undefined, progress);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-queue-'));
	const ends: Array<() => Promise<unknown>> = [
		async () => await rm(folder, { recursive: true, force: true, maxRetries: 5 }),
	];
	const stop = async () => {
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		progress('Packing the nodes');
		const tarball = options.packageTarball ?? (await buildPackage());
		await unpackPackage(tarball, folder);
		if (!options.packageTarball) await rm(dirname(tarball), { recursive: true, force: true });

		progress('Starting Postgres and Redis');
		const postgres = await startPostgres(found, join(folder, 'postgres.log'));
		ends.push(postgres.stop);
		const redis = await startRedis(found, join(folder, 'redis.log'), folder);
		ends.push(redis.stop);
		const clients = await openClients(install, { postgres, redis });
		ends.push(clients.close);

		const processes: N8nProcess[] = [];
		ends.push(async () => await Promise.all(processes.map(async (each) => await each.stop())));
		const env = { ...shared({ postgres, redis }), ...options.env };
		const commands = new Map<string, N8nProcessOptions['command']>();
		const start = async (name: string, command: N8nProcessOptions['command'], port?: number) => {
			commands.set(name, command);
			progress(`Starting ${name}`);
			const logFile = join(folder, `${name.replace(' ', '-')}.log`);
			const process = await startN8nProcess(install, {
				...{ name, command, folder, logFile, env, port },
				...{ readySeconds: 120, ready: isHealthy },
			});
			processes.push(process);
			return process;
		};
		// The main comes first: it sets up the database.
		const main = await start('main', 'start');
		const several = async (count: number, command: N8nProcessOptions['command']) =>
			await Promise.all(
				Array.from({ length: count }, async (_, index) => await start(`${command} ${index + 1}`, command)),
			);
		const [webhooks, workers] = await Promise.all([
			several(options.webhooks, 'webhook'),
			several(options.workers, 'worker'),
		]);
		const queue: Queue = { ...clients, main, webhooks, workers, install, folder, stop, restart };
		return queue;

		async function restart(dead: N8nProcess): Promise<void> {
			const alive = await start(dead.name, commands.get(dead.name)!, Number(new URL(dead.url).port));
			if (queue.main === dead) queue.main = alive;
			for (const list of [queue.webhooks, queue.workers])
				if (list.includes(dead)) list[list.indexOf(dead)] = alive;
		}
	} catch (error) {
		await stop();
		throw error;
	}
}
