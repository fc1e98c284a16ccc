import type { Execution } from '../../runtime/execution';
import * as stage from '../../runtime/stage';

jest.mock('../../runtime/stage', () => ({
	...jest.requireActual('../../runtime/stage'),
	openStage: jest.fn(),
}));

/** A stage whose only example runs as told. */
const open = (execution: Partial<Execution>) => async () =>
	({
		examples: { one: { id: '1', name: 'One' } },
		api: { runAndRead: async () => execution },
		emulator: {
			blueTape: {
				state: jest
					.requireActual('../../emulator/blueTape/state')
					.emptyState({ clock: { now: () => new Date() } }),
			},
			journal: { clear() {}, entries: [] },
		},
		close: async () => {},
	}) as unknown as stage.Stage;
const node = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', outputs: [[]] } as never;

const signals = ['SIGINT', 'SIGTERM'] as const;
const known = signals.flatMap((name) => process.listeners(name));
afterEach(() => {
	jest.restoreAllMocks();
	for (const name of signals) {
		for (const listener of process.listeners(name))
			if (!known.includes(listener)) process.off(name, listener);
	}
});

test.each<[string, () => Promise<stage.Stage>, number]>([
	['all is confirmed', open({ status: 'success', nodes: [node] }), 0],
	['a workflow failed', open({ status: 'error', nodes: [node] }), 1],
	['the stage did not open', async () => await Promise.reject(new Error('no n8n')), 1],
])('npm start -- --once where %s', async (_, openStage, code) => {
	jest.mocked(stage.openStage).mockImplementation(openStage);
	jest.replaceProperty(process, 'argv', ['node', 'start', '--once', '--example', 'one']);
	for (const name of ['log', 'error'] as const) jest.spyOn(console, name).mockImplementation(() => {});
	const left = await new Promise((resolve) => {
		jest.spyOn(process, 'exit').mockImplementation((given) => {
			resolve(given);
			return new Promise(() => {}) as never;
		});
		void jest.isolateModulesAsync(async () => void (await import('../../runtime/start')));
	});
	expect(left).toBe(code);
});
