import { readDocument, rawDocument, simplifiedDocument } from '../../nodes/BluDelta/detection/documentForms';
import { simplify } from '../../nodes/BluDelta/detection/simplified';
import { asDocumented, renaming } from '../../nodes/BluDelta/detection/writing';
import type { DownloadedDocument } from '../../nodes/BluDelta/detection/types';
import { detail, detection, download, due, group, line, totals, vat } from './build';
import workedExample from './worked-example.json';

// The vendor writes names in PascalCase, and another version of its service perhaps otherwise.

type Change = (name: string) => string;
const camel: Change = (name) => name.charAt(0).toLowerCase() + name.slice(1);
const writings: Array<[string, Change]> = [
	['camelCase', camel],
	['small letters', (name) => name.toLowerCase()],
	['capitals', (name) => name.toUpperCase()],
];

/** The same with all names of members changed, and those that say of which type a value is. */
function written(value: unknown, change: Change): unknown {
	if (Array.isArray(value)) return value.map((one) => written(one, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			change(name),
			name === 'TypeName' ? change(inner as string) : written(inner, change),
		]),
	);
}

/** Something of everything that is read. */
const everything = {
	...detection(
		{ ...totals('10.00', '2.00', '12.00'), Iban: 'AT1', UId: 'ATU1' },
		[
			vat('20.0', '10.00', '2.00'),
			due('', '30', '2026-03-05'),
			group('DiscountGroup', { DiscountDate: '2026-03-09', DiscountPercent: '2.0' }),
			group('BankGroup', { BankCode: '12000', BankAccount: '77' }),
			group('DeliveryPeriodGroup', { DeliveryPeriodDateStart: '2026-01-01' }),
		],
		[
			line('A', '1', '10.00', '10.00', {
				PositionNumber: 1,
				ItemId: { Value: 'I' },
				OrderId: { Value: 'O' },
			}),
		],
	),
	Sender: {
		Name: { Value: 'A' },
		Address: {
			Street: { Value: 'S' },
			ZipCode: { Value: 'Z' },
			City: { Value: 'C' },
			Country: { Value: 'AT' },
		},
		Email: [{ Value: 'a@example.com' }],
		WebsiteUrl: [{ Value: 'a.example' }],
		Phone: { Value: '+1' },
		Fax: { Value: '+2' },
		Score: 0.5,
	},
	Receiver: { Name: { Value: 'B' } },
	Contacts: [{ Name: { Value: 'B' } }],
	Countries: 'AT',
	DocumentFormat: 'Letter',
};

describe.each(writings)('in %s', (_, change) => {
	it.each([
		['the worked example', workedExample],
		['something of everything', everything],
	])('%s reads the same', (_name, result) => {
		const read = simplify(result);
		expect(Object.keys(read).length).toBeGreaterThan(15);
		expect(simplify(written(result, change) as typeof result)).toEqual(read);
	});

	it('a document of any form does, and a raw one stays as it came', () => {
		const sample = download(everything);
		const other = written(everything, change) as typeof everything;
		const expected = readDocument(sample);
		const renamed = { ...sample, DetectInvoiceResponse: other };
		expect(readDocument(rawDocument(renamed))).toEqual(expected);
		expect(simplifiedDocument(renamed)).toEqual(simplifiedDocument(sample));
		expect(rawDocument(renamed).detectInvoiceResponse).toBe(other);
		expect(readDocument(other)).toEqual(simplify(everything));
		const { AdditionalProperties, ...origin } = sample;
		const whole = {
			...(written(origin, change) as object),
			[change('AdditionalProperties')]: AdditionalProperties,
		};
		expect(readDocument(whole)).toEqual(expected);
	});
});

it.each<[string, object, string]>([
	['the documented writing counts, first', { Value: 'a', value: 'b' }, 'a'],
	['the documented writing counts, last', { value: 'b', VALUE: 'c', Value: 'a' }, 'a'],
	['an empty text is one', { Value: '', value: 'b' }, ''],
	['null is none', { value: 'b', Value: null }, 'b'],
	['then the one in camelCase', { value: 'b', VALUE: 'c' }, 'b'],
])('of several writings of a name %s', (_, entry, value) => {
	expect(renaming(['Value'])(entry as Record<string, unknown>)).toEqual({ Value: value });
});

it('what is not known is left as it is, and a name is no reason to change what it holds', () => {
	const odd = { value: { value: 'x', typeName: 'InvoiceId' }, thresholds: { score: 1 } };
	expect(asDocumented(odd)).toEqual({
		Value: { value: 'x', typeName: 'InvoiceId' },
		thresholds: { score: 1 },
	});
	const day = new Date('2026-03-05T00:00:00Z');
	const result = { invoiceDetailTypePredictions: [{ typeName: 'invoicedate', value: day }] };
	expect(simplify(result)).toMatchObject({ invoiceDate: '2026-03-05' });
});

it('what is nested without end ends', () => {
	let nested: unknown = 'x';
	for (let depth = 0; depth < 100_000; depth++) nested = depth % 2 ? [nested] : { address: nested };
	expect(simplify({ sender: nested })).toEqual({});
});

it('a large result is looked through once', () => {
	const readings = (count: number) => {
		let read = 0;
		const predictions = Array.from({ length: count }, (_, at) => ({
			get typeName() {
				read++;
				return 'iban';
			},
			value: `AT${at % 7}`,
		}));
		expect(simplify({ invoiceDetailTypePredictions: predictions }).iban).toHaveLength(7);
		return read;
	};
	expect(readings(1000)).toBe(1000);
	expect(readings(20_000)).toBe(20_000);
});

describe('a result in a writing that nobody knows', () => {
	const other = { invoice_details: [{ type_name: 'InvoiceId', value: 'R-1' }], language: 'en' };

	it('is not lost: it comes as it is', () => {
		const item = simplifiedDocument(download(other));
		expect(item).toMatchObject({ language: 'en', detectInvoiceResponse: other });
		expect(readDocument(item)).toEqual(readDocument(download(other)));
	});

	it('is passed over once a person has filled the document in', () => {
		const item = { ...simplifiedDocument(download(other)), invoiceNumber: 'R-2', grandTotalAmount: 5 };
		expect(readDocument(item)).toMatchObject({ invoiceNumber: 'R-2', grandTotalAmount: 5 });
	});

	it.each<[string, DownloadedDocument['DetectInvoiceResponse']]>([
		['there is none', null],
		['it is empty', {}],
		['nothing was found', { InvoiceDetailTypePredictions: [detail('InvoiceId', '')], PredictionGroups: [] }],
		['only parties were', { Sender: { Name: { Value: 'A' } } }],
		['something was', { ...detection({}), Thresholds: { Score: 1 } }],
		['what is not known is empty', { OcrPageImages: [], IsQualityOk: true }],
	])('does not come where %s', (_, result) => {
		expect(simplifiedDocument(download(result ?? null))).not.toHaveProperty('detectInvoiceResponse');
	});
});
