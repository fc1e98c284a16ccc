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
	example('a rounding cent of tax stays within its rate: no line is off by a whole cent', [9.99, 2, 11.99], {
		vat: [vat('20.0', '9.99', '2.00')],
		lines: [
			[line('A', '1', '3.33', '3.33'), item('A', 1, 3.33, [3.33, 0.67, 4])],
			[line('B', '1', '3.33', '3.33'), item('B', 1, 3.33, [3.33, 0.67, 4])],
			[line('C', '1', '3.33', '3.33'), item('C', 1, 3.33, [3.33, 0.66, 3.99])],
		],
		derived: [spread],
	}),
	example('gross lines at one rate, with a cent that rounding lost', [25.18, 4.79, 29.97], {
		vat: [vat('19.0', '25.18', '4.79')],
		lines: [
			[line('Mug', '1', '9.99', '9.99'), item('Mug', 1, 8.39, [8.39, 1.6, 9.99])],
			[line('Cap', '1', '9.99', '9.99'), item('Cap', 1, 8.39, [8.39, 1.6, 9.99])],
			[line('Pen', '3', '3.33', '9.99'), item('Pen', 3, 2.8, [8.4, 1.59, 9.99])],
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
			[line('A', '1', '36.67', '36.67'), item('A', 1, 33.33, [33.33, 3.34, 36.67])],
			[line('B', '1', '36.67', '36.67'), item('B', 1, 33.34, [33.34, 3.33, 36.67])],
			[line('C', '1', '36.66', '36.66'), item('C', 1, 33.33, [33.33, 3.33, 36.66])],
		],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0, 1, 2)],
	}),
	example('two rates and a free line; each rate keeps its own rounding cent', [1009.99, 102, 1111.99], {
		vat: [vat('20.0', '9.99', '2.00'), vat('10.0', '1000.00', '100.00')],
		lines: [
			[line('A', '1', '1.13', '1.13'), item('A', 1, 1.13, [1.13, 0.23, 1.36])],
			[line('B', '1', '7.73', '7.73'), item('B', 1, 7.73, [7.73, 1.55, 9.28])],
			[line('Machine', '1', '1000.00', '1000.00'), item('Machine', 1, 1000, [1000, 100, 1100])],
			[line('C', '1', '1.13', '1.13'), item('C', 1, 1.13, [1.13, 0.22, 1.35])],
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
	example('tax a cent off its rate is rounding', [10, 2.01, 12.01], {
		vat: [vat('20.0', '10.00', '2.01')],
		lines: [[line('A', '1', '10.00', '10.00'), item('A', 1, 10, [10, 2.01, 12.01])]],
		derived: [spread],
	}),
	example('tax two cents off its rate is not', [10, 2.02, 12.02], {
		vat: [vat('20.0', '10.00', '2.02')],
		lines: [[line('A', '1', '10.00', '10.00'), item('A', 1, 10, [10, 2.02, 12.02])]],
		derived: [spread],
		review: ['lines[].taxAmount'],
	}),
	example('gross lines that fit the grand total and the tax, but not the net total', [90, 20, 120], {
		vat: [vat('20.0', '100.00', '20.00')],
		lines: [[line('A', '1', '120.00', '120.00'), item('A', 1, 100, [100, 20, 120])]],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0)],
		review: ['totalAmount'],
	}),
	example('two rates, two groupings that fit: the tax is spread in proportion', [100, 15, 115], {
		vat: [vat('20.0', '50.00', '10.00'), vat('10.0', '50.00', '5.00')],
		lines: [
			[line('Paint', '1', '50.00', '50.00'), item('Paint', 1, 50, [50, 7.5, 57.5])],
			[line('Book', '1', '50.00', '50.00'), item('Book', 1, 50, [50, 7.5, 57.5])],
		],
		derived: [spread],
		review: ['lines[].taxAmount'],
	}),
	example('thirteen lines at two rates: too many to try, spread by largest remainder', [130, 25, 155], {
		vat: [vat('20.0', '120.00', '24.00'), vat('10.0', '10.00', '1.00')],
		lines: thirteen.map((name, at) => [
			line(name, '1', '10.00', '10.00'),
			item(name, 1, 10, at < 4 ? [10, 1.93, 11.93] : [10, 1.92, 11.92]),
		]),
		derived: [spread],
		review: ['lines[].taxAmount'],
	}),
	example('a rate that explains neither the tax total nor a part of the lines', [100, 7, 107], {
		vat: [vat('20.0', '36.00', '7.20')],
		lines: [
			[line('Tools', '1', '35.00', '35.00'), item('Tools', 1, 35, [35, 2.45, 37.45])],
			[line('Stamps', '1', '65.00', '65.00'), item('Stamps', 1, 65, [65, 4.55, 69.55])],
		],
		derived: [spread],
		review: ['lines[].taxAmount', 'taxAmount'],
	}),
	example('an exempt group, which has no rate', [150, 19, 169], {
		vat: [vat('19.0', '100.00', '19.00'), vat('', '50.00', '0.00')],
		lines: [
			[line('A', '1', '100.00', '100.00'), item('A', 1, 100, [100, 19, 119])],
			[line('B', '1', '50.00', '50.00'), item('B', 1, 50, [50, 0, 50])],
		],
		derived: [spread],
	}),
	example('an exempt group with no tax printed, and two lines in it', [150, 7, 157], {
		vat: [vat('', '50.00', ''), vat('7.0', '100.00', '7.00')],
		lines: [
			[line('A', '1', '30.00', '30.00'), item('A', 1, 30, [30, 0, 30])],
			[line('B', '1', '100.00', '100.00'), item('B', 1, 100, [100, 7, 107])],
			[line('C', '1', '20.00', '20.00'), item('C', 1, 20, [20, 0, 20])],
		],
		derived: [spread],
	}),
	example('gross lines, one of them exempt', [150, 19, 169], {
		vat: [vat('19.0', '100.00', '19.00'), vat('', '50.00', '0.00')],
		lines: [
			[line('A', '1', '119.00', '119.00'), item('A', 1, 100, [100, 19, 119])],
			[line('B', '1', '50.00', '50.00'), item('B', 1, 50, [50, 0, 50])],
		],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0)],
	}),
	example('a group that was not read: its lines have the rest of the tax', [696, 132.6, 828.6], {
		vat: [vat('20.0', '630.00', '126.00')],
		lines: [
			[line('Boards', '1', '630.00', '630.00'), item('Boards', 1, 630, [630, 126, 756])],
			[line('Book', '3', '22.00', '66.00'), item('Book', 3, 22, [66, 6.6, 72.6])],
		],
		derived: [spread],
	}),
	example('a group that was not read, and more tax in the other than there is', [696, 100, 796], {
		vat: [vat('20.0', '630.00', '126.00')],
		lines: [
			[line('Boards', '1', '630.00', '630.00'), item('Boards', 1, 630, [630, 90.52, 720.52])],
			[line('Book', '3', '22.00', '66.00'), item('Book', 3, 22, [66, 9.48, 75.48])],
		],
		derived: [spread],
		review: ['lines[].taxAmount', 'taxAmount'],
	}),
	example('a group without a net amount has the rest of it', [150, 12, 162], {
		vat: [vat('10.0', '', '10.00'), vat('4.0', '50.00', '2.00')],
		lines: [
			[line('A', '1', '50.00', '50.00'), item('A', 1, 50, [50, 2, 52])],
			[line('B', '1', '100.00', '100.00'), item('B', 1, 100, [100, 10, 110])],
		],
		derived: [spread],
	}),
	example('one group carries the tax of the whole document, and the tax total says so', [696, 132.6, 828.6], {
		vat: [vat('20.0', '630.00', '132.60'), vat('10.0', '66.00', '')],
		lines: [
			[line('Boards', '1', '630.00', '630.00'), item('Boards', 1, 630, [630, 126, 756])],
			[line('Book', '3', '22.00', '66.00'), item('Book', 3, 22, [66, 6.6, 72.6])],
		],
		derived: [spread],
	}),
	example('8.25 %, of which one decimal arrives', [1164, 96.03, 1260.03], {
		vat: [vat('8.3', '1164.00', '96.03')],
		lines: [
			[line('Beam', '20', '48.50', '970.00'), item('Beam', 20, 48.5, [970, 80.03, 1050.03])],
			[line('Beam', '4', '48.50', '194.00'), item('Beam', 4, 48.5, [194, 16, 210])],
		],
		derived: [spread],
	}),
	example(
		'8.875 % and exempt, of which one decimal arrives and one tax is not printed',
		[1500, 88.75, 1588.75],
		{
			vat: [vat('8.9', '1000.00', ''), vat('0.0', '500.00', '0.00')],
			lines: [
				[line('Crane', '1', '1000.00', '1000.00'), item('Crane', 1, 1000, [1000, 88.75, 1088.75])],
				[line('Labor', '5', '100.00', '500.00'), item('Labor', 5, 100, [500, 0, 500])],
			],
			derived: [spread],
		},
	),
	example('a rate typed with two decimals is that rate', [1000, 82.9, 1082.9], {
		vat: [vat('8.25', '1000.00', '82.90')],
		lines: [[line('A', '1', '1000.00', '1000.00'), item('A', 1, 1000, [1000, 82.9, 1082.9])]],
		derived: [spread],
		review: ['lines[].taxAmount'],
	}),
	example('tax rounded once for each line', [3.3, 0.7, 4], {
		vat: [vat('20.0', '3.30', '0.70')],
		lines: Array.from({ length: 10 }, () => [
			line('Nail', '1', '0.33', '0.33'),
			item('Nail', 1, 0.33, [0.33, 0.07, 0.4]),
		]),
		derived: [spread],
	}),
	example(
		'the tax of two groups, each rounded, and that of the document, rounded once',
		[10.22, 1.11, 11.33],
		{
			vat: [vat('11.0', '5.04', '0.55'), vat('10.7', '5.18', '0.55')],
			lines: [
				[line('A', '1', '5.03', '5.03'), item('A', 1, 5.03, [5.03, 0.56, 5.59])],
				[line('B', '1', '0.01', '0.01'), item('B', 1, 0.01, [0.01, 0, 0.01])],
				[line('C', '1', '5.18', '5.18'), item('C', 1, 5.18, [5.18, 0.55, 5.73])],
			],
			derived: [spread],
		},
	),
];
