import { detection, download, due, line, totals, vat } from './build';
import { fields, map } from './map';

describe('messages', () => {
	const april = due('2026-04-01');
	const header = totals('100.00', '20.00', '121.00');

	it.each([
		['credit memo', { ...header, DocumentType: 'CreditMemo' }, 'credit memo'],
		['type', { ...header, DocumentType: 'Other' }, "'Other'"],
		['currency', { ...header, InvoiceCurrency: 'CHF' }, 'in CHF, but USD is expected'],
		['no currency', { ...header, InvoiceCurrency: '' }, 'found no currency, but USD is expected'],
		['sum', header, 'Net total 100.00 plus tax 20.00 is 120.00, but the document says 121.00'],
		['unread', { ...header, GrandTotalAmount: '1.234,50' }, "gives '1.234,50' here"],
		[
			'lines',
			totals('90.00', '20.00', '110.00'),
			'add up to 100.00, which is neither the net total 90.00 nor',
		],
		['number', { ...header, InvoiceId: '' }, 'no usable invoice number'],
	])('%s', (_name, values, words) => {
		const { review } = map(download(detection(values, [april], [line('A', '1', '100.00', '100.00')])));
		expect(review.map(({ message }) => message).join('\n')).toContain(words);
	});

	it.each([
		['Error', 'could not process'],
		['Deleted', 'was deleted'],
		['Parked', "'Parked'"],
	])('state %s', (state, words) => {
		const [entry] = map(download(detection(header, [april]), state)).review;
		expect(entry?.message).toContain(words);
	});

	it.each(['Ok', 0, undefined])('invoice state %p is fine', (InvoiceState) => {
		const document = download({ ...detection(header, [april]), InvoiceState });
		expect(map(document)).toHaveProperty('invoice');
	});

	it.each(['1', 1, -2, 'Error', 'failed', ' Failure '])('invoice state %p is a failure', (InvoiceState) => {
		const { invoice, review } = map(download({ ...detection(header, [april]), InvoiceState }));
		expect([invoice, fields(review)]).toEqual([undefined, ['invoiceState']]);
	});

	it.each<[currency: string, expectedCurrency: string | undefined, words: string | undefined]>([
		['', undefined, 'BLU DELTA found no currency on the document.'],
		['CHF', undefined, 'The document is in CHF.'],
		['usd', undefined, undefined],
		['CHF', 'CHF', undefined],
	])('the currency %j, when %j is expected', (InvoiceCurrency, expectedCurrency, words) => {
		const document = download(
			detection({ ...totals('100.00', '20.00', '120.00'), InvoiceCurrency }, [april]),
		);
		const { invoice, review } = map(document, { expectedCurrency, lines: 'omit' });
		expect(invoice).toBeDefined();
		const told = {
			field: 'invoiceCurrency',
			message: expect.stringMatching(`^${words} .*US dollars`) as string,
		};
		expect(review).toEqual(words ? [told] : []);
	});

	it.each<
		[
			name: string,
			amounts: [string, string, string],
			groups: Array<ReturnType<typeof vat>>,
			held: string | undefined,
		]
	>([
		[
			'a part of the net total has more',
			['120.00', '0.00', '120.00'],
			[vat('20.0', '100.00', '20.00')],
			'20.00',
		],
		['it has more by its rate', ['120.00', '0.00', '120.00'], [vat('20.0', '100.00', '')], '20.00'],
		[
			'the whole net total has another',
			['100.00', '26.00', '126.00'],
			[vat('20.0', '100.00', '20.00')],
			'20.00',
		],
		['a part has less', ['200.00', '30.00', '230.00'], [vat('20.0', '100.00', '20.00')], undefined],
		[
			'rounding',
			['0.99', '0.09', '1.08'],
			[vat('10.0', '0.50', '0.05'), vat('5.0', '0.49', '0.03')],
			undefined,
		],
		[
			'a rate that is printed short',
			['4000.00', '330.00', '4330.00'],
			[vat('8.3', '4000.00', '')],
			undefined,
		],
		[
			'a tax beside nothing',
			['100.00', '10.00', '110.00'],
			[vat('10.0', '100.00', ''), vat('', '', '10.00')],
			undefined,
		],
		[
			'one that contradicts itself',
			['100.00', '10.00', '110.00'],
			[vat('20.0', '30.00', '60.00')],
			undefined,
		],
	])('VAT groups against the tax total: %s', (_name, amounts, groups, held) => {
		const document = download(detection(totals(...amounts), [...groups, april]));
		const { review } = map(document, { lines: 'omit' });
		const message =
			`The tax total is ${amounts[1]}, but the VAT groups on the document hold ${held}. ` +
			'Compare the amounts with the file.';
		expect(review).toEqual(held ? [{ field: 'taxAmount', message }] : []);
	});

	it.each<[name: string, amounts: [string, string, string], lines: string[], words: string | undefined]>([
		['of both signs', ['50.00', '105.00', '155.00'], ['1000.00', '-950.00'], 'some lines are negative'],
		[
			'of both signs and a usual tax',
			['90.00', '18.00', '108.00'],
			['100.00', '-10.00'],
			'some lines are negative',
		],
		[
			'with more tax than net',
			['50.00', '105.00', '155.00'],
			['50.00'],
			'the tax is more than the net total',
		],
		['of both signs without tax', ['90.00', '0.00', '90.00'], ['100.00', '-10.00'], undefined],
		['as usual', ['100.00', '20.00', '120.00'], ['60.00', '40.00'], undefined],
	])('lines without a rate %s', (_name, amounts, lines, words) => {
		const rows = lines.map((total) => line('A', '1', total, total));
		const { review } = map(download(detection(totals(...amounts), [april], rows)));
		const messages = review
			.filter(({ field }) => field === 'lines[].taxAmount')
			.map(({ message }) => message);
		expect(messages).toEqual(words ? [expect.stringContaining(words)] : []);
	});

	it('names how a computed due date was found', () => {
		const groups = [due('2026-03-20'), due('', '30', '2026-03-05'), due('', '7', 'on receipt')];
		const { derived } = map(download(detection(totals('1.00', '0.00', '1.00'), groups)));
		expect(derived).toContainEqual({
			field: 'dueDate',
			value: '2026-04-04',
			from: 'DueDateGroup',
			how: 'the latest of 2026-03-20, 2026-04-04, 2026-03-09; 30 days after DueDateStart 2026-03-05',
		});
	});

	it('counts the rows left out, and says when there are none at all', () => {
		const amounts = totals('1.00', '0.00', '1.00');
		const rows = [line('A', '1', '1.00', '1.00'), line('text', '', '', ''), line('more', '', '', '')];
		expect(map(download(detection(amounts, [april], rows))).derived).toContainEqual({
			field: 'lines',
			value: 1,
			from: 'LineItemTable',
			how: '2 of 3 rows left out, they have no total',
		});
		const [entry] = map(download(detection(amounts, [april]))).review;
		expect(entry?.message).toContain('no line items');
	});

	it.each([
		['one rate', [vat('19.5', '100.00', '19.50')], '19.50', 'VatGroup', 'at the VAT rate of 19.5 %'],
		[
			'one rate, of which one decimal arrives',
			[vat('19.5', '100.00', '19.52')],
			'19.52',
			'VatGroup',
			'at the VAT rate of 19.5 %, brought to the tax on the document',
		],
		[
			'no rate',
			[vat('', '100.00', '19.50')],
			'19.50',
			'VatGroup',
			'a share of the tax that no VAT rate stands beside',
		],
		[
			'no group',
			[],
			'19.50',
			'taxAmount',
			'header tax spread in proportion to the line totals, cents left over to the largest remainders',
		],
		[
			'a rate below 0',
			[vat('-100', '100.00', '-100.00')],
			'0.00',
			'taxAmount',
			'header tax spread in proportion to the line totals, cents left over to the largest remainders',
		],
	])('tells how the tax was spread: %s', (_name, groups, tax, from, how) => {
		const amounts = totals('100.00', tax, (100 + Number(tax)).toFixed(2));
		const lines = [line('A', '1', '100.00', '100.00')];
		const { derived } = map(download(detection(amounts, [...groups, april], lines)));
		expect(derived).toContainEqual({ field: 'lines[0].taxAmount', value: Number(tax), from, how });
	});

	it('names what the lines lack, and gives each the average tax', () => {
		const lines = [line('A', '1', '10.00', '10.00'), line('B', '1', '20.01', '20.01')];
		const { derived, review } = map(download(detection(totals('30.00', '6.00', '36.00'), [april], lines)));
		expect(derived).toContainEqual({
			field: 'lines[1].taxAmount',
			value: 4,
			from: 'taxAmount',
			how: 'at the average rate of the document',
		});
		expect(review[0].message).toBe(
			'The line totals add up to 30.01, and the net total is 30.00: 0.01 too much, as when a line was missed or ' +
				'misread. The lines are passed on as they are printed, and the BlueTape node refuses them until they add up. ' +
				'Compare them with the file.',
		);
	});

	it('names what gross lines lack', () => {
		const lines = [line('A', '1', '36.00', '35.99')];
		const { review } = map(download(detection(totals('30.00', '6.00', '36.00'), [april], lines)));
		expect(review[0].message).toContain('add up to 35.99, and the grand total is 36.00: 0.01 too little');
	});

	it.each([
		[
			'a group that is not its rate',
			totals('696.00', '', '828.60'),
			[vat('20.0', '630.00', '132.60')],
			'The VAT groups do not hold: 132.60 is not 20 % of 630.00. The tax 132.60 is the grand total minus the net ' +
				'total, and nothing else on the document confirms it. Compare the amounts with the file.',
		],
		[
			'groups that are not all there',
			totals('696.00', '', '828.60'),
			[vat('20.0', '630.00', '126.00')],
			'The VAT groups do not hold: they cover 630.00 of the net total 696.00. The tax',
		],
		[
			'a group that cannot be checked',
			totals('100.00', '', '120.00'),
			[vat('', '100.00', '19.00')],
			'The VAT groups do not hold: not all of them have a rate, a net amount and a tax. The tax',
		],
		[
			'groups of no use without a total',
			totals('696.00', '', ''),
			[vat('20.0', '630.00', '126.00')],
			'The VAT groups do not hold: they cover 630.00 of the net total 696.00. Compare',
		],
		[
			'no groups',
			totals('100.00', '', '120.00'),
			[],
			'The tax 20.00 is the grand total minus the net total, and',
		],
		[
			'no net total',
			totals('', '20.00', '120.00'),
			[],
			'The document has no net total: it is the grand total',
		],
		[
			'no grand total',
			totals('100.00', '20.00', ''),
			[],
			'The document has no grand total: 120.00 is net total',
		],
	])('names what nothing confirms: %s', (_name, amounts, groups, words) => {
		const { review } = map(download(detection(amounts, [...groups, april])), { lines: 'omit' });
		expect(review[0].message.startsWith(words)).toBe(true);
	});

	it('names the word from which days are counted', () => {
		const groups = [due('', '30', 'EndOfMonth'), due('2026-04-01', '14', 'Delivery')];
		const { review } = map(download(detection(totals('1.00', '0.00', '1.00'), groups)), { lines: 'omit' });
		expect(review).toEqual([
			{
				field: 'dueDate',
				message:
					"The document counts the days from 'EndOfMonth', which is not understood, so the due date 2026-04-01 is " +
					'counted from the invoice date and most likely wrong. Look the due date up in the file.',
			},
		]);
	});

	it.each([
		'from the invoice date',
		'Invoice Date',
		'ab Rechnungsdatum',
		'date of the invoice',
		'AFTER INVOICE DATE',
	])("'%s' is where they are counted from anyway", (start) => {
		const document = download(detection(totals('1.00', '0.00', '1.00'), [due('', '30', start)]));
		expect(map(document, { lines: 'omit' }).review).toEqual([]);
	});

	it.each(['end of month after invoice date', 'invoice date end of month', 'delivery'])(
		"'%s' is not",
		(start) => {
			const document = download(detection(totals('1.00', '0.00', '1.00'), [due('', '30', start)]));
			expect(map(document, { lines: 'omit' }).review).toHaveLength(1);
		},
	);
});
