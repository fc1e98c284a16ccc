import { n8nVersion } from './n8nInstall';

/** An n8n that the package is tried in by `npm run test:versions`. */
export interface Version {
	n8n: string;
	/** Major version of the Node that it runs on there. */
	node: number;
	/** The answer to a notice with broken JSON from somebody without the secret: the trigger's 401, or n8n's own 422. */
	brokenBody: 401 | 422;
	/** Why it is in the list. */
	place: string;
}

/** Oldest first. */
export const versions: Version[] = [
	{ n8n: '1.85.3', node: 20, brokenBody: 422, place: 'the oldest' },
	{ n8n: '1.113.3', node: 20, brokenBody: 422, place: 'in the middle of n8n 1' },
	{ n8n: '2.0.3', node: 20, brokenBody: 422, place: 'the beginning of n8n 2' },
	{ n8n: '2.20.0', node: 22, brokenBody: 422, place: 'in the middle of n8n 2' },
	{
		n8n: n8nVersion,
		node: 24,
		brokenBody: 401,
		place: 'all other tests run in it; npm had 2.41.3 as its newest on 27 November 2026',
	},
];
