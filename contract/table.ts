import Table from 'cli-table3';
import { bold, dim, green, red, yellow } from 'picocolors';
import type { Finding, Verdict } from './question';
import { counts, notable, verdicts } from './report';

const colours: Record<Verdict, (text: string) => string> = {
	...{ agrees: green, differs: red, learnt: yellow, 'not asked': dim },
};

/** One line for a question that was asked. */
export function line(found: Finding[], done: number, all: number): string {
	const [{ topic, asks }] = found;
	const worst = ['differs', 'not asked', 'learnt', 'agrees'].find((verdict) =>
		found.some((finding) => finding.verdict === verdict),
	) as Verdict;
	const place = `${String(done).padStart(String(all).length)}/${all}`;
	return `${dim(place)} ${colours[worst](worst.padEnd(9))} ${topic}: ${asks}`;
}

const bare = { head: [], border: [] };

/** How many statements of each topic agree, and what does not. */
export function print(findings: Finding[]): string {
	const summary = new Table({ head: ['', ...verdicts].map((text) => bold(text)), style: bare });
	const topics = [...new Set(findings.map(({ topic }) => topic))];
	for (const name of topics) {
		const number = counts(findings.filter(({ topic }) => topic === name));
		summary.push([
			name,
			...verdicts.map((verdict) => (number[verdict] ? colours[verdict](String(number[verdict])) : '')),
		]);
	}
	const total = counts(findings);
	summary.push([bold('All'), ...verdicts.map((verdict) => bold(String(total[verdict])))]);
	const details = new Table({
		head: ['', 'Contract', 'It', 'The contract says', 'Seen'].map((text) => bold(text)),
		...{ style: bare, wordWrap: true, colWidths: [11, 22, 34, 38, 44] },
	});
	for (const { verdict, at, mark, asks, says, seen } of notable(findings)) {
		details.push([colours[verdict](verdict), `${at} ${dim(mark)}`, asks, says, seen]);
	}
	return [summary.toString(), ...(details.length ? [details.toString()] : [])].join('\n');
}
