import type { JournalEntry } from '../../emulator/shared/journal';
import { type Credential, N8nApi } from '../../runtime/api';
import type { Stage } from '../../runtime/stage';

/** What a test file gets of the suite's stage. It stands in another process, so the emulator is reached by HTTP. */
export interface TestStage {
	url: string;
	logFile: string;
	/** Logged in. */
	api: N8nApi;
	/** Cookies of the login, as a header, to share with a browser. */
	cookie: string;
	/** By credential type; all point to the emulator. */
	credentials: Record<string, Credential>;
	/** Workflow ids by example file name without `.json`. */
	examples: Record<string, string>;
	emulator: {
		url: string;
		blueTape: { baseUrl: string; apiKey: string; accountId: string };
		bluDelta: { baseUrl: string; apiKey: string; apiIdentifier: string };
		/** Every request since the last `reset` or `clearJournal`, in order. */
		journal(): Promise<JournalEntry[]>;
		clearJournal(): Promise<void>;
		/** Records (seeded), journal, faults and clock back to the start. */
		reset(): Promise<void>;
		/** Any other control request, like `control('POST', '/faults', rule)`; paths below /emulator. */
		control<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer>;
	};
}

const variable = 'BLUETAPE_TEST_STAGE';
const holder = globalThis as { blueTapeTestStage?: Stage };

/** The stage that `publish` was given, in jest's own process. */
export const published = (): Stage | undefined => holder.blueTapeTestStage;

/** Makes the stage known to all test files, which jest starts with this process's environment. */
export function publish(stage: Stage): void {
	holder.blueTapeTestStage = stage;
	const { n8n, api, credentials, emulator } = stage;
	const { baseUrl, apiKey, accountId } = emulator.blueTape;
	const { baseUrl: bluDeltaUrl, apiKey: bluDeltaKey, apiIdentifier } = emulator.bluDelta;
	process.env[variable] = JSON.stringify({
		url: n8n.url,
		logFile: n8n.logFile,
		folder: n8n.install.folder,
		cookie: api.rest.cookie(),
		credentials,
		examples: Object.fromEntries(Object.entries(stage.examples).map(([name, { id }]) => [name, id])),
		emulator: {
			url: emulator.url,
			blueTape: { baseUrl, apiKey, accountId },
			bluDelta: { baseUrl: bluDeltaUrl, apiKey: bluDeltaKey, apiIdentifier },
		},
	});
}

/** The suite's stage, for a test file. Throws outside of `npm run test:n8n`. */
export function testStage(): TestStage {
	const text = process.env[variable];
	if (!text) throw new Error('No n8n is running for this test: use npm run test:n8n');
	const { folder, emulator, ...rest } = JSON.parse(text) as Omit<TestStage, 'api'> & { folder: string };
	const control = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
		const answer = await fetch(`${emulator.url}/emulator${path}`, {
			method,
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(20_000),
		});
		const json = (await answer.json()) as Answer;
		if (!answer.ok) throw new Error(`The emulator refused ${method} ${path}: ${JSON.stringify(json)}`);
		return json;
	};
	return {
		...rest,
		api: new N8nApi({ url: rest.url, install: { folder } }, rest.cookie),
		emulator: {
			...emulator,
			control,
			journal: async () => await control('GET', '/journal'),
			clearJournal: async () => void (await control('DELETE', '/journal')),
			reset: async () => void (await control('POST', '/reset', {})),
		},
	};
}
