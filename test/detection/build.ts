import type {
	DetectInvoiceResponse,
	DetectionResponse,
	LineItemResponse,
} from '../../nodes/BluDelta/detection/types';

/** The vendor's ids (bludelta.md 6.6); those past 2^31 are the ones that a bit test gets wrong. */
const ids: Record<string, number> = {
	DocumentType: 8192,
	InvoiceId: 1024,
	InvoiceDate: 64,
	InvoiceCurrency: 524288,
	NetTotalAmount: 256,
	VatTotalAmount: 1073741824,
	GrandTotalAmount: 16,
	VatGroup: 536870912,
	VatRate: 32,
	NetAmount: 268435456,
	VatAmount: 131072,
	DueDateGroup: 17592186044416,
	DueDateDate: 2199023255552,
	DueDateStart: 4398046511104,
	DueDateDuration: 8796093022208,
	DiscountGroup: 1099511627776,
};

/** One detail as the service sends it: `Text` as printed somewhere in Europe, never to be parsed. */
export const detail = (
	TypeName: string,
	Value: string,
	Score = Value === '' ? 0 : 0.97,
): DetectionResponse => ({
	Type: ids[TypeName] ?? 0,
	TypeName,
	Text: Value === '' ? '' : `EUR ${Value.replace('.', ',')}`,
	Value,
	Score,
	Confidence: Value === '' ? -1 : 1,
});

export const details = (values: Record<string, string>) =>
	Object.entries(values).map(([name, value]) => detail(name, value));

export const group = (TypeName: string, values: Record<string, string>) => ({
	Type: ids[TypeName] ?? 0,
	TypeName,
	InvoiceDetailTypePredictions: details(values),
});

export const vat = (VatRate: string, NetAmount: string, VatAmount: string) =>
	group('VatGroup', { VatRate, NetAmount, VatAmount });

export const due = (DueDateDate: string, DueDateDuration = '', DueDateStart = '') =>
	group('DueDateGroup', { DueDateDate, DueDateStart, DueDateDuration });

const part = (Name: string, Value: string) => ({
	Name,
	Text: Value.replace('.', ','),
	Value,
	Score: Value === '' ? 0 : 0.96,
});

/** A line item; every part is a text, empty when it was not found. */
export const line = (
	Description: string,
	Quantity: string,
	UnitPrice: string,
	TotalAmount: string,
	more: Partial<LineItemResponse> = {},
): LineItemResponse => ({
	ItemId: part('ItemId', ''),
	Description: part('Description', Description),
	Quantity: part('Quantity', Quantity),
	UnitPrice: part('UnitPrice', UnitPrice),
	TotalAmount: part('TotalAmount', TotalAmount),
	OrderId: part('OrderId', ''),
	DeliveryId: part('DeliveryId', ''),
	Score: 0.94,
	...more,
});

const header = {
	DocumentType: 'Invoice',
	InvoiceId: 'R-1',
	InvoiceDate: '2026-03-02',
	InvoiceCurrency: 'USD',
	SenderOrderId: '',
};

/** A detection result: an ordinary header, changed by `values` (an empty text is a detail that was not found). */
export const detection = (
	values: Record<string, string>,
	groups: ReturnType<typeof group>[] = [],
	lines: LineItemResponse[] = [],
): DetectInvoiceResponse => ({
	Language: 'en',
	InvoiceDetailTypePredictions: details({ ...header, ...values }),
	PredictionGroups: groups,
	LineItemTable: { LineItems: lines },
	InvoiceState: 0,
	Confidence: 0,
});

export const totals = (NetTotalAmount: string, VatTotalAmount: string, GrandTotalAmount: string) => ({
	NetTotalAmount,
	VatTotalAmount,
	GrandTotalAmount,
});

/** The document as download/next hands it over. */
export const download = (response: DetectInvoiceResponse | null, StateBeforeRelease = 'Validated') => ({
	InvoiceId: '3f0c9a52-77de-4c1b-9c0e-0d5a6a1b2c3d',
	InvoiceContainerId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
	UploadedTimestamp: '2026-03-03T08:12:03.48Z',
	ClientAccessIdentifier: 'Client1',
	FileName: 'invoice.pdf',
	AdditionalProperties: [{ ClientId: 'C1' }, { ourId: '77' }],
	StateBeforeRelease,
	DetectInvoiceResponse: response,
});
