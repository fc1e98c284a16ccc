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
		'quantities that are fractional, negative, or priced below a cent become one piece',
		[64.5, 0, 64.5],
		{
			vat: [vat('0.0', '64.50', '0.00')],
			lines: [
				[
					line('Lath, per meter', '12.5', '4.40', '55.00'),
					item('Lath, per meter (12.5 × 4.40)', 1, 55, [55, 0, 55]),
				],
				[line('Screws', '1000', '0.0125', '12.50'), item('Screws (1000 × 0.0125)', 1, 12.5, [12.5, 0, 12.5])],
				[line('Return', '-1', '5.00', '-5.00'), item('Return (-1 × 5.00)', 1, -5, [-5, 0, -5])],
				[line('Sand', '0.25', '', '2.00'), item('Sand (quantity 0.25)', 1, 2, [2, 0, 2])],
			],
			derived: [spread, ...[0, 1, 2, 3].map((at) => `lines[${at}].quantity`), ...unitAmounts(0, 1, 2, 3)],
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
	example('printed lines one cent off the net total', [30, 3, 33], {
		vat: [vat('10.0', '30.00', '3.00')],
		lines: [
			[line('A', '1', '10.00', '10.00'), item('A', 1, 10, [10, 1, 11])],
			[line('B', '1', '20.01', '20.01'), item('B', 1, 20.01, [20, 2, 22])],
		],
		derived: [spread, 'lines[1].subTotal'],
	}),
	example('a VAT amount that cannot be read, a line without a place or an article number', [10, 2, 12], {
		vat: [vat('20.0', '10,00', '2.00')],
		lines: [[line('', '1', '10.00', '10.00'), item('Item 1', 1, 10, [10, 2, 12])]],
		options: { itemIds: true },
		derived: [spread],
		review: ['vatGroups[0].netAmount'],
	}),
	example('lines off by as much as rounding may be: a cent each, at least two', [30, 0, 30], {
		lines: [
			[line('A', '1', '10.00', '10.00'), item('A', 1, 10.03, [10.03, 0, 10.03])],
			[line('B', '1', '10.00', '10.00'), item('B', 1, 10, [10, 0, 10])],
			[line('C', '1', '9.97', '9.97'), item('C', 1, 9.97, [9.97, 0, 9.97])],
		],
		derived: ['lines[0].subTotal', 'lines[0].unitAmount', spread],
	}),
	example('a single line two cents off', [30, 3, 33], {
		lines: [[line('A', '1', '', '29.98'), item('A', 1, 30, [30, 3, 33])]],
		derived: ['lines[0].subTotal', 'lines[0].unitAmount', spread],
	}),
	example('a single line three cents off', [30, 3, 33], {
		lines: [[line('A', '1', '', '29.97')]],
		becomes: whole([30, 3, 33]),
		derived: ['lines'],
		review: ['lines'],
	}),
	example('a total of nothing, without lines', [0, 0, 0], {
		becomes: whole([0, 0, 0]),
		derived: ['lines'],
		review: ['lines', 'totalAmount'],
	}),
];
