import { join } from 'node:path';
import execa from 'execa';
import { projectFolder } from '../runtime/package';

/** What a script beside this file prints last, as JSON; run by plain Node, outside of jest. */
export async function printed(script: string, ...args: string[]): Promise<unknown> {
	// n8n's lint plugin skips checks when it believes to be under test itself.
	const env = { NODE_ENV: 'production', NODE_PATH: join(projectFolder, 'node_modules') };
	const { stdout } = await execa('node', [join(__dirname, script), ...args], { cwd: projectFolder, env });
	return JSON.parse(stdout.slice(stdout.lastIndexOf('\n')));
}
