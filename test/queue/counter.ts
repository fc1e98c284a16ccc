import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../runtime/until';

/** Counts which notices came through the workflow: its last node posts `{ id, execution }` here. */
export interface Counter {
	url: string;
	/** Executions that ran on with a notice, by the notice's id. */
	runs: Map<string, string[]>;
	/** Waits until the notice has run; false when it did not in this time. */
	hasRun: (id: string, seconds: number) => Promise<boolean>;
	close: () => Promise<void>;
}

export async function startCounter(): Promise<Counter> {
	const runs: Counter['runs'] = new Map();
	const server = createServer((request, response) => {
		let text = '';
		request.setEncoding('utf8').on('data', (part: string) => (text += part));
		request.on('end', () => {
			const { id, execution } = JSON.parse(text) as { id: string; execution: string };
			runs.set(id, [...(runs.get(id) ?? []), execution]);
			response.setHeader('content-type', 'application/json').end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		runs,
		hasRun: async (id, seconds) =>
			await until(`${id} ran`, seconds, async () => runs.has(id) || undefined).catch(() => false),
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
