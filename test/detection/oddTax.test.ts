import { detection, download, due, line, totals, vat } from './build';
import { map } from './map';

const april = due('2026-04-01');
type Groups = Array<ReturnType<typeof vat>>;

const told = (amounts: [string, string, string], groups: Groups = [], lines: string[] = []) => {
	const rows = lines.map((total) => line('A', '1', total, total));
	const { review } = map(download(detection(totals(...amounts), [...groups, april], rows)), {
		lines: 'omit',
	});
	return review.filter(({ message }) => message.includes('can hardly be'));
};

describe('a tax beside its net total', () => {
	it.each<[name: string, amounts: [string, string, string], groups: Groups]>([
		['of 80 %', ['100.00', '80.00', '180.00'], []],
		['of more than 30 %', ['100.00', '30.51', '130.51'], []],
		['beside no net total', ['0.00', '5.00', '5.00'], []],
		['of hardly anything', ['1000.00', '0.99', '1000.99'], []],
		['of 80 % by its rate', ['100.00', '80.00', '180.00'], [vat('80.0', '100.00', '80.00')]],
		['of 80 %, and one group exempt', ['100.00', '80.00', '180.00'], [vat('0.0', '50.00', '0.00')]],
	])('%s is a doubt', (_name, amounts, groups) => {
		expect(told(amounts, groups)).toEqual([
			{
				field: 'taxAmount',
				message:
					`The tax ${amounts[1]} can hardly be the tax on the net total ${amounts[0]}: one of them may be misread, or hold ` +
					'something else. Compare the amounts with the file.',
			},
		]);
	});

	it.each<[name: string, amounts: [string, string, string], groups: Groups, lines?: string[]]>([
		['none', ['100.00', '0.00', '100.00'], []],
		['27 %, as in Hungary', ['100.00', '27.00', '127.00'], []],
		['30 %', ['100.00', '30.00', '130.00'], []],
		['a cent on a few', ['0.03', '0.01', '0.04'], []],
		['a thousandth', ['1000.00', '1.00', '1001.00'], []],
		['rounded up on each of many lines', ['0.12', '0.04', '0.16'], [], ['0.03', '0.03', '0.03', '0.03']],
		[
			'on the freight alone, the goods are exempt',
			['5010.00', '0.80', '5010.80'],
			[vat('0.0', '5000.00', '0.00'), vat('8.0', '10.00', '0.80')],
		],
		[
			'on the freight alone, and no group for the exempt goods',
			['5010.00', '0.80', '5010.80'],
			[vat('8.0', '10.00', '0.80')],
		],
		[
			'on goods, beside a discount without tax',
			['10.00', '20.00', '30.00'],
			[vat('20.0', '100.00', '20.00'), vat('', '-90.00', '0.00')],
		],
		['one of two groups was read', ['696.00', '132.60', '828.60'], [vat('10.0', '66.00', '6.60')]],
	])('%s is none', (_name, amounts, groups, ...[lines]) => {
		expect(told(amounts, groups, lines)).toEqual([]);
	});
});
