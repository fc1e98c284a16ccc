import type { z } from 'zod';
import { documented as bluDelta, settings as bluDeltaSettings } from '../../emulator/bluDelta/settings';
import { documented as blueTape, settings as blueTapeSettings } from '../../emulator/blueTape/settings';

export type Vendor = 'blueTape' | 'bluDelta';

interface Reading {
	setting: string;
	value: string | number | boolean;
}

/** How a customer's workflow is set up, which is no reading of the documentation. */
const workflow = [
	'processing',
	'splitInto',
	'autoprocess',
	'autoValidate',
	'releaseErrors',
	'releaseDeleted',
];
const notRead = [...workflow, 'requestLimit'];

/** The values of an enumeration, or of a union of single ones. */
function valuesOf(schema: z.ZodTypeAny): Array<string | number | boolean> {
	const about = schema._def as { values?: string[]; options?: z.ZodTypeAny[]; value?: number };
	return about.values ?? (about.options ?? []).map(({ _def }) => (_def as { value: number }).value);
}

const shapes: Record<Vendor, [z.ZodRawShape, Record<string, unknown>]> = {
	blueTape: [blueTapeSettings.shape, blueTape],
	bluDelta: [bluDeltaSettings.shape, bluDelta],
};

/** Every setting of a vendor that is a reading, with its values; the first is the one to begin with. */
export function settingsOf(vendor: Vendor): Array<[string, Array<Reading['value']>]> {
	const [shape, begins] = shapes[vendor];
	return Object.entries(shape)
		.filter(([setting]) => !notRead.includes(setting))
		.map(([setting, schema]) => {
			const first = begins[setting] as Reading['value'];
			return [setting, [first, ...valuesOf(schema).filter((value) => value !== first)]];
		});
}

/** Every other reading of a vendor's documentation, one setting at a time. */
export const readingsOf = (vendor: Vendor): Reading[] =>
	settingsOf(vendor).flatMap(([setting, [, ...others]]) => others.map((value) => ({ setting, value })));
