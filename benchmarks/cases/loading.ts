import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import execa from 'execa';
import { startN8n } from '../../runtime/n8n';
import { installN8n } from '../../runtime/n8nInstall';
import { npm } from '../../runtime/npm';
import { unpackPackage } from '../../runtime/package';
import { alternate } from '../alternate';
import type { Case } from '../case';
import type { Place } from '../place';
import { medianOf } from '../result';
import { bornAt, sample } from '../watch';

/** When the memory of a started n8n has come to rest. */
const REST_MS = 3000;
/** Starts differ from each other by more than the package adds, so that it takes more of them. */
const STARTS = 3;

const newFolder = async () => await mkdtemp(join(tmpdir(), 'n8n-nodes-bluetape-loading-'));

/** Starts n8n on a folder that was migrated before. The package lies in `packageFolder`, be n8n's folder this or not. */
async function started({ tarball }: Place, folder: string, packageFolder: string) {
	const n8n = await startN8n({
		packageTarball: tarball,
		userFolder: packageFolder,
		env: { N8N_USER_FOLDER: folder, N8N_LOG_FORMAT: 'json' },
	});
	try {
		const ms = readyAt(await readFile(n8n.logFile, 'utf8')) - (await bornAt(n8n.pid));
		await sleep(REST_MS);
		const { megabytes, cpuMs } = await sample(n8n.pid);
		return { ms, 'CPU ms': cpuMs, MB: megabytes };
	} finally {
		await n8n.stop();
		await rm(n8n.logFile);
	}
}

/** When n8n wrote that it is ready, by its own clock. */
function readyAt(log: string): number {
	const line = log.split('\n').find((each) => each.includes('n8n ready on'));
	const time = /"timestamp":"([^"]+)"/.exec(line ?? '')?.[1];
	if (!time) throw new Error(`n8n did not say when it was ready:\n${log.slice(0, 2000)}`);
	return Date.parse(time);
}

type Loaded = Record<string, number>;

/** What one of n8n's loaders takes for a package, or its files alone, in a process that has loaded n8n's core and nothing else. */
async function loaded(packageFolder: string, loader = ''): Promise<Loaded> {
	const { node, folder } = await installN8n();
	const script = join(__dirname, '..', 'loader.js');
	const { stdout } = await execa(node, ['--expose-gc', script, folder, packageFolder, loader]);
	return JSON.parse(stdout.trim().split('\n').at(-1)!) as Loaded;
}

/** One that n8n has verified and many users have: one node, and no metadata. */
const KNOWN = '@mendable/n8n-nodes-firecrawl@2.1.2';

/** Fetches it into a folder. */
async function known(folder: string): Promise<string> {
	await npm(['pack', KNOWN, '--silent', '--pack-destination', folder], { folder });
	const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz'))!;
	return await unpackPackage(join(folder, tarball), folder);
}

const [LAZY, EAGER] = ['BlueTape, at a start of n8n', 'BlueTape, at an install in the editor'];
const FILES = 'reading and parsing its files alone';

export const loading: Case = {
	name: 'loading',
	title: 'Loading: what the package adds to the start of n8n',
	async run(place) {
		await place.retire();
		const folders = await Promise.all([newFolder(), newFolder(), newFolder(), newFolder()]);
		const [empty, full, beside, elsewhere] = folders;
		try {
			const packageFolder = await unpackPackage(place.tarball, beside);
			const other = await known(elsewhere);
			const [lazily, classes] = ['LazyPackageDirectoryLoader', 'PackageDirectoryLoader'];
			const loader = await alternate(place, [
				{ side: LAZY, measure: async () => await loaded(packageFolder, lazily) },
				{ side: EAGER, measure: async () => await loaded(packageFolder, classes) },
				{ side: FILES, measure: async () => await loaded(packageFolder) },
				{ side: KNOWN, measure: async () => await loaded(other, lazily) },
			]);
			const starts = await alternate({ ...place, rounds: place.rounds * STARTS }, [
				{ side: 'n8n without', measure: async () => await started(place, empty, beside) },
				{ side: 'n8n with the package', measure: async () => await started(place, full, full) },
			]);
			const added = (unit: string) =>
				medianOf(starts, 'n8n with the package', unit) - medianOf(starts, 'n8n without', unit);
			return {
				readings: [...loader, ...starts],
				checks: [
					{ says: "in n8n's loader", value: medianOf(loader, LAZY, 'ms'), unit: 'ms', most: 10 },
					{ says: "in n8n's loader", value: medianOf(loader, LAZY, 'MB'), unit: 'MB', most: 2 },
					{ says: 'of it reading and parsing the files', value: medianOf(loader, FILES, 'ms'), unit: 'ms' },
					{ says: 'at the first use of a node', value: medianOf(loader, LAZY, 'ms first use'), unit: 'ms' },
					{ says: 'added to the start, until n8n is ready', value: added('ms'), unit: 'ms' },
					{ says: 'added to the memory of the started n8n', value: added('MB'), unit: 'MB' },
					{ says: 'added processor time', value: added('CPU ms'), unit: 'ms' },
				],
				notes: [
					"Starts of n8n differ from each other by far more than the package adds, so that the target is for n8n's loader alone.",
				],
			};
		} finally {
			for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		}
	},
};
