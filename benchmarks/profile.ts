import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { bold } from 'picocolors';
import { withBlueTape, withHttpRequest } from './invoices';
import { MEASURED } from './nodes';
import type { Place } from './place';
import { runOnce } from './run';
import { prepared } from './service';

interface CallFrame {
	functionName: string;
	url: string;
}

/** What `node --cpu-prof` writes. Times are microseconds of the machine's monotonic clock. */
export interface Profile {
	nodes: Array<{ id: number; callFrame: CallFrame; children?: number[] }>;
	startTime: number;
	samples: number[];
	timeDeltas: number[];
}

/** Our package as n8n loads it; the cache folder of the real n8n has the package's name as well. */
const ours = (file = '') => new RegExp(`/nodes/node_modules/n8n-nodes-bluetape/dist/${file}`);

/** A part of the work, and the code that does it: of the frames of a sample the innermost that fits decides. */
const parts: Array<{ part: string; url?: RegExp; name?: RegExp }> = [
	{ part: '', name: /^\((idle|root)\)$/ },
	{ part: 'garbage collector', name: /^\(garbage collector\)$/ },
	{ part: 'native code of Node, kernel', name: /^\(program\)$/ },
	{ part: 'ours: validation (zod)', url: ours('nodes/bundled/zod') },
	{
		part: 'ours: validation (tidying, amounts)',
		url: ours('nodes/.*(shared/(input|field|values)/.*|[aA]mounts.*|bundled/big)\\.js'),
	},
	{ part: 'ours: the credential', url: ours('credentials/') },
	{
		part: 'ours: request, pace, retry, answer',
		url: ours('nodes/shared/(http/|table/|run/(call|outputItem))'),
	},
	{ part: 'ours: the loop over items', url: ours() },
	{ part: 'n8n: expressions', url: /expression|tournament|luxon|workflow-data-proxy/ },
	{
		part: 'n8n: the stored credential (database, decryption)',
		url: /sqlite|typeorm|tarn|cipher|credentials|n8n-core\/dist\/encryption/,
	},
	{ part: 'n8n: the stored credential (database, decryption)', url: /^node:internal\/crypto/ },
	{
		part: 'n8n: reading parameters',
		name: /[gG]etNodeParameter|ensureType|extractValue|validateValue|getAdditionalKeys/,
	},
	{
		part: 'n8n: the request (axios and what is around it)',
		url: /axios|follow-redirects|form-data|proxy-from-env|backend-network|request-helper/,
	},
	{
		part: 'Node: sockets and HTTP',
		url: /^node:(_?http|_?net|_?tls|events|dns|url|buffer|stream|zlib|internal\/(http|net|stream|streams|dns|url|timers|abort|event|querystring))/,
	},
	{
		part: 'Node: sockets and HTTP',
		name: /^(writev|writeUtf8String|writeLatin1String|connect|close|parse|shutdown|readStart)$/,
	},
	{ part: 'n8n: HTTP Request node', url: /n8n-nodes-base/ },
	{ part: 'n8n: other', url: /n8n/ },
];

const otherwise = 'Node: other';

/** Milliseconds per part between two moments of the monotonic clock, in microseconds. */
export function summarise(profile: Profile, from: number, to: number): Map<string, number> {
	const byId = new Map(profile.nodes.map((node) => [node.id, node]));
	const parent = new Map<number, number>();
	for (const { id, children = [] } of profile.nodes) for (const child of children) parent.set(child, id);
	const known = new Map<number, string>();
	const partOf = (id: number): string => {
		if (known.has(id)) return known.get(id)!;
		const { functionName, url } = byId.get(id)!.callFrame;
		const rule = parts.find(
			(each) => (!each.url || each.url.test(url)) && (!each.name || each.name.test(functionName)),
		);
		const above = parent.get(id);
		const found = rule ? rule.part : above === undefined ? otherwise : partOf(above) || otherwise;
		known.set(id, found);
		return found;
	};
	const sums = new Map<string, number>();
	let now = profile.startTime;
	profile.samples.forEach((id, index) => {
		now += profile.timeDeltas[index];
		if (now < from || now > to) return;
		const part = partOf(id);
		if (part) sums.set(part, (sums.get(part) ?? 0) + profile.timeDeltas[index] / 1000);
	});
	return new Map([...sums].sort((a, b) => b[1] - a[1]));
}

/** The monotonic clock at a moment of the wall clock, in microseconds. */
function monotonic(time: number): number {
	const offset = Number(process.hrtime.bigint() / 1000n) - Date.now() * 1000;
	return time * 1000 + offset;
}

async function profiled(place: Place, side: 'BlueTape' | 'HTTP Request', items: number, keep?: string) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-profile-'));
	const running = await place.fresh({
		env: { NODE_OPTIONS: `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${folder}` },
	});
	const run = { items, parallelRequests: 50 };
	const { blueTapeApi } = running.credentials;
	const workflow =
		side === 'BlueTape' ? withBlueTape(blueTapeApi, run) : withHttpRequest(blueTapeApi, place.emulator, run);
	let window = { from: 0, to: 0 };
	// The first runs are slower: code is compiled then.
	for (let run = 0; run < 4; run++) {
		await prepared(place.emulator);
		const { startedAt, milliseconds } = (await runOnce(running, workflow, [MEASURED])).execution.node(
			MEASURED,
		);
		window = { from: monotonic(startedAt), to: monotonic(startedAt + milliseconds) };
	}
	await running.n8n.stop();
	const [name] = await largest(folder);
	const text = await readFile(join(folder, name), 'utf8');
	await rm(folder, { recursive: true, force: true });
	if (keep) await (await import('node:fs/promises')).writeFile(`${keep}-${side}.cpuprofile`, text);
	return summarise(JSON.parse(text) as Profile, window.from, window.to);
}

/** n8n's own profile is larger than those of the processes below it. */
async function largest(folder: string): Promise<string[]> {
	const { stat } = await import('node:fs/promises');
	const files = await readdir(folder);
	const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
	return files.sort((a, b) => sizes[files.indexOf(b)] - sizes[files.indexOf(a)]);
}

/** Prints where n8n's processor time goes per item, ours beside HTTP Request. */
export async function printProfile(place: Place, items = 1000, keep?: string): Promise<void> {
	const sides = ['BlueTape', 'HTTP Request'] as const;
	const sums = [];
	for (const side of sides) sums.push(await profiled(place, side, items, keep));
	const table = new Table({
		head: ['µs per item', ...sides].map((text) => bold(text)),
		style: { head: [], border: [] },
	});
	const names = [...new Set(sums.flatMap((each) => [...each.keys()]))];
	const cell = (value = 0) => ((value * 1000) / items).toFixed(0);
	for (const part of names) table.push([part, ...sums.map((each) => cell(each.get(part)))]);
	const all = sums.map((each) => cell([...each.values()].reduce((a, b) => a + b, 0)));
	table.push([bold('all'), ...all]);
	console.log(table.toString());
}
