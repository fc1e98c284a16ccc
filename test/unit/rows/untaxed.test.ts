import { isUntaxed } from '../../../nodes/BlueTape/rows/untaxed';

const called = (names: string[], ...values: unknown[]) =>
	names.flatMap((name) => values.map((value): [string, unknown] => [name, value]));

it.each<[string, unknown]>([
	...called(['Taxable'], 'N', 'no', 'Non', 'FALSE', 'f', '0', ' no ', 0, false),
	...called(['Taxed', 'Is Taxable', 'isTaxable', 'Line Taxable', 'Item Taxed', 'Is Sales Taxable'], 'No'),
	...called(['Exempt', 'Is Exempt', 'Tax Exempt', 'taxexempt', 'TaxExempt', 'isTaxExempt'], 'Yes'),
	...called(['Line Exempt', 'Item Tax Exempt', 'Sales Tax Exempt', 'Customer Tax Exempt'], 'x', true),
	...called(['Tax Code', 'taxcode', 'TAXCLASS', 'Tax Status', 'Taxgroup', 'Tax Type', 'Tax Category'], 'NON'),
	...called(['Taxable Status', 'Sales Tax Code', 'Sales Taxcode', 'salesTaxClass'], 'Exempt'),
	...called(
		['Tax Code'],
		'nt',
		'E',
		' non ',
		'Nontaxable',
		'Non-Taxable',
		'not taxable',
		'untaxed',
		'Not_Taxed',
	),
	...called(['Tax Code'], 'tax exempt', 'Tax-Exempt', 'taxfree', 'tax_free'),
])('%s, with %j, says that there is no tax', (name, value) => expect(isUntaxed(name, value)).toBe(true));

it.each<[string, unknown]>([
	...called(
		['Taxable'],
		'Y',
		'Yes',
		'',
		'Y/N',
		'not known',
		'none yet, as of 10/10',
		'10',
		'0.08',
		true,
		undefined,
	),
	...called(['Not Taxable', 'Nontaxable', 'Taxable Since', 'Taxable Freight'], 'No'),
	...called(['Not Exempt', 'Nonexempt', 'Exempt Freight', 'Tax Exempt Above'], 'Yes'),
	...called(['Tax Exempt'], 'No', '', 'E', 'NON'),
	...called(['Tax Code'], 'Taxable', 'Standard rate', 'EU', 'NTX', 'Nonprofit', 'Yes', '8.25 %', ''),
	...called(['Tax', 'Code', 'Price Class', 'Syntax Type', 'Tax Class Owner', 'Tax Office'], 'E'),
])('%s, with %j, does not', (name, value) => expect(isUntaxed(name, value)).toBe(false));
