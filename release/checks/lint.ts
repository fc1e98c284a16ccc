import execa from 'execa';
import type { Check } from '../check';

export const lint: Check = {
	name: "lint: n8n's community and base rules, types, format, module boundaries",
	complaints: async ({ project }) => {
		const { failed, all } = await execa('npm', ['run', '--silent', 'lint'], {
			cwd: project,
			env: { NODE_ENV: 'production' }, // See printed.ts.
			all: true,
			reject: false,
		});
		return failed ? [all!] : [];
	},
};
