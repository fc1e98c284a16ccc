import type { JournalEntry } from '../../emulator/shared/journal';
import type { Execution, NodeRun } from '../../runtime/execution';
import { chapter, confirmed, print } from '../../runtime/report';

const node = (name: string, startedAt: number, fields: Partial<NodeRun> = {}): NodeRun => ({
	name,
	type: 'n8n-nodes-bluetape.blueTape',
	parameters: { operation: 'create' },
	status: 'success',
	startedAt,
	milliseconds: 5,
	outputs: [[{ json: {} }]],
	hints: [],
	...fields,
});
const start = node('Start', 1000, { type: 'n8n-nodes-base.manualTrigger', parameters: {} });
const set = node('Set', 1020, { type: 'n8n-nodes-base.set' });
const trigger = node('T', 1000, { type: 'n8n-nodes-bluetape.blueTapeTrigger' });
const execution = (nodes: NodeRun[], status = 'success') => ({ nodes, status }) as Execution;
const request = (milliseconds: number, path: string, status: JournalEntry['status'] = 200) =>
	({
		time: new Date(milliseconds).toISOString(),
		service: 'BlueTape',
		method: 'POST',
		path,
		status,
	}) as JournalEntry;
const told = (run: Execution, journal: JournalEntry[], end?: string) => chapter('Example', run, journal, end);
const saw = (run: Execution, journal: JournalEntry[]) =>
	told(run, journal).lines.map(({ name, saw }) => [name, saw.map((each) => each.split(' ')[1])]);

test('each request stands with the node that sent it, and other nodes get none', () => {
	const run = execution([start, node('A', 1010), set, node('B', 1030)]);
	const journal = [request(1011, '/a', 409), request(1014, '/a/1'), request(1030, '/b')];
	expect(saw(run, journal)).toEqual([
		['Start', []],
		['A', ['/a', '/a/1']],
		['Set', []],
		['B', ['/b']],
	]);
	const chapters = [told(run, journal)];
	expect(confirmed(chapters)).toBe(true);
	expect(print(chapters)).toContain('POST /a/1 200');
});

test('what came before the execution was the trigger, and each vendor is asked by its own nodes', () => {
	const run = execution([
		node('New document', 1000, { type: 'n8n-nodes-bluetape.bluDeltaTrigger' }),
		node('Customer', 1010),
		node('Confirm', 1020, { type: 'n8n-nodes-bluetape.bluDelta' }),
	]);
	const late = { ...request(1030, '/state'), service: 'BLU DELTA' };
	const journal = [{ ...request(990, '/download'), service: 'BLU DELTA' }, late, request(1031, '/customer')];
	expect(saw(run, journal)).toEqual([
		['New document', ['/download']],
		['Customer', ['/customer']],
		['Confirm', ['/state']],
	]);
});

test.each<[string, NodeRun[], JournalEntry[], string]>([
	['a node whose request never came', [start, node('A', 1010)], [], 'success'],
	['a node whose last request was refused', [node('A', 1010)], [request(1011, '/a', 422)], 'success'],
	['a node whose last request was cut off', [node('A', 1010)], [request(1011, '/a', 'dropped')], 'success'],
	['a node that failed', [node('A', 1010, { error: { message: 'no' } })], [request(1011, '/a')], 'success'],
	['a workflow that failed', [node('A', 1010)], [request(1011, '/a')], 'error'],
	['a workflow in which nothing ran', [], [], 'success'],
	['a trigger that was refused', [trigger], [request(990, '/a', 401)], 'success'],
])('%s is not confirmed', (_, nodes, journal, status) => {
	const run = execution(nodes, status);
	const chapters = [told(run, journal)];
	expect(confirmed(chapters)).toBe(false);
});

test.each<[string, Partial<NodeRun>]>([
	['a dry run', { parameters: { operation: 'create', options: { dryRun: true } } }],
	['the mapping to an invoice', { parameters: { operation: 'toBlueTapeInvoice' } }],
	['a trigger', { type: 'n8n-nodes-bluetape.blueTapeTrigger' }],
])('%s needs no request', (_, fields) => {
	const run = execution([node('A', 1010, fields)]);
	expect(confirmed([told(run, [])])).toBe(true);
});

test('a workflow that ended at another node than expected is not confirmed', () => {
	const run = execution([start, set]);
	expect(confirmed([told(run, [], 'Set')])).toBe(true);
	expect(told(run, [], 'Confirm').lines.at(-1)!.doubt).toBe('it ended at "Set" instead of "Confirm"');
});
