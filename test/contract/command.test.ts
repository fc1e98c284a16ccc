import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import execa from 'execa';
import { ask } from '../../contract/ask';
import { blueTape } from '../../contract/blueTape';
import { blueTapeAt, cancelAll } from '../../contract/blueTape/service';
import { bluDelta } from '../../contract/bluDelta';
import { agree, reaching, whatHappens } from '../../contract/consent';
import { readOrder, type BlueTapeOrder } from '../../contract/order';
import { readKey } from '../../contract/prompt';
import type { Finding } from '../../contract/question';
import { covered, reportOf, write } from '../../contract/report';
import { nobody } from '../../contract/session';
import { World } from '../../contract/world';

const service = ['--vendor', 'bluetape', '--base-url', 'https://beta-api.bluetape.com/genericBthubService/'];
const person = ['--name', 'Ada Lovelace', '--email', 'ada@example.com', '--phone', '+14155550123'];
const whole = [...service, '--account-id', 'acc-1', ...person];
const order = readOrder(whole) as BlueTapeOrder;

it('a whole order is read', () => {
	expect(order).toMatchObject({
		...{ vendor: 'bluetape', accountId: 'acc-1', name: 'Ada Lovelace' },
		baseUrl: 'https://beta-api.bluetape.com/genericBthubService',
	});
	expect(readOrder(['--emulator'])).toMatchObject({ emulator: true });
});

it.each([
	['--key', 'sk-1'],
	['--api-key', 'sk-1'],
	['--api-key=sk-1', ''],
	['--apiKey', 'sk-1'],
	['--token', 'sk-1'],
	['--bluetape-key', 'sk-1'],
])('a key as an argument is refused in words that do not repeat it: %s', (...args) => {
	const refused = () => readOrder([...whole, ...args]);
	expect(refused).toThrow(/^A key is never an argument: .* Put it into BLUETAPE_API_KEY/);
	expect(refused).not.toThrow(/sk-1/);
});

it.each([
	['nobody to ask', [], /Say --emulator, --vendor bluetape or --vendor bludelta/],
	['no account', [...service, ...person], /--account-id is missing/],
	['no phone', [...service, '--account-id', 'a', ...person.slice(0, 4)], /--phone is missing/],
	['a phone without a country', [...whole, '--phone', '4155550123'], /--phone is no number/],
	['a base URL that is none', [...whole, '--base-url', 'beta'], /--base-url is no web address/],
	['the production', [...whole, '--base-url', 'https://api.bluetape.com/x'], /production of BlueTape/],
	[
		'no identifier',
		['--vendor', 'bludelta', '--base-url', 'https://x.example'],
		/--api-identifier is missing/,
	],
])('refuses %s', (_what, args, says) => {
	expect(() => readOrder(args)).toThrow(says);
});

describe('consent', () => {
	it('names who gets how much, and what stays', () => {
		const said = whatHappens(order, blueTape, 'contract-1');
		expect(said).toMatch(/Ada Lovelace: up to \d+ times[\s\S]*ada@example\.com[\s\S]*\+14155550123/);
		expect(said).toContain(`up to ${reaching(blueTape)} times`);
		expect(said).toMatch(/IDs begin with contract-1[\s\S]*quotes stay/);
	});

	it('tells the risks only when they were asked for', () => {
		const args = ['--vendor', 'bludelta', '--base-url', 'https://x.example', '--api-identifier', 'C1.A'];
		const said = (...more: string[]) => whatHappens(readOrder([...args, ...more]) as never, bluDelta, 'p');
		expect(said()).not.toMatch(/risk/);
		expect(said('--with-risks')).toMatch(/share the queue[\s\S]*list of clients/);
	});

	it.each([
		['the same address, typed', undefined, 'ada@example.com'],
		['the same address, by --yes', 'ada@example.com', ''],
	])('is given by %s', async (_how, yes, typed) => {
		await expect(agree({ ...order, yes }, async () => typed)).resolves.toBeUndefined();
	});

	it.each([
		['yes', undefined],
		['', undefined],
		['', 'eve@example.com'],
	])('is not given by %j and --yes %j', async (typed, yes) => {
		await expect(agree({ ...order, yes }, async () => typed)).rejects.toThrow(/Not agreed.*Nothing was sent/);
	});
});

describe('the key', () => {
	it('comes from the environment', async () => {
		const never = async () => await Promise.reject(new Error('asked'));
		expect(await readKey('BLUETAPE_API_KEY', { BLUETAPE_API_KEY: 'k' }, never)).toBe('k');
	});
	it('or is asked for, hidden', async () => {
		const ask = jest.fn(async () => 'k');
		expect(await readKey('BLUETAPE_API_KEY', {}, ask)).toBe('k');
		expect(ask).toHaveBeenCalledWith(expect.stringContaining('BLUETAPE_API_KEY'), true);
	});
	it('must be there', async () => {
		await expect(readKey('BLUETAPE_API_KEY', {}, async () => '')).rejects.toThrow('Without a key');
	});
});

describe('the report', () => {
	const address = 'https://beta.example/x';
	const finding: Finding = {
		...{
			topic: 'Access',
			asks: 'is asked',
			request: 'GET /x',
			at: 'bluetape.md 1',
			mark: 'documented' as const,
		},
		...{ says: 'it is 401', verdict: 'differs' as const },
		seen: `403 key-secret acc-1 ada@example.com eve@example.com https://pay.example/abc ${address} a|b`,
	};
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'contract-'));
	});
	afterEach(async () => await rm(folder, { recursive: true }));

	it('has no key, account, address or link, in either form', async () => {
		const secrets = ['key-secret', 'acc-1', 'ada@example.com', ''];
		const paths = await write(folder, reportOf('bluetape', address, [finding]), secrets);
		expect(paths).toEqual([join(folder, 'contract-bluetape.json'), join(folder, 'contract-bluetape.md')]);
		const [json, markdown] = await Promise.all(paths.map(async (path) => await readFile(path, 'utf8')));
		for (const text of [json, markdown]) {
			expect(text).not.toMatch(/key-secret|acc-1|ada@|eve@|pay\.example/);
			expect(text).toContain(address);
		}
		expect(JSON.parse(json)).toMatchObject({
			counts: { differs: 1, agrees: 0 },
			findings: [{ at: finding.at }],
		});
		expect(markdown).toMatch(/^\| differs \| bluetape\.md 1 \| documented \|.* a\\\|b \|/m);
	});

	it('covers the longer of two secrets first', () => {
		expect(covered('abcdef', ['abc', 'abcdef'], address)).toBe('***');
	});
});

it('a service that does not answer is left alone after three questions, and nothing is said of it', async () => {
	const world = new World(nobody);
	const service = blueTapeAt(
		{ baseUrl: 'http://127.0.0.1:9', apiKey: 'k', accountId: 'a' },
		{
			world,
			wait: async () => undefined,
			fetch: async () => await Promise.reject(new Error('ECONNREFUSED')),
		},
	);
	const findings = await ask(blueTape, service);
	expect(new Set(findings.map(({ verdict, seen }) => `${verdict}: ${seen}`))).toEqual(
		new Set(['not asked: no answer: ECONNREFUSED']),
	);
	expect(new Set(findings.map(({ asks }) => asks)).size).toBe(3);
	expect(await cancelAll(service)).toEqual([]);
});

it('a service that answers 429 is given the time it asks for', async () => {
	const waits: number[] = [];
	const answers = [new Response('', { status: 429, headers: { 'retry-after': '7' } }), Response.json({})];
	const service = blueTapeAt(
		{ baseUrl: 'http://127.0.0.1:9', apiKey: 'k', accountId: 'a' },
		{
			world: new World(nobody),
			wait: async (seconds) => void waits.push(seconds),
			fetch: async () => answers.shift()!,
		},
	);
	expect(await service.send({ method: 'GET', path: '/x' })).toMatchObject({ status: 200 });
	expect(waits).toContain(7);
});

it('the command asks the emulator, prints a line for each question and a table, and ends with 0', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'contract-'));
	try {
		const args = ['--emulator', '--vendor', 'bludelta', '--reports', folder];
		const { stdout } = await execa('ts-node', ['contract/cli.ts', ...args], {
			...{ cwd: join(__dirname, '../..'), preferLocal: true, timeout: 60_000, env: { NO_COLOR: '1' } },
		});
		const number = bluDelta.flatMap(({ questions }) => questions).length;
		expect(stdout).toContain(`${number}/${number} agrees    Master data: takes a list of clients`);
		expect(stdout).toMatch(/│ All +│ \d+ +│ 0 /);
		expect(await readFile(join(folder, 'contract-bludelta.md'), 'utf8')).toContain(' 0 differs');
	} finally {
		await rm(folder, { recursive: true });
	}
}, 90_000);
