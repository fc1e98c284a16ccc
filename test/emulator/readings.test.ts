import { all, known, read } from '../package/pointers';
import { settingsOf, type Vendor } from '../readings/readings';

const [, list] = read('emulator/README.md').split('## Other readings');
const rows = (heading: string) =>
	all(list.split(`| ${heading} |`)[1].split('\n\n')[0], /^\| ([^|`]+?) +\| `(\w+)` +\| (.+?) +\|$/gm).map(
		([, at, setting, values]) => ({ at, setting, values: values.replaceAll('`', '').split(', ') }),
	);

it.each([
	['blueTape', 'BlueTape', 'bluetape'],
	['bluDelta', 'BLU DELTA', 'bludelta'],
] as const)('the README lists every reading of %s by its section', (vendor: Vendor, heading, page) => {
	const listed = rows(heading);
	const byName = (one: { setting: string }, other: { setting: string }) =>
		one.setting.localeCompare(other.setting);
	const there = settingsOf(vendor).map(([setting, values]) => ({ setting, values: values.map(String) }));
	expect(listed.map(({ setting, values }) => ({ setting, values })).sort(byName)).toEqual(there.sort(byName));
	expect(listed.filter(({ at }) => !known[page].includes(at))).toEqual([]);
});
