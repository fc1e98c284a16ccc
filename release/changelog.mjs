// The releases of a changelog: node changelog.mjs <file>. Prints them as JSON; fails where https://keepachangelog.com is not followed.
import { readFileSync } from 'node:fs';
import { parser } from 'keep-a-changelog';

const { releases } = parser(readFileSync(process.argv[2], 'utf8'), { autoSortReleases: false });
const printed = releases.map((release) => ({
	version: release.version,
	date: release.date,
	changes: [...release.changes.values()].flat().length,
}));
process.stdout.write(`\n${JSON.stringify(printed)}`);
