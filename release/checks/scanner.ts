import type { Check } from '../check';
import { printed } from '../printed';

/** What n8n's scanner says to the files of a folder. */
export async function scan(folder: string, ...patterns: string[]): Promise<string[]> {
	const verdict = (await printed('scan.mjs', folder, ...patterns)) as {
		passed: boolean;
		message?: string;
		details?: string;
	};
	return verdict.passed ? [] : [verdict.details ?? verdict.message!];
}

// The two passes of @n8n/scan-community-package over a published package.
export const scanners: Check[] = [
	{
		name: "n8n's scanner: the sources",
		complaints: async ({ project }) => await scan(project),
	},
	{
		name: "n8n's scanner: the tarball",
		complaints: async ({ published }) => await scan(published, '**/*.js', 'package.json'),
	},
];
