/** The result schema of bludelta.md 6. Boxes are pixels at `DocumentResolution`. */
export interface Box {
	X: number;
	Y: number;
	Width: number;
	Height: number;
}

export interface DetectionResponse extends Box {
	Type: number;
	TypeName: string;
	Text: string;
	Value: string;
	Score: number;
	Confidence: number;
}

export interface DetectionGroupResponse {
	Type: number;
	TypeName: string;
	InvoiceDetailTypePredictions: DetectionResponse[];
}

export interface DetailResponse extends Box {
	Name: string;
	Text: string;
	Value: string;
	Score: number;
}

export interface LineItemResponse extends Box {
	ItemId: DetailResponse;
	PositionNumber: number;
	Description: DetailResponse;
	Quantity: DetailResponse;
	UnitPrice: DetailResponse;
	TotalAmount: DetailResponse;
	OrderId: DetailResponse;
	DeliveryId: DetailResponse;
	Score: number;
}

export interface ContactResponse {
	Name: DetailResponse;
	Address: Record<'Street' | 'ZipCode' | 'City' | 'Country', DetailResponse> & Box;
	Score: number;
	WebsiteUrl: DetailResponse[];
	Email: DetailResponse[];
	Phone: DetailResponse;
	Fax: DetailResponse;
}

export interface DetectInvoiceResponse {
	DocumentResolution: number;
	DocumentFormat: 'Letter' | 'Receipt';
	Language: string;
	Countries: string;
	InvoiceDetailTypePredictions: DetectionResponse[];
	PredictionGroups: DetectionGroupResponse[];
	LineItemTable: { LineItems: LineItemResponse[] };
	Sender: ContactResponse;
	Receiver: ContactResponse;
	/** Its id is above int32, so v1 has none (bludelta.md 6.6). */
	Contacts?: ContactResponse[];
	FormattedResult: null;
	IsQualityOk: boolean;
	OcrWordQuality: number;
	MeanCharacterConfidenceValue: number;
	StdDevCharacterConfidenceValue: number;
	MaxCharacterConfidenceValue: number;
	OcrResult: null;
	ResultPdf: null;
	OcrPageImages: null;
	DocumentText: null;
	InvoiceState: number;
	Confidence: number;
}

/** Ids of bludelta.md 6.6. The four from 2^49 on are unknown there; the first two are the example's, the others ours. */
export const ids = {
	Sender: 2,
	DeliveryDate: 8,
	GrandTotalAmount: 16,
	VatRate: 32,
	InvoiceDate: 64,
	NetTotalAmount: 256,
	InvoiceId: 1024,
	DocumentType: 8192,
	Iban: 16384,
	Bic: 32768,
	VatAmount: 131072,
	InvoiceCurrency: 524288,
	DeliveryNoteId: 1048576,
	CustomerId: 2097152,
	TaxNumber: 4194304,
	SenderOrderId: 16777216,
	ReceiverOrderId: 33554432,
	SenderOrderDate: 67108864,
	ReceiverOrderDate: 134217728,
	NetAmount: 268435456,
	VatGroup: 536870912,
	VatTotalAmount: 1073741824,
	IsrReference: 2 ** 35,
	DiscountDate: 2 ** 36,
	DiscountStart: 2 ** 37,
	DiscountDuration: 2 ** 38,
	DiscountPercent: 2 ** 39,
	DiscountGroup: 2 ** 40,
	DueDateDate: 2 ** 41,
	DueDateStart: 2 ** 42,
	DueDateDuration: 2 ** 43,
	DueDateGroup: 2 ** 44,
	IsrSubscriber: 2 ** 45,
	KId: 2 ** 46,
	CompanyRegistrationNumber: 2 ** 47,
	Contacts: 2 ** 48,
	SenderVatId: 2 ** 49,
	ReceiverVatId: 2 ** 50,
	VatExemption: 2 ** 51,
	CostCenter: 2 ** 52,
} as const;
export type TypeName = keyof typeof ids;

/** The 26 single details that a v1-18 result lists, found or not, in its order (bludelta.md 6.7). */
export const listed = [
	'DocumentType',
	'InvoiceId',
	'SenderOrderId',
	'CustomerId',
	'InvoiceDate',
	'SenderOrderDate',
	'ReceiverOrderDate',
	'DeliveryDate',
	'Bic',
	'NetTotalAmount',
	'VatTotalAmount',
	'VatExemption',
	'ReceiverOrderId',
	'DeliveryNoteId',
	'Iban',
	'GrandTotalAmount',
	'IsrReference',
	'InvoiceCurrency',
	'CompanyRegistrationNumber',
	'CostCenter',
	'KId',
	'TaxNumber',
	'ReceiverVatId',
	'SenderVatId',
	'IsrSubscriber',
	'Sender',
] as const satisfies TypeName[];
