import { join } from 'node:path';
import { rsort } from 'semver';
import { manifestOf } from '../candidate';
import type { Check } from '../check';
import { printed } from '../printed';

interface Release {
	/** Missing in a part called "Unreleased". */
	version?: string;
	/** Missing while it is not published. */
	date?: string;
	changes: number;
}

export const version: Check = {
	name: 'version: package.json, CHANGELOG.md and tag agree; the changelog is one by keepachangelog.com',
	complaints: async (candidate) => {
		const { version: wanted } = await manifestOf(candidate);
		const changelog = join(candidate.published, 'CHANGELOG.md');
		const releases = (await printed('changelog.mjs', changelog)) as Release[];
		const versions = releases.flatMap(({ version }) => version ?? []);
		const newest = releases.find(({ version }) => version);
		const rules: Array<[boolean, string]> = [
			[newest?.version === wanted, `CHANGELOG.md ends with ${newest?.version}, package.json says ${wanted}`],
			[
				versions.join() === rsort([...versions]).join(),
				'CHANGELOG.md does not begin with the newest version',
			],
			[releases.every(({ changes }) => changes > 0), 'CHANGELOG.md has a version without a change'],
		];
		if (candidate.tag !== undefined) {
			rules.push(
				[candidate.tag === `v${wanted}`, `the tag is ${candidate.tag}, package.json says ${wanted}`],
				[Boolean(newest?.date), `CHANGELOG.md gives ${wanted} no date`],
			);
		}
		return rules.filter(([good]) => !good).map(([, complaint]) => complaint);
	},
};
