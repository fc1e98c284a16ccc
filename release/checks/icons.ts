import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { load, manifestOf } from '../candidate';
import type { Check } from '../check';

/** What is wrong with one icon. */
async function flaws(file: string): Promise<string[]> {
	const content = await readFile(file);
	const { type, width, height } = imageSize(content);
	return [
		...(type === 'svg' ? [] : ['is not an SVG']),
		...(width === height ? [] : [`is not square (${width} × ${height})`]),
		// n8n shows icons as they are.
		...(/<script|<image|href=|\bon\w+=/i.test(content.toString()) ? ['holds a script or a link'] : []),
	];
}

export const icons: Check = {
	name: 'icons: each node and credential has a square SVG for light and one for dark',
	complaints: async (candidate) => {
		const [{ name: packageName }, { nodes, credentials }] = await Promise.all([
			manifestOf(candidate),
			load(candidate),
		]);
		const found = [...nodes, ...credentials].map(async ({ name, iconUrl }) => {
			if (typeof iconUrl !== 'object' || iconUrl.light === iconUrl.dark)
				return [`${name} has no icon for light and another for dark`];
			const each = Object.values(iconUrl).map(async (url) => {
				const path = url.replace(`icons/${packageName}/`, '');
				return (await flaws(join(candidate.published, path))).map((flaw) => `${path} ${flaw}`);
			});
			return (await Promise.all(each)).flat();
		});
		return [...new Set((await Promise.all(found)).flat())];
	},
};
