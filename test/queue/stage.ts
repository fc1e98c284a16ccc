import { N8nApi } from '../../runtime/api';
import { type Queue, startQueue } from '../../runtime/queue';
import { type Counter, startCounter } from './counter';
import { countingWorkflow, type Respond, webhookId } from './workflow';

export const secret = { name: 'X-BlueTape-Key', value: 'queue-mode-secret' };

export interface Stage {
	respond: Respond;
	queue: Queue;
	counter: Counter;
	/** Logged in. */
	api: N8nApi;
	/** Of the workflow, one per webhook process; without the event's path. */
	urls: string[];
	close: () => Promise<void>;
}

/** How long a killed worker's jobs stay its own, in milliseconds. n8n's default is a minute, looked after every 30 seconds. */
const locks = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** No Code node runs here, so no process for one is needed. */
const light = { N8N_RUNNERS_MODE: 'external', N8N_RUNNERS_AUTH_TOKEN: 'unused', N8N_LOG_LEVEL: 'warn' };

/**
 * n8n with two webhook processes, two workers (or as many as told) and the active workflow. `BLUETAPE_PACKAGE_TARBALL` tests a
 * package that is packed already.
 */
export async function openStage(
	respond: Respond,
	{ ofEach = 2, env = {} }: { ofEach?: number; env?: Record<string, string> } = {},
): Promise<Stage> {
	const progress = (line: string) => process.stderr.write(`${line} …\n`);
	const packageTarball = process.env.BLUETAPE_PACKAGE_TARBALL;
	const queue = await startQueue({
		webhooks: ofEach,
		workers: ofEach,
		env: { ...locks, ...light, ...env },
		packageTarball,
		progress,
	});
	const counter = await startCounter();
	const close = async () => {
		await queue.stop();
		await counter.close();
	};
	try {
		const api = new N8nApi({ url: queue.main.url, install: queue.install });
		await api.login();
		const credential = await api.createCredential({
			name: 'Secret',
			type: 'blueTapeWebhookApi',
			data: { headerName: secret.name, headerValue: secret.value },
		});
		const { id } = await api.createWorkflow(countingWorkflow(credential, counter.url, respond));
		await api.activate(id);
		const urls = queue.webhooks.map(({ url }) => `${url}/webhook/${webhookId}`);
		return { respond, queue, counter, api, urls, close };
	} catch (error) {
		await close();
		throw error;
	}
}
