import { setting, withDefault } from '../../shared/field';

const outputs = [
	{ name: 'Raw', value: 'raw', description: 'The detection result as BLU DELTA sends it' },
	{
		name: 'Simplified',
		value: 'simplified',
		description: 'Flat and typed: amounts as numbers, dates, scores',
	},
] as const;
const apiVersions = [
	{ name: 'V1', value: 'v1', description: 'Without due dates, discounts, bank details and VAT IDs' },
	{ name: 'V2', value: 'v2', description: 'With all details' },
] as const;

export const outputField = withDefault(setting(outputs, { upFront: true, default: 'simplified' }));
export const apiVersionField = withDefault(
	setting(apiVersions, { upFront: true, default: 'v2', label: 'API Version' }),
);
