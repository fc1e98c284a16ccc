import { versions } from '../runtime/versions';
import { table } from './table';

/** The n8n versions that `npm run test:versions` tries. */
export const versionTable = (): string =>
	table(
		['n8n', 'Node', 'A stranger sends broken JSON', 'In the list as'],
		versions.map(({ n8n, node, brokenBody, place }) => [n8n, String(node), String(brokenBody), place]),
	);
