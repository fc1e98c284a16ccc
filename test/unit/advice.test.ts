import { readFileSync } from 'node:fs';
import { codeAdvice } from '../../nodes/BlueTape/errors';
import { statusAdvice as ofBlueTape } from '../../nodes/BlueTape/statuses';
import { downloadedTooOften, statusAdvice as ofBluDelta } from '../../nodes/BluDelta/errors';

// What a failure advises is what docs/errors.md says: a reader looks it up there by code or status.

const page = readFileSync('docs/errors.md', 'utf8');
const part = (title: string) => page.split(`<!-- ${title} -->`)[1]?.split(`<!-- /${title} -->`)[0] ?? '';

/** What the table below `title` says in its last column, by what stands in its first. */
const tableOf = (title: string): Record<string, string> =>
	Object.fromEntries(
		part(title)
			.split('\n')
			.filter((line) => /^\| (?:`|\d)/.test(line) && !line.endsWith('What to do |'))
			.map((line) => line.split(' | '))
			.map((cells) => [cells[0].replace(/[|`]/g, '').trim(), cells.at(-1)!.replace(/\.? \|$/, '')]),
	);

it.each<[string, Record<string | number, string>]>([
	['bluetape-statuses', ofBlueTape({ body: undefined })],
	['bluetape-codes', codeAdvice],
	['bludelta-statuses', ofBluDelta],
])('%s', (title, advice) => expect(tableOf(title)).toEqual(advice));

it('bludelta-codes', () =>
	expect(tableOf('bludelta-codes')).toMatchObject({ downloadedTooOften: downloadedTooOften.advice }));

it('an upload has advice of its own for the two statuses that speak of the form', () => {
	const data = ofBlueTape({ body: {} });
	const upload = ofBlueTape({ body: async () => undefined });
	const others = Object.keys(data).filter((status) => upload[Number(status)] !== data[Number(status)]);
	expect(others).toEqual(['400', '415']);
	for (const status of others) expect(upload[Number(status)]).toMatch(/'Upload Form' in the options$/);
});
