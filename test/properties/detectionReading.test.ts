import * as fc from 'fast-check';
import { readDocument, simplifiedDocument } from '../../nodes/BluDelta/detection/documentForms';
import { details, mapped } from '../../nodes/BluDelta/detection/details';
import { toBlueTapeInvoice } from '../../nodes/BluDelta/detection/invoiceBody';
import { simplify } from '../../nodes/BluDelta/detection/simplified';
import type { DetectInvoiceResponse } from '../../nodes/BluDelta/detection/types';
import { examples, refused } from '../detection/examples';
import { cents, choices, documents, good } from './detections';
import { consistent, damaged, mangled } from './documents';
import { check, copyOf } from './runs';

/** What stands in it for something absent, or is no value to JSON: null, empty texts and objects, NaN. */
function hollow(value: unknown, path = ''): string[] {
	if (value === null || value === undefined || value === '' || Object.is(value, -0)) return [path];
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
	if (typeof value !== 'object') return [];
	const members = Object.entries(value);
	// A row of which nothing can be read is still a row.
	if (!members.length && !/\.\d+$/.test(path)) return [path];
	return members.flatMap(([key, member]) => hollow(member, `${path}.${key}`));
}

describe('the reading of a detection result', () => {
	it('never throws, and what is absent is absent: no null, no empty text, no NaN', () =>
		check(
			250,
			fc.property(fc.oneof(documents, fc.anything()), choices, (document, options) => {
				const { invoice, derived, review } = toBlueTapeInvoice(document, options);
				// What users gave along comes back as it was.
				const { additionalProperties: _, ...read } = readDocument(document);
				expect(hollow([...derived, ...review, { ...invoice, ...read }])).toEqual([]);
				if (!invoice) expect(review).not.toEqual([]);
			}),
		));

	const known = fc.constantFrom(...[...examples, ...refused].map(({ document }) => document as object));

	it('of the known documents, mangled, gives plain data in exact cents', () =>
		check(
			500,
			fc.property(mangled(fc.oneof(known, good)), choices, (document, options) => {
				const { invoice, derived, review } = toBlueTapeInvoice(document, options);
				const { additionalProperties: _, ...read } = readDocument(document);
				for (const output of [{ ...invoice }, derived, review, read])
					expect(JSON.parse(JSON.stringify(output))).toEqual(output);
				if (invoice)
					for (const key of ['subTotal', 'taxAmount', 'totalAmount', 'amountDue'] as const)
						cents(invoice[key]);
			}),
		));

	const results = consistent.map(({ document }) => document);
	const anyResult = fc.oneof(results, damaged(results));

	it('goes by names: ids above 2^31, wrong ids and no ids change nothing', () => {
		const ids = fc.constantFrom(0, -1, 2 ** 31, 2 ** 32 + 16, 2 ** 49, 2 ** 53, '1024', undefined);
		const renumbered = (value: unknown, given: unknown[]): unknown =>
			JSON.parse(JSON.stringify(value), function (key, member: unknown) {
				return key === 'Type'
					? given[String((this as { TypeName?: string }).TypeName).length % given.length]
					: member;
			});
		check(
			200,
			fc.property(anyResult, fc.array(ids, { minLength: 1, maxLength: 7 }), (result, given) => {
				expect(simplify(renumbered(result, given) as DetectInvoiceResponse)).toEqual(simplify(result));
			}),
		);
	});

	it('takes the surest of several, in any order, and passes over what it does not know', () =>
		check(
			200,
			fc.property(
				results,
				fc.constantFrom(...Object.values(details).map(([name]) => name)),
				fc.nat(),
				(result, TypeName, roll) => {
					const unsure = { TypeName, Value: 'unsure', Score: 0.001 };
					const known = result.InvoiceDetailTypePredictions!;
					const sure = known.some((one) => one.TypeName === TypeName && one.Value);
					const before = sure ? [unsure] : [];
					const shuffled = [...before, { TypeName: 'Novelty', Value: 'x' }, ...known].sort(
						(a, b) => ((a.TypeName!.length * roll) % 7) - ((b.TypeName!.length * roll) % 7),
					);
					const wider = { ...result, Novelty: { a: [1] }, InvoiceDetailTypePredictions: shuffled };
					const { contradictions, ...read } = simplify(wider);
					expect(read).toEqual(simplify(result));
					const isTold = sure && Object.values(mapped).some(([name]) => name === TypeName);
					expect(contradictions?.map(({ values }) => values[1])).toEqual(isTold ? ['unsure'] : undefined);
				},
			),
		));

	it('a detail that was not found is absent, and the others stay as they are', () =>
		check(
			200,
			fc.property(
				results,
				fc.constantFrom(...Object.entries(details).map(([name, [TypeName]]) => ({ name, TypeName }))),
				fc.constantFrom('', ' ', undefined, null),
				(result, { name, TypeName }, nothing) => {
					const without = copyOf(result) as any;
					for (const one of without.InvoiceDetailTypePredictions)
						if (one.TypeName === TypeName) one.Value = nothing;
					const { scores, ...expected } = simplify(result) as Record<string, any>;
					delete expected[name];
					delete scores[name];
					expect(simplify(without)).toEqual({ ...expected, scores });
				},
			),
		));

	it('gives the same invoice when the document took the way through a workflow in between', () =>
		check(
			150,
			fc.property(documents, choices, (document, options) => {
				const item = JSON.parse(JSON.stringify(simplifiedDocument(document)));
				const now = '2026-05-05T05:05:05.000Z';
				expect(toBlueTapeInvoice(item, { ...options, now })).toEqual(
					toBlueTapeInvoice(document, { ...options, now }),
				);
			}),
		));
});
