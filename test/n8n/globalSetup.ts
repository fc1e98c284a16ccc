import { openStage } from '../../runtime/stage';
import { publish } from './stage';

/** One n8n for the whole suite. `BLUETAPE_PACKAGE_TARBALL` tests a package that is packed already, `BLUETAPE_N8N` another version of n8n. */
export default async function globalSetup(): Promise<void> {
	const { BLUETAPE_PACKAGE_TARBALL: packageTarball, BLUETAPE_N8N: version } = process.env;
	const progress = (line: string) => process.stderr.write(`${line} …\n`);
	// As if one proxy stood before n8n: what it writes into X-Forwarded-For is believed, once.
	const env = { N8N_PROXY_HOPS: '1' };
	publish(await openStage({ n8n: { packageTarball, version, env }, progress }));
}
