import execa from 'execa';
import { inc, lt, major, rsort, valid } from 'semver';
import { manifestOf } from '../candidate';
import type { Check } from '../check';

/** Names and values that workflows store, frozen by test/package/interface.test.ts. */
const FROZEN = 'test/package/__snapshots__/interface.test.ts.snap';

export const storedNames: Check = {
	name: 'interface: nothing that workflows store was removed or renamed without a breaking version',
	complaints: async (candidate) => {
		const { version } = await manifestOf(candidate);
		const git = async (...args: string[]) => await execa('git', args, { cwd: candidate.project });
		// Outside of a repository there is nothing to compare with.
		const { stdout: tags } = await execa('git', ['tag', '--list', 'v*'], {
			cwd: candidate.project,
			reject: false,
		});
		const [last] = rsort(tags.split('\n').filter((tag) => valid(tag) && lt(tag, version)));
		if (!last) return [];
		// The snapshot has a line for each name and value, so what is only added takes no line away.
		const { stdout } = await git('diff', '--numstat', last, '--', FROZEN);
		const removed = Number(stdout.split('\t')[1] ?? 0);
		const needed = inc(last, major(last) === 0 ? 'minor' : 'major')!;
		return removed > 0 && lt(version, needed)
			? [`since ${last} the interface lost or changed ${removed} lines: that is ${needed}, not ${version}`]
			: [];
	},
};
