import * as fc from 'fast-check';
import { z } from 'zod';
import { invoiceCreate } from '../../emulator/blueTape/schemas/invoice';
import { readDocument } from '../../nodes/BluDelta/detection/documentForms';
import { details } from '../../nodes/BluDelta/detection/details';
import { toBlueTapeInvoice, type BlueTapeInvoice } from '../../nodes/BluDelta/detection/invoiceBody';
import { doubtsOf } from '../../nodes/BlueTape/amounts/amountDoubts';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';
import { resources } from '../../nodes/BlueTape/resources';
import { download } from '../detection/build';
import { cents, choices, documents, states } from './detections';
import { consistent } from './documents';
import { check, copyOf } from './runs';

const sum = (lines: Array<Record<string, any>>, key: string) =>
	lines.reduce((total, one) => total + cents(one[key] as number), 0);
const fields = (review: Array<{ field: string }>) => review.map(({ field }) => field);

/** What BlueTape's node refuses before it sends an invoice: sums in exact cents, and amounts that nobody asks for. */
function refused(invoice: BlueTapeInvoice): string[] {
	const off = (one: Record<string, any>) =>
		cents(one.subTotal as number) + cents(one.taxAmount as number) !== cents(one.totalAmount as number);
	const { lines, totalAmount, amountDue } = invoice;
	const names = ['subTotal', 'taxAmount', 'totalAmount'] as const;
	return [
		...(off(invoice) ? ['sum'] : []),
		...(lines ?? []).flatMap((line) => (off(line) ? ['sum of a line'] : [])),
		...names.filter((name) => lines && sum(lines, name) !== cents(invoice[name])),
		...(lines ?? []).flatMap(({ quantity, unitAmount, subTotal }) => {
			const price = Math.round(quantity * unitAmount * 100);
			return cents(subTotal) > price + 1 || (unitAmount === 0 && subTotal !== 0) ? ['price'] : [];
		}),
		...(totalAmount <= 0 || amountDue > totalAmount || amountDue <= 0 ? ['amount due'] : []),
		...(invoice.dueDate < invoice.invoiceDate ? ['due date'] : []),
	];
}

describe('the invoice', () => {
	it('that nobody need look at is one that the next node takes, to the cent', () => {
		let taken = 0;
		check(
			250,
			fc.property(documents, choices, (document, options) => {
				const { invoice, review } = toBlueTapeInvoice(document, options);
				if (!invoice || review.length) return;
				taken++;
				expect(refused(invoice)).toEqual([]);
				const worked = workOut(invoice, { amountDue: true });
				expect([worked.body, worked.derived]).toEqual([invoice, []]);
				expect(doubtsOf(worked, { isNew: true })).toEqual([]);
			}),
		);
		expect(taken).toBeGreaterThan(25);
	});

	it('has the amounts of the document, none of them bent', () =>
		check(
			250,
			fc.property(documents, choices, (document, options) => {
				const { invoice, derived } = toBlueTapeInvoice(document, options);
				if (!invoice) return;
				const read = readDocument(document);
				const told = fields(derived);
				const printed = {
					subTotal: read.netTotalAmount,
					taxAmount: read.vatTotalAmount,
					totalAmount: read.grandTotalAmount,
				};
				for (const name of ['subTotal', 'taxAmount', 'totalAmount'] as const)
					if (!told.includes(name)) expect(invoice[name]).toBe(printed[name]);
				const { lines } = invoice;
				const totals = (read.lines ?? []).flatMap(({ totalAmount }) => totalAmount ?? []);
				if (!lines || told.includes('lines')) return;
				const name = told.includes('lines[0].subTotal') ? 'totalAmount' : 'subTotal';
				expect(lines.map((line) => line[name])).toEqual(totals);
			}),
		));

	it('of a document that adds up has its amounts and all its lines, and each line the tax of its rate', () =>
		check(
			150,
			fc.property(consistent, ({ document, net, tax, rates, linesAdd }) => {
				const { invoice, review, derived } = toBlueTapeInvoice(download(document), {
					customerId: 'C',
					expectedCurrency: 'USD',
				});
				if (net < 0 || tax < 0) return expect([invoice, review.length]).toEqual([undefined, 1]);
				const amounts = [invoice!.subTotal, invoice!.taxAmount, invoice!.totalAmount].map(cents);
				expect(amounts).toEqual([net, tax, net + tax]);
				if (!linesAdd) return expect(fields(review)).toContain('lines');
				expect(invoice!.lines).toHaveLength(rates.length);
				expect(sum(invoice!.lines!, 'subTotal')).toBe(net);
				expect(sum(invoice!.lines!, 'taxAmount')).toBe(tax);
				// Beside an average tax a gross line is not the net one that its price would make.
				const unsure = fields(review).includes('lines[].taxAmount')
					? /^lines\[\d*\]\.(tax|unit)Amount$/
					: /^$/;
				if (net + tax > 0) expect(fields(review).filter((field) => !unsure.test(field))).toEqual([]);
				// Without a word in review every line has its own rate, give or take the cent of rounding.
				const byRate = derived.some(({ from }) => from === 'VatGroup');
				expect(byRate || review.length > 0).toBe(true);
				if (byRate)
					invoice!.lines!.forEach(({ subTotal, taxAmount }, at) =>
						expect(Math.abs(cents(taxAmount) - (cents(subTotal) * rates[at]) / 100)).toBeLessThan(1.5),
					);
			}),
		));

	it('has whole quantities whose price gives the line, give or take a cent', () =>
		check(
			150,
			fc.property(documents, (document) => {
				const { invoice } = toBlueTapeInvoice(document, { customerId: 'C' });
				for (const { quantity, unitAmount, subTotal } of invoice?.lines ?? []) {
					expect(Number.isSafeInteger(quantity) && quantity > 0).toBe(true);
					expect(Number(unitAmount.toFixed(4))).toBe(unitAmount);
					const product = BigInt(quantity) * BigInt(Math.round(unitAmount * 10_000));
					const off = product - BigInt(cents(subTotal)) * 100n;
					expect(off <= 100n && off >= -100n).toBe(true);
				}
			}),
		));

	it("is valid for BlueTape's schema, or there is none and review says why", () => {
		const own = z.object(resources.invoice.operations.create.body!).strict();
		let valid = 0;
		check(
			250,
			fc.property(documents, choices, fc.uuid(), (document, options, invoiceId) => {
				const { invoice, review } = toBlueTapeInvoice(document, { ...options, invoiceId });
				if (!invoice) return expect(review).not.toEqual([]);
				valid++;
				const read = own.safeParse(invoice);
				expect(read.error?.issues).toBeUndefined();
				const sent = { ...invoice, status: read.data!.status };
				expect(invoiceCreate.safeParse(sent).error?.issues).toBeUndefined();
			}),
		);
		expect(valid).toBeGreaterThan(75);
	});

	it('is made of invoices only, released ones, in the expected currency', () =>
		check(
			250,
			fc.property(documents, choices, (document, options) => {
				const { invoice } = toBlueTapeInvoice(document, options);
				if (!invoice) return;
				const { documentType, invoiceCurrency, stateBeforeRelease = 'validated' } = readDocument(document);
				expect(documentType).toMatch(/^invoice$/i);
				expect(stateBeforeRelease).toMatch(/^(validated|autoprocessed)$/i);
				if (options.expectedCurrency)
					expect(invoiceCurrency?.toUpperCase()).toBe(options.expectedCurrency.toUpperCase());
			}),
		));

	it('of an unsure document has each unsure value told, unless a person has seen it', () =>
		check(
			150,
			fc.property(
				consistent,
				states,
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
				({ document }, state, minimumScore, scores) => {
					const names = [
						'documentType',
						'invoiceNumber',
						'invoiceDate',
						'invoiceCurrency',
						'netTotalAmount',
						'vatTotalAmount',
						'grandTotalAmount',
					] as const;
					const scored = copyOf(document);
					const expected = names.filter((name, at) => {
						scored.InvoiceDetailTypePredictions!.find(
							({ TypeName }) => TypeName === details[name][0],
						)!.Score = scores[at];
						return scores[at] < minimumScore && state !== 'Validated';
					});
					const { review } = toBlueTapeInvoice(download(scored, state), { customerId: 'C', minimumScore });
					const told = review.filter(({ message }) => message.includes('unsure')).map(({ field }) => field);
					expect(told.filter((field) => names.includes(field as never))).toEqual(
						expected.sort((a, b) => told.indexOf(a) - told.indexOf(b)),
					);
				},
			),
		));
});
