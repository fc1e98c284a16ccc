import { namedLines } from '../../../nodes/BlueTape/rows/namedLines';

const told = (description: string) =>
	namedLines(
		[
			{ description: 'Studs', quantity: 1, unitAmount: 300 },
			{ description, quantity: 1, unitAmount: 30 },
		],
		false,
	);

it.each([
	...[
		'Less 10 %',
		'less: deposit',
		'- Less',
		'minus 5',
		'abzüglich',
		'abzueglich Muster',
		'abzgl Muster',
		'abzgl. Muster',
		'Moins 5',
		'menos',
		'meno',
	],
	...[
		'Deposit',
		'Retainage',
		'Rebate',
		'Rebates',
		'Rebate on 12 mm board',
		'Discounts',
		'Nachlass',

		'Preisnachlässe',
		'Trade-in',
		'tradein',
	],
	...[
		'Rückerstattung',
		'Crédit',
		'Prepayment',
		'Pre-payment',
		'Down payment',
		'downpayment',
		'Deposit received',
		'Payments received',
		'bezahlt',
	],
])('%s is to be taken off', (name) =>
	expect(told(name)).toEqual([
		{
			field: 'lines[1]',
			message: `Line 2: "${name}" adds 30.00: if it is to be taken off, write its price below zero`,
		},
	]),
);

it.each([
	...[
		'Lesser bit',
		'Less than truckload',
		'Unless noted',
		'Minuscule',
		'Menosky',
		'Studs, less bark',
		'Priceless',
	],
	...[
		'Core deposit',
		'Bottle deposit',
		'Can deposit',
		'Keg deposits',
		'Crate deposit',
		'Pallet deposit',
		'Container deposit',
		'Cylinder deposit',
	],
	...[
		'Drum deposit',
		'Tank deposit',
		'Reel deposit',
		'Skid deposit',
		'Bag deposit',
		'Basket deposit',
		'Rack deposit',
		'Scaffolding deposit',
		'Key deposit',
	],
	...[
		'Tool deposit',
		'Rental deposit',
		'Security deposit',
		'Damage deposit',
		'Refundable deposit',
		'Returnable deposits',
		'Freight prepaid',
		'Duty prepaid',
	],
	...[
		'Pfand, Anzahlung',
		'Kaution Anzahlung',
		'Fracht bezahlt',
		'Versand bezahlt',
		'Forms deposit',
		'Shipping paid',
		'Postage paid',
	],
	...[
		'Frame 32 mm rebate',
		'Frame 3 cm rebates',
		'Rebate 12mm, door',
		'Rebates 12 x 25 mm',
		'rebate 1.5 cm',
		'Release of retainage',
		'Soil retention',
	],
])('%s is not', (name) => expect(told(name)).toEqual([]));

it('what has no amount above zero, or stands alone, is not told', () => {
	const studs = { description: 'Studs', quantity: 1, unitAmount: 300 };
	for (const unitAmount of [0, -30, undefined]) {
		expect(namedLines([studs, { description: 'Discount', quantity: 1, unitAmount }], false)).toEqual([]);
	}
	expect(namedLines([{ description: 'Discount', quantity: 1, unitAmount: 30 }], false)).toEqual([]);
	expect(namedLines([studs, { quantity: 1, unitAmount: 30 }], false)).toEqual([]);
});
