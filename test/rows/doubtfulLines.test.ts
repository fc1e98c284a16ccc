import { resources } from '../../nodes/BlueTape/resources';
import { bodiesOf } from '../../nodes/BlueTape/rows/bodies';

// Lines that stand there twice, sums among the lines and discounts that add to the amount are told; honest lines are not doubted.

const shape = resources.invoice.operations.create.body!;
const header = {
	...{ id: 'A', invoiceNumber: '7', customerId: 'CUS-1', invoiceDate: '2026-11-26', dueDate: '2026-12-26' },
};
/** An empty row. */
const nothing = Object.fromEntries(Object.keys(header).map((name) => [name, '']));

const reviews = (lines: object[]) =>
	bodiesOf(
		lines.map((line) => ({ ...header, ...line })),
		shape,
		{ groupBy: 'id', columns: [], dateFormat: 'YYYY-MM-DD', numberFormat: '1100.50' },
		'2026-11-27',
	).made.map(({ review }) => review.map(({ field, message }) => `${field}: ${message}`));

const line = (description: string, unitAmount: number | string, more: object = {}) => ({
	...{ description, quantity: 1, unitAmount },
	...more,
});
const [studs, nails, glue] = [line('Studs', 300), line('Nails', 30), line('Glue', 7)];
const numbered = (...lines: object[]) => lines.map((one, at) => ({ ...one, Line: at + 1 }));

describe('lines that stand there twice', () => {
	it.each<[string, object[], string]>([
		['a table', [studs, nails, studs, nails], 'Lines 3-4 (rows 3 and 4) are lines 1-2 once more'],
		['a part of one', [studs, nails, glue, studs, nails], 'Lines 4-5 (rows 4 and 5) are lines 1-2'],
		[
			'a part in the midst',
			[studs, glue, studs, nails, line('X', 1), studs, nails],
			'Lines 6-7 (rows 6 and 7) are lines 3-4',
		],
		[
			'with equal neighbours',
			[studs, studs, nails, studs, studs, nails],
			'Lines 4-6 (rows 4, 5 and 6) are lines 1-3',
		],
		['three times', [studs, nails, studs, nails, studs, nails], 'are lines 1-2 once more'],
		['with numbers of lines that go on', numbered(studs, nails, studs, nails), 'Lines 3-4 (rows 3 and 4)'],
		[
			'with numbers by tens',
			[studs, nails, studs, nails].map((one, at) => ({ ...one, Pos: 10 + 10 * at })),
			'Lines 3-4',
		],
		...(
			[
				['Line No.', (at) => 10000 + 10000 * at],
				['#', (at) => 5 + at],
				['Seq', (at) => 2 * at],
			] as Array<[string, (at: number) => number]>
		).map(([name, numberOf]): [string, object[], string] => [
			`with numbers of lines as ${name}`,
			[studs, nails, studs, nails].map((one, at) => ({ ...one, [name]: numberOf(at) })),
			'Lines 3-4',
		]),
		...[
			'2 Hour Fire Door',
			'Grounding rod',
			'Fire door, 2 hour',
			'Trip lever',
			'Fuel filter',
			'Shipping box',
		].map((name): [string, object[], string] => [
			`goods that are called ${name}`,
			[line(name, 30), nails, glue, line(name, 30)],
			'Line 4 (row 4) is line 1 once more',
		]),
		['a way and what it brought', [studs, line('Delivery', 120), studs, line('Delivery', 120)], 'Lines 3-4'],
		['one far from itself', [studs, nails, glue, studs], 'Line 4 (row 4) is line 1 once more'],
		[
			'with what a sheet counts',
			[studs, nails, glue, studs].map((one, at) => ({ ...one, row_number: at + 2 })),
			'Line 4 (row 4) is line 1 once more',
		],
		[
			'with the same work days',
			[...[studs, nails, studs, nails].map((one, at) => ({ ...one, Day: `2026-11-0${1 + (at % 2)}` }))],
			'Lines 3-4',
		],
	])('%s', (_what, lines, sentence) => {
		const [said] = reviews(lines);
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(/^lines: /);
		expect(said[0]).toContain(sentence);
	});

	it.each<[string, object[]]>([
		['of a join', [studs, studs, nails, nails, glue, glue]],
		['with numbers of lines', numbered(studs, studs, nails, nails, glue, glue)],
		['beside work', [studs, studs, nails, nails, line('Labor', 80), line('Labor', 80)]],
	])('each of them: %s', (_what, lines) =>
		expect(reviews(lines)[0].join()).toMatch(/^lines: Each of the 3 different lines stands there 2 times/),
	);

	it('also where the rows of another invoice stand between them', () => {
		const other = { id: 'B', invoiceNumber: '8' };
		const [said, none] = reviews([studs, nails, line('Glue', 7, other), studs, nails]);
		expect(said.join()).toContain('Lines 3-4 (rows 4 and 5) are lines 1-2');
		expect(none).toEqual([]);
	});

	it.each<[string, object]>([
		['goods', studs],
		['work, which is all of it', line('Labor', 80)],
	])('as a table of invoices with one line each: %s', (_what, one) => {
		const other = { ...one, id: 'B', invoiceNumber: '8' };
		for (const times of [2, 3]) {
			const said = reviews(Array.from({ length: times }, () => [one, other]).flat());
			expect(said.map((all) => all.join())).toEqual([
				expect.stringContaining('Line 2 (row 3) is line 1 once more'),
				expect.stringContaining('Line 2 (row 4) is line 1 once more'),
			]);
		}
	});

	it.each<[string, object[]]>([
		['equal neighbours', [studs, studs, studs]],
		['equal neighbours of several kinds', [studs, studs, nails, nails]],
		['equal neighbours of three kinds, not as many of each', [studs, studs, nails, nails, glue]],
		[
			'three kinds of work',
			['Labor', 'Delivery', 'Trip'].flatMap((name) => [line(name, 80), line(name, 80)]),
		],
		[
			'each of three for two places',
			[studs, studs, nails, nails, glue, glue].map((one, at) => ({
				...one,
				Site: at % 2 ? 'North' : 'South',
			})),
		],
		['one far from itself of another price', [studs, nails, line('Studs', 299)]],
		['one far from itself with a number of its own', numbered(studs, nails, studs)],
		[
			'the same work of two days',
			[studs, nails, studs, nails].map((one, at) => ({ ...one, Day: at < 2 ? '2026-11-01' : '2026-11-02' })),
		],
		[
			'the same of two places',
			[studs, nails, studs, nails].map((one, at) => ({ ...one, Site: at < 2 ? 'North' : 'South' })),
		],
		[
			'the same of several tickets',
			[studs, nails, studs, nails].map((one, at) => ({ ...one, Ticket: 5501 + at })),
		],
		[
			'the same of days as Excel counts them',
			[studs, nails, studs, nails].map((one, at) => ({ ...one, 'Work Date': 46110 + at })),
		],
		[
			'a way that is billed again',
			[
				line('Delivery', 120),
				studs,
				line('Labor', 80),
				nails,
				line('Labor', 80),
				glue,
				line('Delivery', 120),
			],
		],
		...[
			'Framing labor',
			'Labor - kitchen',
			'3 hours',
			'Trip charge',
			'Travel time',
			'Call-out (Sunday)',
			'Arbeitsstunden',
			'Labor hour',
			'Labor-Framing',
			'Labor 2 men',
			'Freight In',
			'Delivery Local',
			'Crane hour',
		].map((name): [string, object[]] => [name, [line(name, 30), nails, glue, line(name, 30)]]),
		['notes without an amount', [studs, line('-----', 0), nails, line('-----', 0)]],
		['one line', [studs]],
		['two', [studs, studs]],
		['two with a row of no line between them', [studs, {}, studs]],
		['two with an empty row between them', [studs, nothing, studs]],
	])('but not %s', (_what, lines) => expect(reviews(lines)).toEqual([[]]));
});

describe('a sum among the lines', () => {
	it.each([
		...[
			'Subtotal',
			'Sub-total:',
			'SUBTOTAL',
			'Total',
			'Grand total',
			'Sum',
			'Zwischensumme',
			'Summe',
			'Übertrag',
		],
		...[
			'Gesamtbetrag',
			'Sous-total',
			'Total HT',
			'Importe total',
			'Totale',
			'Totaal',
			'Invoice total incl. VAT',
		],
		...['Balance forward', 'Balance brought forward 10/31', 'Previous balance', 'Prior balance due'],
		...['Amount due', 'Carried forward', 'Total (USD)', '** TOTAL **', 'Subtotal kitchen'],
	])('as %s is told, whatever it is', (name) => {
		expect(reviews([studs, nails, line(name, 330)])).toEqual([
			[expect.stringContaining(`lines[2]: Line 3: "${name}" is 330.00, the sum of lines above it`)],
		]);
		expect(reviews([studs, nails, line(name, 331)])).toEqual([
			[expect.stringMatching(/^lines\[2\]: Line 3: .* is called as a sum of other lines is/)],
		]);
		expect(reviews([studs, nails, line(name, '', { quantity: '' })])[0].join()).toContain(
			'is called as a sum',
		);
	});

	it.each<[string, object[]]>([
		['of a section', [studs, nails, line('Subtotal', 330), glue, line('Sub total', 7)]],
		['of all below a section', [studs, nails, line('Subtotal', 330), glue, line('Total', 337)]],
		['with a word among others', [studs, nails, line('Kitchen total', 330)]],
		['with a section of its own', [studs, nails, line('Kitchen total', 330), glue, line('Total', 337)]],
		['with tax', [{ ...studs, taxRate: 10 }, { ...nails, taxRate: 10 }, line('Total', 363)]],
	])('%s is sure', (_what, lines) =>
		expect(reviews(lines)[0].join()).toContain('sum of lines above it, which would be asked for twice'),
	);

	it.each<[string, object[]]>([
		['at the top of what it is the sum of', [line('Total materials', 330), studs, nails]],
		['at the top, with tax', [line('Total', 363), { ...studs, taxRate: 10 }, { ...nails, taxRate: 10 }]],
		['of goods at the top, with tax', [line('Total goods', 330), { ...studs, taxRate: 10 }]],
		[
			'beside sums of some',
			[line('Total materials', 300), line('Total labor', 200), line('Total due 540', 540)],
		],
	])('%s is told', (_what, lines) => expect(reviews(lines)[0].join()).toContain('is called as a sum'));

	it.each<[string, object[]]>([
		['alone', [line('Total', 330)]],
		['at the top', [line('Total materials', 250), studs]],
		['beside another one', [line('Total labor', 300), line('Total materials', 250)]],
		['as a heading', [studs, line('Subtotal', 0)]],
		['as what is owed to the buyer', [studs, line('Balance forward', -50)]],
		['as a lump sum', [studs, nails, line('Lump sum', 200)]],
		['as a thing', [studs, line('Total station, rental', 300)]],
		['as a total of another amount among other words', [studs, nails, line('Total care package', 120)]],
		['as a summer tyre', [studs, nails, line('Summer tyres', 330)]],
		['as an amount', [studs, nails, line('Minimum amount surcharge', 330)]],
	])('is none %s', (_what, lines) => expect(reviews(lines)).toEqual([[]]));
});

describe('a line that is to lower the amount', () => {
	it.each([
		...[
			'Discount',
			'Early payment discount',
			'10% discount',
			'Discount 10 %',
			'Discount (spring)',
			'Discount on studs',
		],
		...[
			'Rabatt',
			'Treuerabatt',
			'2 % Skonto',
			'Nachlass',
			'Remise',
			'Descuento',
			'Sconto',
			'Korting',
			'Credit',
		],
		...[
			'Credit for returns',
			'Credit memo 12',
			'Gutschrift',
			'Refund',
			'Coupon',
			'Less 10 %',
			'abzgl. Muster',
		],
		...[
			'Deposit paid',
			'Deposit',
			'Deposit for kitchen',
			'Down payment',
			'Anzahlung vom 3.11.',
			'Prepayment',
		],
		...['Paid', 'Paid on 3/11', 'Amount paid 3/11', 'Rebate', 'Spring rebate 5 %'],
		...['Total paid', 'Cash paid', 'Customer paid 3/11', 'Check 1234 paid', 'Amt. paid', 'Check #12 - paid'],
		...['Retainage 10%', 'Retention 10 %', 'Holdback', 'Previously billed', 'Previous billings'],
		...['Rebate on 5/8" drywall', 'Rebate on 12 mm drywall'],
		...['Deposit for equipment', 'Equipment deposit paid', 'Deposit received on skid steer'],
		...['Deposit paid - reel mower', 'Deposit on skid steer'],
		...['Advance payment', 'Amount paid', 'Already paid', 'Payment received', 'bereits bezahlt', 'Acompte'],
	])('as %s is told where it adds to it', (name) => {
		expect(reviews([studs, line(name, 30)])).toEqual([
			[`lines[1]: Line 2: "${name}" adds 30.00: if it is to be taken off, write its price below zero`],
		]);
		expect(reviews([studs, line(name, -30)])).toEqual([[]]);
		expect(reviews([studs, { ...line(name, 30), quantity: -1 }])).toEqual([[]]);
	});

	it.each([
		...[
			'Discount shelving unit',
			'Credit card fee',
			'Credit check',
			'Deposit slips',
			'Core deposit',
			'Bottle deposit',
		],
		...[
			'Pallet deposit',
			'Pfand',
			'Security deposit',
			'Freight prepaid',
			'Training credits',
			'Less-lethal kit',
		],
		...['Progress payment 2', 'Final payment', 'Retainer', 'Lesser bit', 'Rebated doors', 'Crediton slate'],
		...[
			'Coupons, 500 printed',
			'Less than truckload freight',
			'Minuscule',
			'Prepaid SIM card',
			'Remise en état',
		],
		...['Permit fee paid to City of Austin', 'Tolls paid', 'Dump fee, paid', 'Maut bezahlt'],
		...['Door lining 32 mm rebate', 'Rebate 12 mm, door', 'Rebate 12 x 25 mm, door'],
		...[
			'Retention basin',
			'Retainage release',
			'Release of retainage',
			'Soil retention',
			'Owner paid permit',
		],
		...['Paid search campaign', 'Paint', 'Gift card'],
		...[
			'Reel deposit',
			'Spool deposit',
			'Tote deposit',
			'Equipment deposit',
			'Scaffold deposit',
			'Form deposits',
			'Cable reels deposit (3)',
			'Deposit for 3 reels',
			'Deposits on totes (5)',
			'Deposit - reels',
			'Deposit (totes)',
			'Deposit: skid',
		],
	])('is not %s', (name) => expect(reviews([studs, line(name, 30)])).toEqual([[]]));

	it.each<[string, object[]]>([
		['one', [line('Deposit for kitchen', 500)]],
		['several', [line('Deposit for kitchen', 500), line('Deposit for bath', 300)]],
		['in German', [line('Anzahlung', 500)]],
	])('is not what is asked for now: %s', (_what, lines) => expect(reviews(lines)).toEqual([[]]));
});
