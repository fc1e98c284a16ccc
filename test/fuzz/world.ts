import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openStage } from '../../runtime/stage';
import { until } from '../../runtime/until';
import { startCounter } from '../queue/counter';
import { openDoors, type Door } from './doors';

/** A real n8n with all doors open, and what came through them. */
export interface World {
	/** Of n8n, like `http://127.0.0.1:5678`. */
	url: string;
	/** Paths of the doors, without the event. */
	paths: Record<Door, string>;
	secret: string;
	/** How often a notice with this id came through. */
	runs: (id: string) => number;
	/** Waits until nothing runs any more. Throws when more or fewer executions are stored than have told the counter of a notice. */
	settled: () => Promise<void>;
	log: () => Promise<string>;
	close: () => Promise<void>;
}

/** `BLUETAPE_PACKAGE_TARBALL` tests a package that is packed already. */
export async function openWorld(): Promise<World> {
	const secret = randomUUID();
	const stage = await openStage({
		n8n: { packageTarball: process.env.BLUETAPE_PACKAGE_TARBALL },
		progress: (line) => process.stderr.write(`${line} …\n`),
	});
	const counter = await startCounter();
	const { api, n8n } = stage;
	const close = async () => {
		await stage.close();
		await counter.close();
	};
	try {
		const blueTapeWebhookApi = await api.createCredential({
			name: 'Secret',
			type: 'blueTapeWebhookApi',
			data: { headerName: 'X-BlueTape-Key', headerValue: secret },
		});
		const paths = await openDoors(api, { ...stage.credentials, blueTapeWebhookApi }, counter.url);
		// One that several notices came with has told of each.
		const executions = () => new Set([...counter.runs.values()].flat()).size;
		// Of a call that failed before, so that the next one is judged by itself.
		let known = 0;
		let surplus = 0;
		const countOf = async (filter: object) => {
			const query = encodeURIComponent(JSON.stringify(filter));
			const path = `/rest/executions?limit=1&filter=${query}`;
			return (await api.rest<{ count: number }>('GET', path)).count;
		};
		return {
			...{ url: n8n.url, paths, secret, close },
			runs: (id) => counter.runs.get(id)?.length ?? 0,
			settled: async () => {
				const what = 'as many executions have ended as have told the counter of a notice';
				await until(what, 20, async () => {
					if (await countOf({ status: ['new', 'running', 'waiting'] })) return undefined;
					// Without a status n8n counts what has ended.
					surplus = (await countOf({})) - executions() - known;
					return surplus === 0 || undefined;
				}).finally(() => (known += surplus));
			},
			log: async () => await readFile(n8n.logFile, 'utf8'),
		};
	} catch (error) {
		await close();
		throw error;
	}
}
