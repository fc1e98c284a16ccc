import { Big } from '../../nodes/bundled/big';
import { explains, taxOn } from '../../nodes/BluDelta/detection/vatRate';

describe('a tax is that of its rate', () => {
	it.each([
		['20', 10_000, 2000, true],
		['20', 10_000, 1995, true],
		['20', 10_000, 1994, false],
		['20', 10_000, 2005, true],
		['20', 10_000, 2006, false],
		['8.3', 116_400, 9603, true],
		['8.3', 116_400, 9602, false],
		['8.3', 116_400, 9720, true],
		['8.3', 116_400, 9721, false],
		['8.25', 116_400, 9603, true],
		['8.25', 116_400, 9608, true],
		['8.25', 116_400, 9611, false],
		['19', 1000, 189, true],
		['19', 1000, 191, true],
		['19', 1000, 192, false],
		['20', -10_000, -2000, true],
		['20', -10_000, -1995, true],
		['20', -10_000, -2006, false],
		['20', -10_000, 2000, false],
		['0', 100_000, 0, true],
		['0', 100_000, 1, false],
		['0', 100_000, -1, false],
		['20', 0, 0, true],
		['20', 0, 1, false],
	])('%s %% of %i cents may be %i: %p', (rate, net, tax, expected) => {
		expect(explains(new Big(rate), net, tax)).toBe(expected);
	});

	it.each([
		['20', 333, 67],
		['8.25', 116_400, 9603],
		['10', 5, 1],
		['10', -5, -1],
		['10', 4, 0],
	])('%s %% of %i cents is %i', (rate, net, tax) => expect(taxOn(net, new Big(rate))).toBe(tax));
});
