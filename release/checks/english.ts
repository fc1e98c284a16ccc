import { join } from 'node:path';
import execa from 'execa';
import type { Check } from '../check';
import { projectFolder } from '../../runtime/package';

export const english: Check = {
	name: 'English: every word of the README, the guides and the nodes is spelled as English writes it',
	complaints: async ({ project }) => {
		// Which files, and which names of our own are allowed, stands in release/cspell.yaml.
		const config = join(projectFolder, 'release', 'cspell.yaml');
		const arguments_ = ['lint', '--config', config, '--root', project, '--no-progress', '--no-summary'];
		const { failed, stdout, stderr } = await execa('cspell', arguments_, {
			cwd: project,
			preferLocal: true,
			localDir: projectFolder,
			reject: false,
		});
		return failed ? [stdout || stderr] : [];
	},
};
