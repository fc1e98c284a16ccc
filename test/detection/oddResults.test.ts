import { isEmpty, simplify } from '../../nodes/BluDelta/detection/simplified';
import { detail, detection, due, group, line, totals, vat } from './build';

describe('odd results', () => {
	it.each([
		['null', null],
		['undefined', undefined],
		['{}', {}],
		[
			'empty lists',
			{ InvoiceDetailTypePredictions: [], PredictionGroups: [], LineItemTable: { LineItems: [] } },
		],
		[
			'unfound details',
			{ InvoiceDetailTypePredictions: [detail('InvoiceId', ''), detail('NetTotalAmount', ' ')] },
		],
		['an empty group', { PredictionGroups: [vat('', '', ''), due('')] }],
		['parties alone', { Sender: { Name: { Value: 'A' } } }],
	])('%s is empty', (_name, result) => {
		expect(isEmpty(simplify(result))).toBe(true);
	});

	it.each([
		['a detail', detection({})],
		['a VAT group', { PredictionGroups: [vat('20.0', '', '')] }],
		['a due date', { PredictionGroups: [due('2026-01-01')] }],
		['a line', { LineItemTable: { LineItems: [line('A', '', '', '')] } }],
		['an unreadable amount', { InvoiceDetailTypePredictions: [detail('NetTotalAmount', '1,0')] }],
	])('%s is not', (_name, result) => {
		expect(isEmpty(simplify(result))).toBe(false);
	});

	it('leaves out what it does not know', () => {
		const result = { ...detection({ NewInVersion19: 'x' }), Thresholds: { Score: 0.5 } };
		expect(Object.keys(simplify(result)).sort()).toEqual([
			'confidence',
			'documentType',
			'invoiceCurrency',
			'invoiceDate',
			'invoiceNumber',
			'invoiceState',
			'language',
			'scores',
		]);
	});

	it('never reads a printed text as an amount, nor an empty one as 0', () => {
		const read = simplify({
			InvoiceDetailTypePredictions: [{ TypeName: 'GrandTotalAmount', Text: '828.60', Value: '', Score: 1 }],
			LineItemTable: { LineItems: [{ TotalAmount: { Text: '5.00', Value: '' }, Quantity: { Value: '' } }] },
		});
		expect(read).toEqual({ lines: [{}] });
	});

	it('takes the printed description when there is no other, on one line', () => {
		const lines = [
			{ Description: { Text: 'two\n  lines', Value: '' } },
			{ Description: { Value: 'a\r\nb' } },
		];
		expect(simplify({ LineItemTable: { LineItems: lines } }).lines).toEqual([
			{ description: 'two lines' },
			{ description: 'a b' },
		]);
	});

	it('notes what cannot be read, with its place', () => {
		const { unreadable } = simplify(
			detection(
				{ ...totals('1.234,50', '', ''), DeliveryDate: '31.12.' },
				[vat('20', '', ''), vat('10.0', '1,5', ''), due('31.12.2026', '30 Tage')],
				[line('A', '1', '', ''), line('B', '2 Stk', '', '')],
			),
		);
		expect(unreadable).toEqual([
			{ field: 'deliveryDate', value: '31.12.' },
			{ field: 'netTotalAmount', value: '1.234,50' },
			{ field: 'dueDate', value: '31.12.2026, 30 Tage' },
			{ field: 'vatGroups[1].netAmount', value: '1,5' },
			{ field: 'lines[1].quantity', value: '2 Stk' },
		]);
	});

	it('splits and gathers several ibans and VAT ids', () => {
		const result = {
			InvoiceDetailTypePredictions: [
				detail('Iban', 'AT1,DE2'),
				detail('Iban', 'DE2'),
				detail('Iban', ' CH3 ,'),
				detail('UId', 'ATU1'),
			],
		};
		expect(simplify(result)).toMatchObject({ iban: ['AT1', 'DE2', 'CH3'], uId: ['ATU1'] });
	});

	it('keeps bank and delivery period groups', () => {
		const read = simplify(
			detection({}, [
				group('BankGroup', { BankCode: '12000', BankAccount: '77' }),
				group('DeliveryPeriodGroup', { DeliveryPeriodDateStart: '2026-01-01', DeliveryPeriodDateEnd: '' }),
			]),
		);
		expect(read).toMatchObject({
			bankGroups: [{ bankCode: '12000', bankAccount: '77' }],
			deliveryPeriodGroups: [{ deliveryPeriodDateStart: '2026-01-01' }],
		});
	});

	it('leaves out a party of which nothing but a score is known', () => {
		expect(simplify({ Sender: { Name: { Value: '' }, Email: [], Score: 0.3 } })).toEqual({});
	});

	it('has no score where the service gave none', () => {
		const read = simplify({
			InvoiceDetailTypePredictions: [{ TypeName: 'InvoiceId', Value: 'R-1' }],
			PredictionGroups: [
				{ TypeName: 'VatGroup', InvoiceDetailTypePredictions: [{ TypeName: 'VatRate', Value: '20.0' }] },
			],
			LineItemTable: { LineItems: [{ Description: { Value: 'A' } }] },
		});
		expect(read).toEqual({
			invoiceNumber: 'R-1',
			vatGroups: [{ vatRate: 20 }],
			lines: [{ description: 'A' }],
		});
	});
});
