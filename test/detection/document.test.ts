import { rawDocument, readDocument, simplifiedDocument } from '../../nodes/BluDelta/detection/documentForms';
import { toBlueTapeInvoice } from '../../nodes/BluDelta/detection/invoiceBody';
import type { DownloadedDocument } from '../../nodes/BluDelta/detection/types';
import { detection, download, due, line, totals } from './build';
import { examples, refused } from './examples';

/** What travels between two steps of a workflow is JSON. */
const travelled = <T>(item: T) => JSON.parse(JSON.stringify(item)) as T;

const origin = {
	invoiceId: '3f0c9a52-77de-4c1b-9c0e-0d5a6a1b2c3d',
	invoiceContainerId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
	uploadedTimestamp: '2026-03-03T08:12:03.48Z',
	clientAccessIdentifier: 'Client1',
	fileName: 'invoice.pdf',
	stateBeforeRelease: 'Validated',
	additionalProperties: { ClientId: 'C1', ourId: '77' },
};

const sample = download(
	detection(totals('10.00', '2.00', '12.00'), [due('2026-04-01')], [line('A', '1', '10.00', '10.00')]),
);

describe('output', () => {
	it('raw: origin in camelCase, the result as it came, no file', () => {
		const files = { File: 'JVBERi0=', ResultPdf: 'JVBERi0=', Available: true, State: 0, Message: '' };
		expect(rawDocument({ ...sample, ...files })).toEqual({
			...origin,
			detectInvoiceResponse: sample.DetectInvoiceResponse,
		});
		expect(rawDocument({ InvoiceId: 'x' })).toEqual({ invoiceId: 'x', detectInvoiceResponse: null });
	});

	it('simplified: origin and result on one level, the origin first', () => {
		const item = simplifiedDocument({ ...sample, File: 'JVBERi0=' });
		expect(item).toMatchObject({ ...origin, invoiceNumber: 'R-1', grandTotalAmount: 12 });
		expect(Object.keys(item).slice(0, 7)).toEqual(Object.keys(origin));
		expect(item).not.toHaveProperty('File');
	});

	it('what is empty is absent', () => {
		const empty = {
			...sample,
			ClientAccessIdentifier: '',
			AdditionalProperties: [],
			DetectInvoiceResponse: {},
		};
		const { clientAccessIdentifier, additionalProperties, ...rest } = origin;
		expect(clientAccessIdentifier && additionalProperties).toBeDefined();
		expect(simplifiedDocument(empty)).toEqual(rest);
	});

	it('takes the other spelling of the state', () => {
		const { StateBeforeRelease, ...rest } = sample;
		expect(simplifiedDocument({ ...rest, StateBeforeReleased: StateBeforeRelease })).toEqual(
			simplifiedDocument(sample),
		);
	});
});

describe('a document is told by its keys', () => {
	const options = {
		customerId: 'c',
		expectedCurrency: 'USD',
		defaultNetDays: 14,
		now: '2026-01-01T00:00:00Z',
	};

	it.each([...examples, ...refused])('every shape gives the same: $name', ({ document, options: own }) => {
		const all = { ...options, minimumScore: 0.5, ...own };
		const expected = toBlueTapeInvoice(document, all);
		const item = document as DownloadedDocument;
		expect(toBlueTapeInvoice(travelled(rawDocument(item)), all)).toEqual(expected);
		expect(toBlueTapeInvoice(travelled(simplifiedDocument(item)), all)).toEqual(expected);
		expect(expected.invoice ?? expected.review[0]).toBeDefined();
	});

	it.each([
		['download', () => sample],
		['raw', () => rawDocument(sample)],
		['simplified', () => simplifiedDocument(sample)],
	])('the origin of a document: %s', (_name, document) => {
		expect(readDocument(travelled(document()))).toMatchObject(origin);
	});

	it.each([null, undefined, 7, 'text', [], [sample]])('%p is an empty document', (document) => {
		expect(readDocument(document)).toEqual({});
		expect(toBlueTapeInvoice(document).review.map(({ field }) => field)).toEqual(['detectInvoiceResponse']);
	});
});

describe('a simplified item that someone edited', () => {
	const item = () => travelled(simplifiedDocument(sample));
	const options = { customerId: 'c', expectedCurrency: 'USD' };

	it('amounts typed as text count', () => {
		const { invoice } = toBlueTapeInvoice(
			{ ...item(), netTotalAmount: '11.00', grandTotalAmount: '13.00' },
			options,
		);
		expect(invoice).toMatchObject({ subTotal: 11, totalAmount: 13 });
	});

	it('localised amounts do not', () => {
		const edited = { ...item(), netTotalAmount: '11,00', lines: [{ totalAmount: '11,00' }] };
		const { invoice, review } = toBlueTapeInvoice(edited, options);
		expect(invoice).toMatchObject({ subTotal: 10 });
		expect(review.map(({ field }) => field)).toEqual([
			'subTotal',
			'lines',
			'netTotalAmount',
			'lines[0].totalAmount',
		]);
	});

	it('an edited due date is the due date, a removed one is none', () => {
		expect(toBlueTapeInvoice({ ...item(), dueDate: '2026-07-01' }, options).invoice?.dueDate).toBe(
			'2026-07-01',
		);
		const { review } = toBlueTapeInvoice({ ...item(), dueDate: '', dueDateFrom: '30 days' }, options);
		expect(review.map(({ field }) => field)).toEqual(['dueDate']);
	});

	it.each(['2026-07-01T00:00:00.000Z', '2026-07-01 00:00:00', new Date('2026-07-01T00:00:00Z')])(
		'a due date that a database keeps as %p is the day that it shows',
		(dueDate) => {
			const { invoice, review } = toBlueTapeInvoice({ ...item(), dueDate }, options);
			expect([invoice?.dueDate, review]).toEqual(['2026-07-01', []]);
		},
	);

	it.each(['1.7.2026', '2026-06-30T22:00:00.000Z', '2026-02-30'])(
		'a due date %p is told with what to write, not with advice about versions',
		(dueDate) => {
			const { invoice, review } = toBlueTapeInvoice({ ...item(), dueDate }, options);
			expect(invoice).toBeUndefined();
			expect(review[0]).toEqual({
				field: 'dueDate',
				message:
					`The due date '${dueDate}' cannot be read, and BlueTape requires one. Look the day up in the file and write ` +
					'it as dueDate, like 2026-03-31.',
			});
			const byDefault = toBlueTapeInvoice({ ...item(), dueDate }, { ...options, defaultNetDays: 10 });
			expect(byDefault.derived).toContainEqual(
				expect.objectContaining({
					field: 'dueDate',
					how: '10 days after the invoice date, the default, because its own cannot be read',
				}),
			);
			expect(byDefault.review.map(({ field }) => field)).toContain('dueDate');
		},
	);

	it('a doubt about a day is not settled by a database that writes it as a timestamp', () => {
		const groups = [due('2026-05-01'), due('2026-06-01')];
		const before = simplifiedDocument(download(detection(totals('10.00', '2.00', '12.00'), groups)));
		const kept = { ...before, dueDate: '2026-06-01T00:00:00.000Z', dueDateRead: '2026-06-01T00:00:00.000Z' };
		const told = [before, kept].map((document) => toBlueTapeInvoice(document, { ...options, lines: 'omit' }));
		expect(told[0].review.map(({ field }) => field)).toEqual(['dueDate']);
		expect(told[1]).toEqual(told[0]);
	});

	it.each([
		['of two', [due('2026-05-01'), due('2026-06-01')], '2026-06-01'],
		['counted from a word', [due('', '30', 'EndOfMonth')], '2026-04-01'],
		['beside another that is none', [due('1 May', '30')], '2026-04-01'],
	])('a due date %s is told on the way, and once it is corrected not any more', (_name, groups, dueDate) => {
		const before = travelled(
			simplifiedDocument(download(detection(totals('10.00', '2.00', '12.00'), groups))),
		);
		const told = (document: object) => {
			const { derived, review } = toBlueTapeInvoice(document, {
				...options,
				minimumScore: 0.99,
				lines: 'omit',
			});
			return [...derived, ...review].filter(({ field }) => field === 'dueDate');
		};
		expect(before.dueDate).toBe(dueDate);
		const auto = { ...before, stateBeforeRelease: 'Autoprocessed' };
		expect(told(auto).length).toBeGreaterThan(0);
		expect(told(travelled(auto))).toEqual(told(auto));
		expect(told({ ...auto, dueDate: '2026-07-01' })).toEqual([]);
	});

	it('what was unreadable and is mended is no matter any more', () => {
		const broken = download(
			detection(
				totals('10,00', '2.00', '12.00'),
				[due('1 May')],
				[line('A', '1', '', '10.00'), line('B', '2 Stk', '', '0.00')],
			),
		);
		const before = travelled(simplifiedDocument(broken));
		expect(before.unreadable?.map(({ field }) => field)).toEqual([
			'netTotalAmount',
			'dueDate',
			'lines[1].quantity',
		]);
		const lines = before.lines?.map((one, at) => (at === 1 ? { ...one, quantity: 2 } : one));
		const mended = { ...before, netTotalAmount: 10, dueDate: '2026-05-01', lines };
		const { invoice, review } = toBlueTapeInvoice(mended, options);
		expect(review).toEqual([]);
		expect(invoice).toMatchObject({ subTotal: 10, dueDate: '2026-05-01' });
		const half = toBlueTapeInvoice({ ...mended, lines: before.lines }, options);
		expect(half.review.map(({ field }) => field)).toEqual(['lines[1].quantity']);
	});

	it('a damaged list of unreadable values is passed over', () => {
		const unreadable = [
			null,
			{ field: 7, value: 'x' },
			{ field: 'invoiceDate' },
			{ field: 'lines', value: {} },
		];
		expect(toBlueTapeInvoice({ ...item(), unreadable }, options).review).toEqual([]);
		const { review } = toBlueTapeInvoice(
			{ ...item(), unreadable: [{ field: 'lines[7].quantity', value: 'x' }] },
			options,
		);
		expect(review.map(({ field }) => field)).toEqual(['lines[7].quantity']);
	});

	it('a value unreadable before and now is told once', () => {
		const edited = {
			...item(),
			netTotalAmount: '1,0',
			unreadable: [{ field: 'netTotalAmount', value: '1,00' }],
		};
		const { review } = toBlueTapeInvoice({ ...edited, lines: [] }, { ...options, lines: 'omit' });
		expect(review.map(({ field }) => field)).toEqual(['subTotal', 'netTotalAmount']);
	});
});

describe('odd data', () => {
	const odd: unknown[] = [
		null,
		'',
		'x',
		'-',
		0,
		-1,
		1e300,
		NaN,
		true,
		[],
		{},
		[null],
		{ Value: {} },
		'-100',
		'1e9',
	];

	/** The document with the n-th of its values replaced, over all of them. */
	function* damaged(value: unknown, by: unknown): Generator<unknown> {
		yield by;
		if (typeof value !== 'object' || value === null) return;
		for (const [key, member] of Object.entries(value)) {
			for (const one of damaged(member, by)) {
				const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
				(copy as Record<string, unknown>)[key] = one;
				yield copy;
			}
		}
	}

	it.each(odd)('%p in any place throws nothing and makes no amount that is not a number', (by) => {
		const raw = examples.find(({ name }) => name.startsWith('gross lines at two rates'))?.document;
		const documents = [raw, travelled(simplifiedDocument(raw as DownloadedDocument))];
		let mapped = 0;
		for (const document of documents.flatMap((one) => [...damaged(one, by)])) {
			const { invoice, review, derived } = toBlueTapeInvoice(document, { customerId: 'c' });
			mapped += 1;
			expect(invoice !== undefined || review.length > 0).toBe(true);
			expect(JSON.stringify({ invoice, review, derived })).not.toMatch(
				/NaN|undefined|Amount":null|Total":null/,
			);
		}
		expect(mapped).toBeGreaterThan(150);
	});
});
