import { detection, download, due, line, totals } from './build';
import { map } from './map';

const april = due('2026-04-01');

/** What is told of a document of this one line, and the price that it has then. */
function read(row: [quantity: string, price: string, total: string], net = row[2], tax = '0.00') {
	const [whole, cents] = [Number(net), Number(tax)];
	const document = detection(totals(net, tax, (whole + cents).toFixed(2)), [april], [line('A', ...row)]);
	const { invoice, review } = map(download(document));
	return { told: review, unitAmount: invoice?.lines?.[0].unitAmount };
}

describe('quantity and price beside the total of a line', () => {
	it.each<[row: [string, string, string], unitAmount: number]>([
		[['5', '30.00', '200.00'], 40],
		[['5', '30.00', '100.00'], 20],
		[['5', '30.00', '151.00'], 30.2],
		[['5', '30.00', '30.50'], 6.1],
		[['2', '0.00', '10.00'], 5],
		[['5', '3.00', '150.00'], 30],
		[['50', '30.00', '150.00'], 3],
		[['1', '0.0125', '12.50'], 12.5],
		[['10', '100.00', '155.00'], 15.5],
		[['10', '100.00', '157.20'], 15.72],
		[['10', '100.00', '697.80'], 69.78],
		[['10', '100.00', '751.13'], 75.113],
	])('%j is a doubt, and the total counts', (row, unitAmount) => {
		const result = read(row);
		expect(result.unitAmount).toBe(unitAmount);
		expect(result.told).toEqual([
			{
				field: 'lines[0].unitAmount',
				message: expect.stringContaining(`has ${row[0]} × ${row[1]} beside a line total of ${row[2]},`),
			},
		]);
	});

	it.each<[why: string, row: [string, string, string], net?: string, tax?: string]>([
		['they fit', ['5', '30.00', '150.00'], '150.00', '0.00'],
		['a cent of rounding', ['3', '33.33', '100.00'], '100.00', '0.00'],
		['a price printed short', ['1000', '0.01', '12.50'], '12.50', '0.00'],
		['the price of the line', ['5', '150.00', '150.00'], '150.00', '0.00'],
		['the price of a hundred', ['500', '12.50', '62.50'], '62.50', '0.00'],
		['the price of a thousand', ['5000', '12.50', '62.50'], '62.50', '0.00'],
		['10 % off', ['5', '30.00', '135.00'], '135.00', '0.00'],
		['12.5 % off', ['7', '19.99', '122.44'], '122.44', '0.00'],
		['half the price', ['5', '30.00', '75.00'], '75.00', '0.00'],
		['62.5 % off a list price', ['8', '100.00', '300.00'], '300.00', '0.00'],
		['80 % off', ['5', '30.00', '30.00'], '30.00', '0.00'],
		['25 % and 7 % off', ['10', '100.00', '697.50'], '697.50', '0.00'],
		['55 % and 3 % off, gross', ['3', '19.90', '26.06'], '21.72', '4.34'],
		['80 % and 20 % off', ['10', '100.00', '160.00'], '160.00', '0.00'],
		['5 % and 1 % off', ['10', '100.00', '940.50'], '940.50', '0.00'],
		['the price of a hundred, 10 % off', ['1000', '12.50', '112.50'], '112.50', '0.00'],
		['the price of a thousand, 40 % and 5 % off', ['2000', '73.00', '83.22'], '83.22', '0.00'],
		['all in gross', ['5', '36.00', '180.00'], '150.00', '30.00'],
		['a net price, a gross total', ['5', '30.00', '180.00'], '150.00', '30.00'],
		['no price', ['5', '', '150.00'], '150.00', '0.00'],
		['no quantity', ['', '30.00', '150.00'], '150.00', '0.00'],
		['a part of a piece', ['2.5', '30.00', '80.00'], '80.00', '0.00'],
	])('%s: nothing to tell', (_why, row, net, tax) => {
		expect(read(row, net, tax).told).toEqual([]);
	});

	it('a discount or a gift as a line of its own has its price without the sign, or no price left', () => {
		const rows = [
			line('A', '1', '100.00', '100.00'),
			line('Discount', '1', '10.00', '-10.00'),
			line('Gift', '2', '5.00', '0.00'),
		];
		const { review } = map(download(detection(totals('90.00', '0.00', '90.00'), [april], rows)));
		expect(review).toEqual([]);
	});
});
