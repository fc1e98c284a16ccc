import { line, vat } from '../build';
import { example, item, spread, unitAmounts, whole } from './example';

/** How printed lines become those of the invoice, which knows whole pieces and cents only. */
export const lineExamples = [
	example('no lines', [700, 133, 833], {
		vat: [vat('19.0', '700.00', '133.00')],
		becomes: whole([700, 133, 833]),
		derived: ['lines'],
		review: ['lines'],
	}),
	example('lines that fit neither total, because a surcharge was not recognised', [120, 24, 144], {
		vat: [vat('20.0', '120.00', '24.00')],
		lines: [[line('Rental', '2', '50.00', '100.00')]],
		becomes: whole([120, 24, 144]),
		derived: ['lines'],
		review: ['lines'],
	}),
	example('a discount line, a text line without amount, a line without description', [90, 18, 108], {
		vat: [vat('20.0', '90.00', '18.00')],
		lines: [
			[line('Pump', '1', '100.00', '100.00'), item('Pump', 1, 100, [100, 20, 120])],
			[line('as agreed by phone', '', '', '')],
			[line('', '', '', '-10.00', { PositionNumber: 7 }), item('Item 7', 1, -10, [-10, -2, -12])],
		],
		derived: ['lines', spread, 'lines[1].quantity', 'lines[1].unitAmount'],
	}),
	example(
		'quantities that are fractional or negative become one piece, prices below a cent stay',
		[64.5, 0, 64.5],
		{
			vat: [vat('0.0', '64.50', '0.00')],
			lines: [
				[
					line('Lath, per meter', '12.5', '4.40', '55.00'),
					item('Lath, per meter (12.5 × 4.40)', 1, 55, [55, 0, 55]),
				],
				[line('Screws', '1000', '0.0125', '12.50'), item('Screws', 1000, 0.0125, [12.5, 0, 12.5])],
				[line('Return', '-1', '5.00', '-5.00'), item('Return (-1 × 5.00)', 1, -5, [-5, 0, -5])],
				[line('Sand', '0.25', '', '2.00'), item('Sand (quantity 0.25)', 1, 2, [2, 0, 2])],
			],
			derived: [spread, ...[0, 2, 3].map((at) => `lines[${at}].quantity`), ...unitAmounts(0, 2, 3)],
		},
	),
	example('a line discount: the unit amount is what was paid per piece', [27, 0, 27], {
		lines: [
			[
				line('Valve  DN 20\nbrass', '3', '10.00', '27.00', { ItemId: { Value: 'V-20' } }),
				item('V-20 Valve DN 20 brass', 3, 9, [27, 0, 27]),
			],
		],
		options: { itemIds: true },
		derived: [spread, 'lines[0].unitAmount'],
	}),
	example('printed lines one cent off the net total: told, not mended', [30, 3, 33], {
		vat: [vat('10.0', '30.00', '3.00')],
		lines: [
			[line('A', '1', '10.00', '10.00'), item('A', 1, 10, [10, 1, 11])],
			[line('B', '1', '20.01', '20.01'), item('B', 1, 20.01, [20.01, 2, 22.01])],
		],
		derived: [spread],
		review: ['lines'],
	}),
	example('a VAT amount that cannot be read, a line without a place or an article number', [10, 2, 12], {
		vat: [vat('20.0', '10,00', '2.00')],
		lines: [[line('', '1', '10.00', '10.00'), item('Item 1', 1, 10, [10, 2, 12])]],
		options: { itemIds: true },
		derived: [spread],
		review: ['vatGroups[0].netAmount'],
	}),
	example('lines off by a cent each: told, not mended', [30, 0, 30], {
		lines: [
			[line('A', '1', '10.00', '10.00'), item('A', 1, 10, [10, 0, 10])],
			[line('B', '1', '10.00', '10.00'), item('B', 1, 10, [10, 0, 10])],
			[line('C', '1', '9.97', '9.97'), item('C', 1, 9.97, [9.97, 0, 9.97])],
		],
		derived: [spread],
		review: ['lines'],
	}),
	example('a single line two cents off: told, not mended', [30, 3, 33], {
		lines: [[line('A', '1', '', '29.98'), item('A', 1, 29.98, [29.98, 3, 32.98])]],
		derived: ['lines[0].unitAmount', spread],
		review: ['lines'],
	}),
	example('a single line three cents off', [30, 3, 33], {
		lines: [[line('A', '1', '', '29.97')]],
		becomes: whole([30, 3, 33]),
		derived: ['lines'],
		review: ['lines'],
	}),
	example('forty lines, and one of 0.35 that was not read', [400.35, 80.07, 480.42], {
		vat: [vat('20.0', '400.35', '80.07')],
		lines: Array.from({ length: 40 }, () => [
			line('A', '1', '10.00', '10.00'),
			item('A', 1, 10, [10, 2, 12]),
		]),
		derived: [spread],
		review: ['lines'],
	}),
	example('forty gross lines, and one of 0.36 that was not read', [400.3, 80.06, 480.36], {
		vat: [vat('20.0', '400.30', '80.06')],
		lines: Array.from({ length: 40 }, () => [
			line('A', '1', '12.00', '12.00'),
			item('A', 1, 10, [10, 2, 12]),
		]),
		derived: [spread, 'lines[].subTotal', ...unitAmounts(...Array.from({ length: 40 }, (_one, at) => at))],
		review: ['lines'],
	}),
	example('a gross line that is two cents more than the net total', [10, 0.02, 10.02], {
		lines: [[line('A', '1', '10.02', '10.02'), item('A', 1, 10, [10, 0.02, 10.02])]],
		derived: [spread, 'lines[].subTotal', ...unitAmounts(0)],
	}),
	example('prices that are the total of their line', [1085.01, 0, 1085.01], {
		lines: [
			[line('Door', '4', '1000.00', '1000.00'), item('Door', 4, 250, [1000, 0, 1000])],
			[line('Screws', '1000', '85.00', '85.00'), item('Screws', 1000, 0.085, [85, 0, 85])],
			[line('Pin', '3', '0.01', '0.01'), item('Pin', 3, 0.0033, [0.01, 0, 0.01])],
		],
		derived: [spread, ...unitAmounts(0, 1, 2)],
	}),
	example(
		'prices that are the total of their line, and no price of four decimals for so many',
		[85.55, 0, 85.55],
		{
			lines: [
				[
					line('Screws', '1000', '85.55', '85.55'),
					item('Screws (quantity 1000)', 1, 85.55, [85.55, 0, 85.55]),
				],
			],
			derived: [spread, 'lines[0].quantity', ...unitAmounts(0)],
		},
	),
	example('a price of more than four decimals', [12.35, 0, 12.35], {
		lines: [[line('Screws', '100', '0.123456', '12.35'), item('Screws', 100, 0.1235, [12.35, 0, 12.35])]],
		derived: [spread, ...unitAmounts(0)],
	}),
	example('a total of nothing, without lines', [0, 0, 0], {
		becomes: whole([0, 0, 0]),
		derived: ['lines'],
		review: ['lines', 'totalAmount'],
	}),
];
