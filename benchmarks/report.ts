import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFolder } from '../runtime/package';
import { chart } from './chart';
import type { Machine } from './machine';
import type { Result } from './result';
import { machineLine } from './table';

interface Report {
	/** ISO date of the latest result. */
	measured: string;
	machine: Machine;
	results: Result[];
}

const file = (folder: string) => join(projectFolder, folder, 'benchmarks.json');

/** The results in `<folder>/benchmarks.json`; none when there is no such file. */
export async function stored(folder: string): Promise<Result[]> {
	try {
		return (JSON.parse(await readFile(file(folder), 'utf8')) as Report).results;
	} catch {
		return [];
	}
}

/**
 * Writes the results to `<folder>/benchmarks.json`, in the order of `names`; results of cases that were not measured now stay.
 * Returns the path.
 */
export async function write(
	folder: string,
	machine: Machine,
	results: Result[],
	names: string[],
): Promise<string> {
	const path = file(folder);
	const all = new Map([...(await stored(folder)), ...results].map((each) => [each.name, each]));
	const report: Report = {
		measured: new Date().toISOString().slice(0, 10),
		machine,
		results: names.flatMap((name) => all.get(name) ?? []),
	};
	await mkdir(dirname(path), { recursive: true });
	const rounded = (_: string, value: unknown) =>
		typeof value === 'number' ? Number(value.toPrecision(4)) : value;
	await writeFile(path, JSON.stringify(report, rounded, '\t') + '\n');
	return path;
}

/** Draws `docs/benchmarks.svg` from `docs/benchmarks.json`. */
export async function draw(): Promise<void> {
	const { machine, results, measured } = JSON.parse(await readFile(file('docs'), 'utf8')) as Report;
	const svg = chart(results, `${measured}, ${machineLine(machine)}`);
	if (svg) await writeFile(join(projectFolder, 'docs', 'benchmarks.svg'), svg + '\n');
}
