import { simplifiedDocument } from '../../nodes/BluDelta/detection/documentForms';
import { detail, detection, download, due, line, totals, vat } from './build';
import { map } from './map';

describe('a document of which a value stood there twice', () => {
	const twice = detection(
		{ ...totals('10.00', '2.00', '12.00'), InvoiceId: '' },
		[vat('20.0', '10.00', '2.00'), due('2026-04-01')],
		[line('A', '1', '10.00', '10.00')],
	);
	twice.InvoiceDetailTypePredictions?.push(
		detail('InvoiceId', 'R-1', 0.9),
		detail('InvoiceId', 'R-7', 0.8),
		detail('GrandTotalAmount', '21.00', 0.1),
	);
	twice.PredictionGroups?.[0].InvoiceDetailTypePredictions?.push(detail('NetAmount', '100.00', 0.1));
	const before = () =>
		JSON.parse(JSON.stringify(simplifiedDocument(download(twice)))) as ReturnType<typeof simplifiedDocument>;
	const review = (document: object) => map(document).review.map(({ field }) => field);

	it('all that stood there is told, the one that was taken first', () => {
		expect(before().contradictions).toEqual([
			{ field: 'invoiceNumber', values: ['R-1', 'R-7'] },
			{ field: 'grandTotalAmount', values: ['12.00', '21.00'] },
			{ field: 'vatGroups[0].netAmount', values: ['10.00', '100.00'] },
		]);
		expect(review(before())).toEqual(['invoiceNumber', 'grandTotalAmount', 'vatGroups[0].netAmount']);
		expect(map(before()).review[1].message).toBe(
			"BLU DELTA gives '12.00' and '21.00' here, and '12.00' was used. Compare the value with the file.",
		);
	});

	it('one that somebody has changed is decided, the others are not', () => {
		const [group] = before().vatGroups ?? [];
		const changed = { ...before(), invoiceNumber: 'R-7', grandTotalAmount: '12' };
		expect(review(changed)).toEqual(['grandTotalAmount', 'vatGroups[0].netAmount']);
		expect(review({ ...before(), vatGroups: [{ ...group, netAmount: 10.01 }] })).toEqual([
			'invoiceNumber',
			'grandTotalAmount',
		]);
	});

	it.each([
		['no list', 'twice'],
		['no field', [{ values: ['R-1', 'R-7'] }]],
		['no values', [{ field: 'invoiceNumber', values: 'R-1' }]],
		['one value', [{ field: 'invoiceNumber', values: ['R-1', null] }]],
		['a field that is nowhere', [{ field: 'lines[7].quantity', values: ['1', '2'] }]],
	])('a damaged note is none: %s', (_name, contradictions) => {
		expect(review({ ...before(), contradictions })).toEqual([]);
	});
});
