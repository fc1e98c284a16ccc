import type { FastifyPluginAsync } from 'fastify';
import type { Clock } from './clock';
import type { Journal } from './journal';
import { button, code, html, page, table, type Html } from './page';

const shown = 50;

function journalTable(journal: Journal): Html {
	const rows = journal.entries
		.slice(-shown)
		.reverse()
		.map(({ number, time, method, path, status, body }) => [
			number,
			time.slice(11, 19),
			html`${method} ${code(path)}`,
			status ?? 'under way',
			body === undefined
				? ''
				: html`<details>
						<summary>body</summary>
						${code(JSON.stringify(body))}
					</details>`,
		]);
	return table(`Requests, the latest ${shown}`, ['#', 'Time', 'Request', 'Answer', ''], rows);
}

/**
 * `GET /`: what the emulator holds and has seen, with buttons.
 * @param sections one vendor each
 * @param validationPage what stands here for whoever comes with `?at=<token>`, as BLU DELTA's browser users do
 */
export function statusPage(
	clock: Clock,
	journal: Journal,
	sections: Array<() => Html[]>,
	validationPage: (token: string) => string,
): FastifyPluginAsync {
	return async (app) => {
		app.get<{ Querystring: { at?: string } }>('/', async ({ query: { at } }, reply) => {
			reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
			if (at !== undefined) return validationPage(String(at));
			return page(
				'Emulator of BlueTape and BLU DELTA',
				html`<p>
					It is ${clock.now().toISOString().slice(0, 16).replace('T', ' ')} UTC here.
					${button('One day later', '/emulator/clock', { advanceDays: 1 })}
					${button('Start over', '/emulator/reset')}
				</p>`,
				...sections.flatMap((section) => section()),
				journalTable(journal),
			);
		});
	};
}
