import { openStage } from '../../runtime/stage';
import { publish } from './stage';

/** One n8n for the whole suite. `BLUETAPE_PACKAGE_TARBALL` tests a package that is packed already. */
export default async function globalSetup(): Promise<void> {
	const packageTarball = process.env.BLUETAPE_PACKAGE_TARBALL;
	const progress = (line: string) => process.stderr.write(`${line} …\n`);
	// As if one proxy stood before n8n: what it writes into X-Forwarded-For is believed, once.
	const env = { N8N_PROXY_HOPS: '1' };
	publish(await openStage({ n8n: { packageTarball, env }, progress }));
}
