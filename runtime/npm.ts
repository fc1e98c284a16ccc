import { dirname, delimiter } from 'node:path';
import execa from 'execa';

/**
 * Runs npm in `folder`, free of the settings that an outer `npm run` hands down. With `node`, its folder comes first
 * in PATH, so that npm and the packages' install scripts run on it; `settings` are npm's, by their names. Throws with npm's
 * own last lines; all of them are in the error's `cause`.
 */
export async function npm(
	args: string[],
	{ folder, node, settings = {} }: { folder: string; node?: string; settings?: Record<string, string> },
): Promise<string> {
	const outer = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
	const env = Object.fromEntries(outer);
	if (node) env.PATH = `${dirname(node)}${delimiter}${env.PATH ?? ''}`;
	for (const [name, value] of Object.entries(settings)) env[`npm_config_${name}`] = value;
	try {
		const options = { cwd: folder, env, extendEnv: false, stdin: 'ignore' } as const;
		return (await execa('npm', [...args, '--no-audit', '--no-fund'], options)).stdout;
	} catch (error) {
		const { stderr = '', stdout = '' } = error as execa.ExecaError;
		const lines = `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n');
		throw new Error(`npm ${args.join(' ')} did not work in ${folder}:\n${lines}`, {
			cause: `${stdout}\n${stderr}`,
		});
	}
}
