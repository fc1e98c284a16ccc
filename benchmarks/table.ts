import Table from 'cli-table3';
import { bold, dim, green, red } from 'picocolors';
import { AGREED, type Again } from './agreement';
import type { Machine } from './machine';
import { isMet, type Check, type Result } from './result';
import { median, spread } from './statistics';

const number = (value: number) =>
	Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);

const amount = ({ value, unit }: Pick<Check, 'value' | 'unit'>) =>
	unit === '×' ? `${number(value)}×` : `${number(value)} ${unit}`;

function demand({ least, most, unit }: Check): string {
	if (least !== undefined) return `≥ ${amount({ value: least, unit })}`;
	if (most !== undefined) return `≤ ${amount({ value: most, unit })}`;
	return '';
}

function verdict(check: Check): string {
	if (!demand(check)) return dim('–');
	return isMet(check) ? green('yes') : red('no');
}

/** The machine in one line. */
export const machineLine = ({ processor, cores, memoryGB, system, node, n8n, load }: Machine) =>
	`n8n ${n8n} on Node ${node}, ${system}, ${processor}, ${cores} cores, ${memoryGB} GB; load before: ${load}`;

/** One case for a terminal: medians (with half the spread of the rounds), then what they must reach. */
export function print({ name, title, readings, checks, notes }: Result): string {
	const measured = new Table({
		head: ['Measured', 'Median', '±', 'Rounds'].map((text) => bold(text)),
		style: { head: [], border: [] },
	});
	for (const { side, unit, rounds } of readings) {
		const share = `${(spread(rounds) * 100).toFixed(0)} %`;
		measured.push([side, `${number(median(rounds))} ${unit}`, share, dim(rounds.map(number).join('  '))]);
	}
	const reached = new Table({
		head: ['Reached', '', 'Target', 'Met'].map((text) => bold(text)),
		style: { head: [], border: [] },
	});
	for (const check of checks) reached.push([check.says, amount(check), demand(check), verdict(check)]);
	const lines = [`\n${bold(title)}  ${dim(name)}`, measured.toString()];
	if (checks.length) lines.push(reached.toString());
	return [...lines, ...notes.map((note) => dim(note))].join('\n');
}

/** The medians beside those of the run before, and how many of them agree. */
export function printAgain(readings: Again[]): string {
	const table = new Table({
		head: ['Measured', 'Run before', 'This run', 'Change'].map((text) => bold(text)),
		style: { head: [], border: [] },
	});
	const agrees = ({ change }: Again) => Math.abs(change) <= AGREED;
	for (const reading of readings) {
		const { of, unit, before, now, change } = reading;
		const share = `${change > 0 ? '+' : ''}${(change * 100).toFixed(0)} %`;
		table.push([
			of,
			`${number(before)} ${unit}`,
			`${number(now)} ${unit}`,
			(agrees(reading) ? green : red)(share),
		]);
	}
	const count = readings.filter(agrees).length;
	return `\n${table.toString()}\n${count} of ${readings.length} medians lie within ${AGREED * 100} % of the run before.`;
}
