import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '../check';

/** What n8n's reviewers look for. */
const SECTIONS = ['Install', 'Credentials', 'Operations', 'Examples', 'Help'];

export const readme: Check = {
	name: 'README: there, with installation, credentials, operations, examples and help',
	complaints: async ({ published }) => {
		const text = await readFile(join(published, 'README.md'), 'utf8');
		// What stands between the headings, by heading.
		const sections = new Map(
			text.split(/^## /m).map((part): [string, string] => {
				const [heading, ...lines] = part.split('\n');
				return [heading, lines.join('').trim()];
			}),
		);
		return SECTIONS.filter((name) => !sections.get(name)).map(
			(name) => `README.md says nothing under "${name}"`,
		);
	},
};
