import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import execa from 'execa';
import getPort from 'get-port';
import { type Child, startChild } from '../child';
import type { Programs } from './programs';

/** A running Postgres or Redis on 127.0.0.1, in a temporary folder that goes with it. */
export interface Store {
	port: number;
	/** Postgres only; user and database are both `postgres`. */
	password: string;
	stop: Child['stop'];
}

interface Account {
	uid: number;
	gid: number;
}

/** Postgres refuses to run as root, so it runs as the user that Debian's package has made. */
async function account(): Promise<Account> {
	const [uid, gid] = [process.getuid!(), process.getgid!()];
	if (uid !== 0) return { uid, gid };
	const id = async (kind: string) => Number((await execa('id', [kind, 'postgres'])).stdout);
	return { uid: await id('-u'), gid: await id('-g') };
}

const listens = async (port: number): Promise<boolean> =>
	await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		const end = (open: boolean) => {
			socket.destroy();
			resolve(open);
		};
		socket.once('connect', () => end(true)).once('error', () => end(false));
	});

async function start(name: string, logFile: string, folders: string, port: number, command: string[]) {
	const { uid, gid } = await account();
	const keeper = join(__dirname, 'keeper.js');
	return await startChild({
		name,
		command: [process.execPath, keeper, String(uid), String(gid), folders, ...command],
		cwd: tmpdir(),
		env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' },
		logFile,
		ready: async () => await listens(port),
		readySeconds: 60,
	});
}

async function ownFolder(name: string): Promise<string> {
	const { uid, gid } = await account();
	const folder = await mkdtemp(join(tmpdir(), `n8n-nodes-bluetape-${name}-`));
	await chown(folder, uid, gid);
	return folder;
}

/** A new, empty Postgres. It does not wait for the disk: what it holds is not meant to stay. */
export async function startPostgres({ initdb, postgres }: Programs, logFile: string): Promise<Store> {
	const folder = await ownFolder('postgres');
	try {
		const password = randomBytes(16).toString('hex');
		const passwordFile = join(folder, 'password');
		const data = join(folder, 'data');
		const { uid, gid } = await account();
		await writeFile(passwordFile, password);
		await execa(
			initdb,
			['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '--no-sync'],
			{ uid, gid, cwd: folder, stdin: 'ignore' },
		);
		const port = await getPort({ host: '127.0.0.1' });
		const settings = {
			listen_addresses: '127.0.0.1',
			port,
			unix_socket_directories: '',
			fsync: 'off',
			synchronous_commit: 'off',
			full_page_writes: 'off',
		};
		const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		const child = await start('Postgres', logFile, folder, port, [postgres, '-D', data, ...options]);
		return { port, password, stop: child.stop };
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

/** A new, empty Redis that keeps nothing on the disk. When it ends, `alsoRemove` is removed as well as its own folder. */
export async function startRedis(
	{ redisServer }: Programs,
	logFile: string,
	alsoRemove: string,
): Promise<Store> {
	const folder = await ownFolder('redis');
	try {
		const port = await getPort({ host: '127.0.0.1' });
		const options = [
			'--port',
			String(port),
			'--bind',
			'127.0.0.1',
			'--dir',
			folder,
			'--save',
			'',
			'--appendonly',
			'no',
		];
		const folders = `${folder}:${alsoRemove}`;
		const child = await start('Redis', logFile, folders, port, [redisServer, ...options]);
		return { port, password: '', stop: child.stop };
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}
