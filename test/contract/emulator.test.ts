import { ask } from '../../contract/ask';
import { blueTape } from '../../contract/blueTape';
import { bluDelta } from '../../contract/bluDelta';
import { reaching } from '../../contract/consent';
import { emulated } from '../../contract/emulated';
import { startEmulator } from '../../emulator/server';
import { known } from '../package/pointers';
import { asked, type Asked } from './asked';

let all: Asked;
beforeAll(async () => {
	all = await asked(['bluetape', 'bludelta']);
});

it('the emulator says what the contract says', () => {
	const other = all.findings.filter(({ verdict, mark }) => verdict !== 'agrees' && mark !== 'unknown');
	expect(other).toEqual([]);
	expect(all.findings.length).toBeGreaterThan(400);
});

it('everything is asked: what the contract leaves open is told, too', () => {
	const unknown = all.findings.filter(({ mark }) => mark === 'unknown');
	expect(unknown.filter(({ verdict, seen }) => verdict !== 'learnt' || !seen)).toEqual([]);
	expect(unknown.length).toBeGreaterThan(30);
});

it('every question rests on a place of the contract', () => {
	const lost = all.findings
		.map(({ at }) => /^(bluetape|bludelta)\.md (.+)$/.exec(at) ?? [at, '', ''])
		.filter(([, page, place]) => !known[page]?.includes(place))
		.map(([at]) => at);
	expect(lost).toEqual([]);
});

it.each([
	['bluetape', 31],
	['bludelta', 8],
])('every endpoint of %s.md is asked', (page, number) => {
	const numbers = known[page].filter((place) => place.startsWith('#'));
	expect(numbers).toHaveLength(number);
	const places = new Set(all.findings.map(({ at }) => at));
	expect(numbers.filter((place) => !places.has(`${page}.md ${place}`))).toEqual([]);
});

it('nobody gets more messages than the user agreed to', () => {
	const { notifications } = all.emulator.blueTape.state;
	const toPerson = notifications.filter(({ to }) => to === 'ann@example.com');
	expect(notifications.filter(({ to }) => to !== 'ann@example.com' && to !== '+14155550100')).toEqual([]);
	expect(toPerson.length).toBeGreaterThan(5);
	expect(toPerson.length).toBeLessThanOrEqual(reaching(blueTape));
});

it('no more documents are uploaded than the user agreed to', () => {
	expect(all.emulator.bluDelta.state.containers.size).toBe(reaching(bluDelta));
});

it('invoices are cancelled in the end, but for those that say they are paid', () => {
	const { invoices } = all.emulator.blueTape.state;
	const open = [...invoices.values()].filter(({ status }) => status !== 'Canceled').map(({ id }) => id);
	expect(open).toEqual(all.left);
	expect(all.left).toEqual([
		expect.stringMatching(/-status-paid$/),
		expect.stringMatching(/-status-partiallyPaid$/),
	]);
});

it('every ID and number begins with a prefix of its own', () => {
	const { invoices, companies, customers, quotes, projects } = all.emulator.blueTape.state;
	const ids = [invoices, companies, customers, quotes, projects].flatMap((records) => [...records.keys()]);
	expect(ids.filter((id) => !/^contract-[0-9a-f]{8}-/.test(id))).toEqual([]);
});

it('a second run finds the person there already, and agrees as well', async () => {
	const emulator = await startEmulator();
	try {
		for (const time of [1, 2]) {
			const [{ topics, service }] = emulated(emulator);
			const findings = await ask(topics, service);
			const other = findings.filter(({ verdict, mark }) => verdict !== 'agrees' && mark !== 'unknown');
			expect([time, other]).toEqual([time, []]);
			const person = findings.find(({ asks }) => asks === 'creates the person as a customer');
			expect(person?.seen).toBe(time === 1 ? 'created' : 'there since an earlier run');
		}
	} finally {
		await emulator.stop();
	}
});
