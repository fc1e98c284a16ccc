import { ask } from '../../contract/ask';
import { emulated } from '../../contract/emulated';
import type { Finding } from '../../contract/question';
import { startEmulator } from '../../emulator/server';
import { readingsOf, type Vendor } from './readings';

const vendors = { blueTape: 'bluetape', bluDelta: 'bludelta' } as const;

async function asked(vendor: Vendor, settings: object): Promise<Finding[]> {
	const emulator = await startEmulator();
	try {
		Object.assign(emulator[vendor].state.settings, settings);
		const session = emulated(emulator).find((one) => one.vendor === vendors[vendor])!;
		return await ask(session.topics, session.service);
	} finally {
		await emulator.stop();
	}
}

/** What no page of the vendors has, though services of their kind have it: the questions find each of them. */
const beyond: Array<[setting: string, value?: unknown]> = [
	// What a customer with auto trade credit sees.
	['newInvoices'],
	['statusCase'],
	...['capitals', 'message', 'problem', 'nested', 'text'].map((style): [string, string] => [
		'errorStyle',
		style,
	]),
	['propertiesForm'],
	['moments'],
	// Not an answer that is read in two ways, but a service in trouble.
	['confirms'],
];
const isBeyond = ({ setting, value }: { setting: string; value: unknown }) =>
	beyond.some(([name, only]) => name === setting && (only ?? value) === value);

const all = (Object.keys(vendors) as Vendor[]).flatMap((vendor) =>
	readingsOf(vendor).map(({ setting, value }) => ({ vendor, setting, value })),
);

it.each(all.filter((reading) => !isBeyond(reading)))(
	'$vendor, $setting $value: no documented statement speaks against it',
	async ({ vendor, setting, value }) => {
		const findings = await asked(vendor, { [setting]: value });
		const against = findings.filter(({ verdict }) => verdict === 'differs');
		expect(against.map(({ at, says, asks, seen }) => ({ at, says, asks, seen }))).toEqual([]);
	},
);

it.each(all.filter(isBeyond))('$vendor, $setting $value: is found', async ({ vendor, setting, value }) => {
	const findings = await asked(vendor, { [setting]: value });
	expect(findings.filter(({ verdict }) => verdict === 'differs')).not.toEqual([]);
});
