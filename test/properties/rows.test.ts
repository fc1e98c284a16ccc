import { Big } from 'big.js';
import * as fc from 'fast-check';
import { resources } from '../../nodes/BlueTape/resources';
import { sumName } from '../../nodes/BlueTape/amounts/summedLines';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';
import { bodiesOf } from '../../nodes/BlueTape/rows/bodies';
import { NUMBER_FORMATS, type NumberFormat } from '../../nodes/BlueTape/rows/cells';
import { DATE_FORMATS, type DateFormat } from '../../nodes/BlueTape/rows/days';
import { isPlaceholder } from '../../nodes/shared/values/noId';
import { check } from './runs';

// Invoices written down as rows, in any format and with the columns in any order, are the same invoices again, to the cent.

const shape = resources.invoice.operations.create.body!;
const day = fc
	.integer({ min: Date.UTC(2024, 0, 1) / 86_400_000, max: Date.UTC(2025, 0, 1) / 86_400_000 })
	.map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const cents = (max: number) =>
	fc.integer({ min: 1, max }).map((amount) => new Big(amount).div(100).toNumber());
const word = fc
	.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,10}[A-Za-z0-9]$/)
	.filter((text) => !isPlaceholder(text) && !sumName(text));
const line = fc.record({
	description: word,
	quantity: fc.integer({ min: 1, max: 5000 }),
	unitAmount: cents(10_000_000),
	// Below 0.3 it would be taken for the fraction that a sheet hands over.
	taxRate: fc
		.oneof(fc.constant(0), fc.integer({ min: 30, max: 2500 }))
		.map((rate) => new Big(rate).div(100).toNumber()),
});
const invoice = fc.record({
	invoiceNumber: word,
	customerId: word,
	days: fc.tuple(day, day),
	lines: fc.array(line, { minLength: 1, maxLength: 5 }),
});

function writtenDay(iso: string, format: DateFormat): string | number {
	const [year, month, date] = iso.split('-');
	const forms: Record<DateFormat, string | number> = {
		'YYYY-MM-DD': iso,
		'MM/DD/YYYY': `${month}/${date}/${year}`,
		'DD/MM/YYYY': `${date}/${month}/${year}`,
		'DD.MM.YYYY': `${date}.${month}.${year}`,
		excel: Date.parse(iso) / 86_400_000 + 25_569,
	};
	return forms[format];
}

function writtenNumber(value: number, format: NumberFormat): string {
	const plain = new Big(value).toFixed(2);
	if (format === '1100.50') return plain;
	const english = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
	return format === '1,100.50' ? english : english.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','));
}

it('rows give back the invoices that they were made of', () =>
	check(
		150,
		fc.property(
			fc.array(invoice, { minLength: 1, maxLength: 5 }),
			fc.constantFrom(...DATE_FORMATS),
			fc.constantFrom(...NUMBER_FORMATS),
			fc.infiniteStream(fc.nat()),
			(invoices, dateFormat, numberFormat, dice) => {
				const random = () => dice.next().value;
				const rows = invoices.flatMap(({ invoiceNumber, customerId, days: [first, second], lines }, index) =>
					lines.map(({ description, quantity, unitAmount, taxRate }) => {
						const cells = Object.entries({
							'Invoice ID': `I-${index}`,
							'Invoice Number': invoiceNumber,
							customer_id: customerId,
							invoiceDate: writtenDay(first < second ? first : second, dateFormat),
							'Due Date': writtenDay(first < second ? second : first, dateFormat),
							Description: description,
							quantity: String(quantity),
							'Unit Price': `$${writtenNumber(unitAmount, numberFormat)}`,
							'Tax Rate': `${writtenNumber(taxRate, numberFormat)} %`,
						});
						return Object.fromEntries(cells.sort(() => (random() % 2 ? 1 : -1)));
					}),
				);
				const { made } = bodiesOf(
					rows,
					shape,
					{ groupBy: 'id', columns: [], dateFormat, numberFormat },
					'2025-01-01',
				);
				const expected = invoices.map(({ invoiceNumber, customerId, days, lines }, index) => {
					const [invoiceDate, dueDate] = [...days].sort();
					const given = { id: `I-${index}`, invoiceNumber, customerId, invoiceDate, dueDate, lines };
					return workOut(given, { amountDue: true }).body;
				});
				expect(made.map(({ body }) => body)).toEqual(expected);
				expect(made.flatMap(({ review }) => review)).toEqual([]);
			},
		),
	));
