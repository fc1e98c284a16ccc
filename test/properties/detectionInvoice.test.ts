import * as fc from 'fast-check';
import { z } from 'zod';
import { invoiceCreate } from '../../emulator/blueTape/schemas/invoice';
import { readDocument } from '../../nodes/BluDelta/detection/documentForms';
import { details } from '../../nodes/BluDelta/detection/details';
import { toBlueTapeInvoice, type BlueTapeInvoice } from '../../nodes/BluDelta/detection/invoiceBody';
import { resources } from '../../nodes/BlueTape/resources';
import { download } from '../detection/build';
import { cents, choices, documents, states } from './detections';
import { consistent } from './documents';
import { check, copyOf } from './runs';

const sum = (lines: Array<Record<string, any>>, key: string) =>
	lines.reduce((total, one) => total + cents(one[key] as number), 0);
const fields = (review: Array<{ field: string }>) => review.map(({ field }) => field);

describe('the invoice', () => {
	const adds = (invoice: BlueTapeInvoice, names: string[], tolerance: number) => {
		const [subTotal, taxAmount, totalAmount] = [invoice.subTotal, invoice.taxAmount, invoice.totalAmount].map(
			cents,
		);
		const off = Math.abs(subTotal + taxAmount - totalAmount);
		if (off > tolerance) expect(names).toContain('totalAmount');
		const { lines } = invoice;
		if (!lines) return;
		expect([sum(lines, 'subTotal'), sum(lines, 'taxAmount')]).toEqual([subTotal, taxAmount]);
		for (const line of lines) {
			// One line for all says what the header says.
			const whole = lines.length === 1 && line.totalAmount === invoice.totalAmount;
			expect(whole || cents(line.subTotal) + cents(line.taxAmount) === cents(line.totalAmount)).toBe(true);
		}
	};

	it('of lines and tax gives the total in exact cents, or review says that it does not', () =>
		check(
			250,
			fc.property(documents, choices, (document, options) => {
				const { invoice, review } = toBlueTapeInvoice(document, options);
				if (invoice) adds(invoice, fields(review), cents(options.tolerance ?? 0.02));
			}),
		));

	it('of a document that adds up has its amounts, and all its lines', () =>
		check(
			150,
			fc.property(consistent, ({ document, net, tax, lines }) => {
				const { invoice, review } = toBlueTapeInvoice(download(document), {
					customerId: 'C',
					expectedCurrency: 'USD',
					tolerance: 0,
				});
				if (net < 0 || tax < 0) return expect([invoice, review.length]).toEqual([undefined, 1]);
				expect([invoice!.subTotal, invoice!.taxAmount, invoice!.totalAmount].map(cents)).toEqual([
					net,
					tax,
					net + tax,
				]);
				expect(invoice!.lines).toHaveLength(lines);
				if (net + tax > 0) expect(fields(review).filter((field) => !field.startsWith('lines'))).toEqual([]);
			}),
		));

	it('has whole quantities whose price gives the line, give or take a cent', () =>
		check(
			150,
			fc.property(documents, (document) => {
				const { invoice } = toBlueTapeInvoice(document, { customerId: 'C', tolerance: 1e9 });
				for (const { quantity, unitAmount, subTotal } of invoice?.lines ?? []) {
					expect(Number.isSafeInteger(quantity) && quantity > 0).toBe(true);
					expect(Math.abs(quantity * cents(unitAmount) - cents(subTotal))).toBeLessThanOrEqual(1);
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
				expect(own.safeParse(invoice).error?.issues).toBeUndefined();
				expect(invoiceCreate.safeParse(invoice).error?.issues).toBeUndefined();
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
