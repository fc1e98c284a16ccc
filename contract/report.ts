import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../package.json';
import type { Finding, Verdict } from './question';

export const verdicts: Verdict[] = ['agrees', 'differs', 'learnt', 'not asked'];

/** How many findings have each verdict. */
export const counts = (findings: Finding[]) =>
	Object.fromEntries(
		verdicts.map((verdict) => [verdict, findings.filter((finding) => finding.verdict === verdict).length]),
	) as Record<Verdict, number>;

/** What is worth reading: what differs first, then what was learnt and could not be asked. */
export const notable = (findings: Finding[]) =>
	(['differs', 'learnt', 'not asked'] as const).flatMap((verdict) =>
		findings.filter((finding) => finding.verdict === verdict),
	);

export interface Report {
	vendor: string;
	address: string;
	asked: string;
	package: string;
	counts: Record<Verdict, number>;
	findings: Finding[];
}

export const reportOf = (vendor: string, address: string, findings: Finding[]): Report => ({
	...{ vendor, address, asked: new Date().toISOString(), package: version },
	...{ counts: counts(findings), findings },
});

/** A text in which secrets, links and e-mail addresses are covered. @param address may stay */
export function covered(text: string, secrets: string[], address: string): string {
	const known = secrets
		.filter((secret) => secret.length > 2)
		.sort((one, other) => other.length - one.length)
		.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
	return known
		.replaceAll(/https?:\/\/[^\s"|)]+/g, (link) => (link.startsWith(address) ? address : '(a link)'))
		.replaceAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '(an e-mail address)');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The report as an issue wants it. */
export function markdown({ vendor, address, asked, counts: number, findings, ...rest }: Report): string {
	const rows = notable(findings).map(({ verdict, at, mark, asks, says, seen, request }) =>
		[verdict, at, mark, asks, says, seen, request].map(cell).join(' | '),
	);
	return [
		`## First contact with ${vendor}`,
		'',
		`${address}, ${asked}, n8n-nodes-bluetape ${rest.package}: ${verdicts.map((verdict) => `${number[verdict]} ${verdict}`).join(', ')}.`,
		'',
		'| Verdict | Contract | Mark | It | The contract says | Seen | Request |',
		'| --- | --- | --- | --- | --- | --- | --- |',
		...rows.map((row) => `| ${row} |`),
		'',
	].join('\n');
}

/** Writes both forms, without secrets. Returns where. */
export async function write(folder: string, report: Report, secrets: string[]): Promise<string[]> {
	await mkdir(folder, { recursive: true });
	const forms = { json: `${JSON.stringify(report, undefined, 2)}\n`, md: markdown(report) };
	return await Promise.all(
		Object.entries(forms).map(async ([extension, text]) => {
			const path = join(folder, `contract-${report.vendor}.${extension}`);
			await writeFile(path, covered(text, secrets, report.address));
			return path;
		}),
	);
}
