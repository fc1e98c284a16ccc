import { line, vat } from '../build';
import { example, item, spread, unitAmounts } from './example';

const thirteen = Array.from({ length: 13 }, (_one, at) => `Bolt M${at + 1}`);

/** How the tax, which lines are printed without, comes to them. */
export const taxExamples = [
	example('net lines at one rate', [150, 30, 180], {
		vat: [vat('20.0', '150.00', '30.00')],
		lines: [
			[line('Gravel', '4', '25.00', '100.00'), item('Gravel', 4, 25, [100, 20, 120])],
			[line('Delivery', '1', '50.00', '50.00'), item('Delivery', 1, 50, [50, 10, 60])],
		],
		derived: [spread],
	}),
	example('a rounding cent of tax goes to the largest line', [9.99, 2, 11.99], {
		vat: [vat('20.0', '9.99', '2.00')],
		lines: [
			[line('A', '1', '3.33', '3.33'), item('A', 1, 3.33, [3.33, 0.66, 3.99])],
			[line('B', '1', '3.33', '3.33'), item('B', 1, 3.33, [3.33, 0.67, 4])],
			[line('C', '1', '3.33', '3.33'), item('C', 1, 3.33, [3.33, 0.67, 4])],
		],
		derived: [spread],
	}),
	example('gross lines at one rate, with a cent that rounding lost', [25.18, 4.79, 29.97], {
		vat: [vat('19.0', '25.18', '4.79')],
		lines: [
			[line('Mug', '1', '9.99', '9.99'), item('Mug', 1, 8.4, [8.4, 1.59, 9.99])],
			[line('Cap', '1', '9.99', '9.99'), item('Cap', 1, 8.39, [8.39, 1.6, 9.99])],
			[line('Pen', '3', '3.33', '9.99'), item('Pen', 3, 2.8, [8.39, 1.6, 9.99])],
		],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0, 1, 2)],
	}),
	example('gross lines at two rates, told apart by the one grouping that fits', [150, 25, 175], {
		vat: [vat('20.0', '100.00', '20.00'), vat('10.0', '50.00', '5.00')],
		lines: [
			[line('Tiles', '1', '120.00', '120.00'), item('Tiles', 1, 100, [100, 20, 120])],
			[line('Guide book', '2', '27.50', '55.00'), item('Guide book', 2, 25, [50, 5, 55])],
		],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0, 1)],
	}),
	example('gross lines without a rate: net total and tax spread in proportion', [100, 10, 110], {
		lines: [
			[line('A', '1', '36.67', '36.67'), item('A', 1, 33.34, [33.34, 3.33, 36.67])],
			[line('B', '1', '36.67', '36.67'), item('B', 1, 33.33, [33.33, 3.34, 36.67])],
			[line('C', '1', '36.66', '36.66'), item('C', 1, 33.33, [33.33, 3.33, 36.66])],
		],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0, 1, 2)],
	}),
	example('two rates and a free line; each rate keeps its own rounding cent', [1009.99, 102, 1111.99], {
		vat: [vat('20.0', '9.99', '2.00'), vat('10.0', '1000.00', '100.00')],
		lines: [
			[line('A', '1', '1.13', '1.13'), item('A', 1, 1.13, [1.13, 0.23, 1.36])],
			[line('B', '1', '7.73', '7.73'), item('B', 1, 7.73, [7.73, 1.54, 9.27])],
			[line('Machine', '1', '1000.00', '1000.00'), item('Machine', 1, 1000, [1000, 100, 1100])],
			[line('C', '1', '1.13', '1.13'), item('C', 1, 1.13, [1.13, 0.23, 1.36])],
			[line('Sample', '1', '0.00', '0.00'), item('Sample', 1, 0, [0, 0, 0])],
		],
		derived: [spread],
	}),
	example('gross lines at two rates; each rate keeps its own rounding cent', [1008.33, 101.66, 1109.99], {
		vat: [vat('10.0', '1000.00', '100.00'), vat('20.0', '8.33', '1.66')],
		lines: [
			[line('Machine', '1', '1100.00', '1100.00'), item('Machine', 1, 1000, [1000, 100, 1100])],
			[line('A', '1', '3.33', '3.33'), item('A', 1, 2.77, [2.77, 0.56, 3.33])],
			[line('B', '1', '3.33', '3.33'), item('B', 1, 2.78, [2.78, 0.55, 3.33])],
			[line('C', '1', '3.33', '3.33'), item('C', 1, 2.78, [2.78, 0.55, 3.33])],
		],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0, 1, 2, 3)],
	}),
	example('a group whose tax was misread does not draw its lines along', [600, 70, 670], {
		vat: [vat('20.0', '100.00', '2.00'), vat('10.0', '500.00', '50.00')],
		lines: [
			[line('A', '1', '100.00', '100.00'), item('A', 1, 100, [100, 20, 120])],
			[line('B', '1', '500.00', '500.00'), item('B', 1, 500, [500, 50, 550])],
		],
		derived: [spread],
	}),
	example('a rate of 0, and a rate that is listed twice', [180, 20, 200], {
		vat: [vat('20.0', '60.00', '12.00'), vat('0.0', '80.00', '0.00'), vat('20.0', '40.00', '8.00')],
		lines: [
			[line('Permit', '1', '80.00', '80.00'), item('Permit', 1, 80, [80, 0, 80])],
			[line('Work', '1', '100.00', '100.00'), item('Work', 1, 100, [100, 20, 120])],
		],
		derived: [spread],
	}),
	example('tax two cents off its rate is rounding', [10, 2.02, 12.02], {
		vat: [vat('20.0', '10.00', '2.02')],
		lines: [[line('A', '1', '10.00', '10.00'), item('A', 1, 10, [10, 2.02, 12.02])]],
		derived: [spread],
	}),
	example('tax three cents off its rate is not', [10, 2.03, 12.03], {
		vat: [vat('20.0', '10.00', '2.03')],
		lines: [[line('A', '1', '10.00', '10.00'), item('A', 1, 10, [10, 2.03, 12.03])]],
		derived: [spread],
		review: ['lines[].taxAmount'],
	}),
	example('gross lines that fit the grand total and the tax, but not the net total', [90, 20, 120], {
		vat: [vat('20.0', '100.00', '20.00')],
		lines: [[line('A', '1', '120.00', '120.00'), item('A', 1, 90, [90, 20, 110])]],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0)],
		review: ['totalAmount', 'lines[].taxAmount'],
	}),
	example('two rates, two groupings that fit: the tax is spread in proportion', [100, 15, 115], {
		vat: [vat('20.0', '50.00', '10.00'), vat('10.0', '50.00', '5.00')],
		lines: [
			[line('Paint', '1', '50.00', '50.00'), item('Paint', 1, 50, [50, 7.5, 57.5])],
			[line('Book', '1', '50.00', '50.00'), item('Book', 1, 50, [50, 7.5, 57.5])],
		],
		derived: [spread],
	}),
	example('thirteen lines at two rates: too many to try, spread by largest remainder', [130, 25, 155], {
		vat: [vat('20.0', '120.00', '24.00'), vat('10.0', '10.00', '1.00')],
		lines: thirteen.map((name, at) => [
			line(name, '1', '10.00', '10.00'),
			item(name, 1, 10, at < 4 ? [10, 1.93, 11.93] : [10, 1.92, 11.92]),
		]),
		derived: [spread],
	}),
	example('a rate that does not explain the tax total', [100, 7, 107], {
		vat: [vat('20.0', '35.00', '7.00')],
		lines: [
			[line('Tools', '1', '35.00', '35.00'), item('Tools', 1, 35, [35, 2.45, 37.45])],
			[line('Stamps', '1', '65.00', '65.00'), item('Stamps', 1, 65, [65, 4.55, 69.55])],
		],
		derived: [spread],
		review: ['lines[].taxAmount'],
	}),
];
