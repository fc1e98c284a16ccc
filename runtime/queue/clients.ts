import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { N8nInstall } from '../n8nInstall';
import type { Store } from './stores';

export interface Clients {
	/** Rows of a query in n8n's database. */
	query: <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;
	/** Ids of the executions that wait for a worker or that a worker has taken. Those of a killed worker stay until their lock ends. */
	queued: () => Promise<string[]>;
	/** How many workers have begun something and not ended it. */
	workersAtWork: () => Promise<number>;
	close: () => Promise<void>;
}

/** Connections to the stores, with n8n's own drivers. */
export async function openClients(
	install: N8nInstall,
	{ postgres, redis }: { postgres: Store; redis: Store },
): Promise<Clients> {
	const load = createRequire(join(install.folder, 'package.json'));
	const { Pool } = load('pg');
	const { Redis } = load('ioredis');
	const pool = new Pool({
		host: '127.0.0.1',
		port: postgres.port,
		user: 'postgres',
		password: postgres.password,
		database: 'postgres',
		max: 2,
	});
	const client = new Redis({ host: '127.0.0.1', port: redis.port });
	// Without a listener, a store that is stopped first would end this process.
	for (const connection of [pool, client]) connection.on('error', () => {});
	return {
		query: async (sql, values) => (await pool.query(sql, values)).rows,
		async queued() {
			const lists = ['wait', 'active'].map(
				(list) => client.lrange(`bull:jobs:${list}`, 0, -1) as Promise<string[]>,
			);
			const jobs = (await Promise.all(lists)).flat();
			const data: Array<string | null> = await Promise.all(
				jobs.map((job) => client.hget(`bull:jobs:${job}`, 'data')),
			);
			// A job that ended in the meantime has no data any more.
			return data.flatMap((text) => (text ? [String(JSON.parse(text).executionId)] : []));
		},
		async workersAtWork() {
			const jobs: string[] = await client.lrange('bull:jobs:active', 0, -1);
			// A job's lock holds the token of the worker that has taken it.
			const locks = await Promise.all(jobs.map((job) => client.get(`bull:jobs:${job}:lock`)));
			return new Set(locks.filter(Boolean)).size;
		},
		async close() {
			client.disconnect();
			await pool.end();
		},
	};
}
