import { simplify } from '../../nodes/BluDelta/detection/simplified';
import { detail, detection, due, group, line } from './build';
import workedExample from './worked-example.json';

describe('the worked example of the contract', () => {
	it('is flat and typed, and what was not found is absent', () => {
		expect(simplify(workedExample)).toEqual({
			documentType: 'Invoice',
			invoiceNumber: 'RE-2024-0417',
			invoiceDate: '2024-04-17',
			deliveryDate: '2024-04-15',
			invoiceCurrency: 'EUR',
			netTotalAmount: 696,
			vatTotalAmount: 132.6,
			grandTotalAmount: 828.6,
			customerId: 'K-10442',
			receiverOrderId: 'PO 778-2024',
			senderVatId: 'ATU99999999',
			companyRegistrationNumber: 'FN 123456a',
			bic: 'MUSTATWW',
			dueDate: '2024-05-17',
			iban: ['AT611904300234573201'],
			vatGroups: [
				{ vatRate: 20, netAmount: 630, vatAmount: 126, score: 0.972 },
				{ vatRate: 10, netAmount: 66, vatAmount: 6.6, score: 0.955 },
			],
			discountGroups: [{ discountDuration: '10', discountPercent: 2, score: 0.889 }],
			lines: [
				{
					positionNumber: 1,
					itemId: 'SP-19',
					description: 'Spanplatte 19 mm',
					quantity: 40,
					unitPrice: 12.5,
					totalAmount: 500,
					score: 0.95,
				},
				{
					positionNumber: 2,
					description: 'Lieferpauschale',
					quantity: 1,
					unitPrice: 75,
					totalAmount: 75,
					score: 0.93,
				},
				{
					positionNumber: 3,
					itemId: 'LT-3050',
					description: 'Lattung 30x50, lfm',
					quantity: 12.5,
					unitPrice: 4.4,
					totalAmount: 55,
					score: 0.92,
				},
				{
					positionNumber: 4,
					itemId: 'FB-07',
					description: 'Fachbuch Holzbau',
					quantity: 3,
					unitPrice: 22,
					totalAmount: 66,
					score: 0.94,
				},
			],
			sender: {
				name: 'Alpenholz Baustoffe GmbH',
				street: 'Musterweg 12',
				zipCode: '5020',
				city: 'Salzburg',
				country: 'AT',
				email: ['rechnung@alpenholz.example'],
				websiteUrl: ['www.alpenholz.example'],
				phone: '+43 662 000000',
				score: 0.95,
			},
			receiver: {
				name: 'Nordlicht Bau GmbH',
				street: 'Beispielstrasse 7',
				zipCode: '4020',
				city: 'Linz',
				country: 'AT',
				score: 0.95,
			},
			contacts: [
				expect.objectContaining({ name: 'Alpenholz Baustoffe GmbH' }),
				expect.objectContaining({ name: 'Nordlicht Bau GmbH' }),
			],
			language: 'de',
			countries: 'AT',
			documentFormat: 'Letter',
			invoiceState: 0,
			confidence: 0,
			scores: {
				documentType: 0.998,
				invoiceNumber: 0.991,
				invoiceDate: 0.987,
				deliveryDate: 0.942,
				invoiceCurrency: 0.995,
				netTotalAmount: 0.984,
				vatTotalAmount: 0.951,
				grandTotalAmount: 0.996,
				customerId: 0.913,
				receiverOrderId: 0.902,
				senderVatId: 0.989,
				companyRegistrationNumber: 0.934,
				bic: 0.977,
				dueDate: 0.928,
			},
		});
	});

	it('reads the same whatever the ids are, since names decide', () => {
		const mixedUp = JSON.parse(
			JSON.stringify(workedExample, (key, value: unknown) => (key === 'Type' ? -2147483648 : value)),
		) as typeof workedExample;
		expect(simplify(mixedUp)).toEqual(simplify(workedExample));
	});
});

const one = (values: Record<string, string>, ...more: Parameters<typeof detection>[1] & object) =>
	simplify(detection(values, more));

describe('every detail', () => {
	it.each([
		...['senderOrderId', 'receiverOrderId', 'deliveryNoteId', 'costCenter', 'taxNumber', 'customerId', 'bic'],
		...['senderVatId', 'receiverVatId', 'companyRegistrationNumber', 'isrReference', 'isrSubscriber', 'kId'],
		...['documentType', 'invoiceCurrency', 'vatExemption'],
	])('%s is text', (name) => {
		const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}`;
		expect(one({ [typeName]: ' 007 ' })).toMatchObject({ [name]: '007', scores: { [name]: 0.97 } });
	});

	it.each(['invoiceDate', 'deliveryDate', 'senderOrderDate', 'receiverOrderDate'])('%s is a date', (name) => {
		const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}`;
		expect(one({ [typeName]: '2026-05-06' })).toMatchObject({ [name]: '2026-05-06' });
		expect(one({ [typeName]: '6 May' }).unreadable).toEqual([{ field: name, value: '6 May' }]);
	});

	it('of groups and lines', () => {
		const discount = { DiscountDate: '2026-05-01', DiscountStart: 'receipt', DiscountDuration: '10' };
		const period = { DeliveryPeriodDateStart: '2026-01-01', DeliveryPeriodDateEnd: '2026-01-31' };
		const references = { OrderId: { Value: 'O-1' }, DeliveryId: { Value: 'D-1' } };
		const read = simplify(
			detection(
				{},
				[group('DiscountGroup', discount), group('DeliveryPeriodGroup', period)],
				[line('A', '', '', '', references)],
			),
		);
		expect(read).toMatchObject({
			discountGroups: [{ discountDate: '2026-05-01', discountStart: 'receipt', discountDuration: '10' }],
			deliveryPeriodGroups: [{ deliveryPeriodDateStart: '2026-01-01', deliveryPeriodDateEnd: '2026-01-31' }],
			lines: [{ orderId: 'O-1', deliveryId: 'D-1' }],
		});
	});

	it('of a party', () => {
		const contact = { Name: { Value: 'A' }, Fax: { Value: '+1 2' }, WebsiteUrl: [{ Value: '' }], Score: 0.5 };
		expect(simplify({ Receiver: contact }).receiver).toEqual({ name: 'A', fax: '+1 2', score: 0.5 });
	});
});

describe('due date', () => {
	it.each([
		['printed', [due('2026-05-01')], { dueDate: '2026-05-01' }],
		['printed, with days', [due('2026-05-01', '10')], { dueDate: '2026-05-01' }],
		[
			'days after the start',
			[due('', '10', '2026-04-01')],
			{ dueDate: '2026-04-11', dueDateFrom: '10 days after DueDateStart 2026-04-01' },
		],
		[
			'days after the invoice date',
			[due('', '30')],
			{ dueDate: '2026-04-01', dueDateFrom: '30 days after InvoiceDate 2026-03-02' },
		],
		[
			'a keyword as start',
			[due('', '30', 'net')],
			{ dueDate: '2026-04-01', dueDateFrom: '30 days after InvoiceDate 2026-03-02' },
		],
		[
			'the latest of several',
			[due('2026-05-01'), due('2026-06-01'), due('2026-04-01')],
			{ dueDate: '2026-06-01', dueDateFrom: 'the latest of 2026-05-01, 2026-06-01, 2026-04-01' },
		],
		['a start alone', [due('', '', '2026-04-01')], {}],
		['a discount deadline', [group('DiscountGroup', { DiscountDate: '2026-05-01' })], {}],
		[
			'a date that is none, but days',
			[due('1 May', '30')],
			expect.objectContaining({ dueDate: '2026-04-01' }),
		],
	])('%s', (_name, groups, expected) => {
		const { dueDate, dueDateFrom } = one({}, ...groups);
		expect({ ...(dueDate && { dueDate }), ...(dueDateFrom && { dueDateFrom }) }).toEqual(expected);
	});

	const both = (typeName: string, ...values: Array<[value: string, score?: number]>) => ({
		...group('DueDateGroup', {}),
		InvoiceDetailTypePredictions: values.map(([value, given]) => ({
			...detail(typeName, value),
			Score: given,
		})),
	});
	it.each([
		['a date that is none beside days', [due('1 May', '30')], ['2026-04-01', '1 May']],
		['a date that is none in another group', [due('2026-05-01'), due('1 May')], ['2026-05-01', '1 May']],
		['days that are none in another group', [due('2026-05-01'), due('', 'soon')], ['2026-05-01', 'soon']],
		['days that are none beside a date', [due('2026-05-01', 'soon')], undefined],
		[
			'two dates',
			[both('DueDateDate', ['2026-05-01', 0.4], ['2026-06-01', 0.9])],
			['2026-06-01', '2026-05-01'],
		],
		['two dates, one by a person', [both('DueDateDate', ['2026-05-01'], ['2026-06-01', 0.9])], undefined],
		['two terms', [both('DueDateDuration', ['30', 0.9], ['14', 0.8])], ['2026-04-01', '2026-03-16']],
		[
			'two terms of which one is none',
			[both('DueDateDuration', ['30', 0.9], ['soon', 0.8])],
			['2026-04-01', 'soon'],
		],
		['instalments', [due('2026-04-01'), due('2026-05-01')], ['2026-05-01', '2026-04-01']],
		['a day and a timestamp of it', [due('2026-05-01'), due('2026-05-01T00:00:00')], undefined],
		[
			'two dates, one as a timestamp',
			[both('DueDateDate', ['2026-05-01T00:00:00', 0.9], ['2026-05-01', 0.8])],
			undefined,
		],
		['the same twice', [both('DueDateDuration', ['30', 0.9], ['30.0', 0.8]), due('2026-04-01')], undefined],
	])('%s is told as a contradiction', (_name, groups, values) => {
		const { contradictions } = one({}, ...(groups as never[]));
		expect(contradictions).toEqual(values && [{ field: 'dueDate', values }]);
	});

	it('cannot be counted from an unknown invoice date', () => {
		expect(one({ InvoiceDate: '' }, due('', '30'))).not.toHaveProperty('dueDate');
	});

	it('has the score of what it was read from', () => {
		const scored = { ...due('', '30') };
		scored.InvoiceDetailTypePredictions = [
			detail('DueDateDate', '', 0.1),
			detail('DueDateDuration', '30', 0.7),
		];
		expect(one({}, scored).scores?.dueDate).toBe(0.7);
		scored.InvoiceDetailTypePredictions = [
			detail('DueDateDate', '2026-05-01', 0.6),
			detail('DueDateDuration', '30'),
		];
		expect(one({}, scored).scores?.dueDate).toBe(0.6);
	});
});
