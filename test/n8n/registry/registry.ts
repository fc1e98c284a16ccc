import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { delimiter } from 'node:path';
import execa from 'execa';
import fastify from 'fastify';

/** A registry of npm on loopback that has one package, and nothing else. */
export interface Registry {
	name: string;
	version: string;
	/** With this environment n8n installs from here, by its own calls of npm. */
	env: Record<string, string>;
	stop: () => Promise<void>;
}

/** Publishes a tarball of `npm pack` there, as its latest version. */
export async function startRegistry(tarball: string): Promise<Registry> {
	const content = await readFile(tarball);
	const { stdout } = await execa('tar', ['-xzOf', tarball, 'package/package.json']);
	const manifest = JSON.parse(stdout) as { name: string; version: string };
	const { name, version } = manifest;
	const app = fastify();
	const url = await app
		.get('/package.tgz', async (_, reply) => await reply.type('application/octet-stream').send(content))
		.get(`/${name}`, async ({ host }) => ({
			...{ name, 'dist-tags': { latest: version } },
			versions: {
				[version]: {
					...manifest,
					dist: {
						tarball: `http://${host}/package.tgz`,
						integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
					},
				},
			},
		}))
		.listen({ host: '127.0.0.1', port: 0 });
	const { stdout: npm } = await execa('which', ['npm']);
	return {
		...{ name, version },
		env: {
			PATH: `${__dirname}${delimiter}${process.env.PATH ?? ''}`,
			...{ NPM_BEHIND: npm, REGISTRY_OF_TEST: url },
		},
		stop: async () => await app.close(),
	};
}
