import { basename } from 'node:path';
import { load, manifestOf } from '../candidate';
import type { Check } from '../check';

/** `dist/nodes/BlueTape/BlueTape.node.js` holds `blueTape`. */
const nameIn = (path: string): string => {
	const [className] = basename(path).split('.');
	return className.charAt(0).toLowerCase() + className.slice(1);
};

export const loads: Check = {
	name: "loading: n8n's loader takes every node and credential from a fresh folder, in a category that n8n shows",
	complaints: async (candidate) => {
		const { n8n } = await manifestOf(candidate);
		const { nodes, credentials } = await load(candidate);
		const names = new Set([...nodes, ...credentials].map(({ name }) => name));
		return [
			...[...n8n.nodes, ...n8n.credentials]
				.filter((path) => !names.has(nameIn(path)))
				.map((path) => `${path} was not loaded`),
			...nodes.flatMap(({ name, codex }) => {
				if (!codex?.categories?.length) return [`${name} has no category`];
				// The nodes panel's search leaves this one out.
				return codex.categories.includes('AI') ? [`${name} is in the category AI`] : [];
			}),
		];
	},
};
