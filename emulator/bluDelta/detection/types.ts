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
