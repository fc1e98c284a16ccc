/**
 * The detection result as BLU DELTA sends it (bludelta.md 6). Every member is optional and none is
 * enforced: newer builds may add or drop some (9.1), so readers look for what they need and pass over the rest.
 */
export interface DetectInvoiceResponse {
	DocumentResolution?: number;
	DocumentFormat?: string;
	Language?: string;
	Countries?: string;
	InvoiceDetailTypePredictions?: DetectionResponse[];
	PredictionGroups?: DetectionGroupResponse[];
	LineItemTable?: { LineItems?: LineItemResponse[] };
	Sender?: ContactResponse;
	Receiver?: ContactResponse;
	Contacts?: ContactResponse[];
	/** 0 is ok; older clients compare with the word `Failed`. */
	InvoiceState?: number | string;
	/** Whole document: -1 unknown, 0 validate manually, 1 process automatically. Not a probability. */
	Confidence?: number;
	[member: string]: unknown;
}

/** `Value` is always a string, and empty when the detail was not found; `Text` is localised. */
export interface DetectionResponse {
	Type?: number;
	TypeName?: string;
	Text?: string;
	Value?: string;
	/** Probability, 0 to 1. */
	Score?: number;
	Confidence?: number;
	[member: string]: unknown;
}

export interface DetectionGroupResponse {
	Type?: number;
	TypeName?: string;
	InvoiceDetailTypePredictions?: DetectionResponse[];
}

export interface DetailResponse {
	Name?: string;
	Text?: string;
	Value?: string;
	Score?: number;
	[member: string]: unknown;
}

export interface LineItemResponse {
	PositionNumber?: number;
	ItemId?: DetailResponse;
	Description?: DetailResponse;
	Quantity?: DetailResponse;
	UnitPrice?: DetailResponse;
	TotalAmount?: DetailResponse;
	OrderId?: DetailResponse;
	DeliveryId?: DetailResponse;
	Score?: number;
	[member: string]: unknown;
}

export interface ContactResponse {
	Name?: DetailResponse;
	Address?: {
		Street?: DetailResponse;
		ZipCode?: DetailResponse;
		City?: DetailResponse;
		Country?: DetailResponse;
		[member: string]: unknown;
	};
	WebsiteUrl?: DetailResponse[];
	Email?: DetailResponse[];
	Phone?: DetailResponse;
	Fax?: DetailResponse;
	Score?: number;
}

/** One answer of download/next, without its envelope (bludelta.md 5.3). */
export interface DownloadedDocument {
	InvoiceId?: string;
	InvoiceContainerId?: string;
	UploadedTimestamp?: string;
	ClientAccessIdentifier?: string;
	FileName?: string;
	AdditionalProperties?: unknown;
	StateBeforeRelease?: string;
	/** The prose of the vendor's page spells it so. */
	StateBeforeReleased?: string;
	/** Null, `{}` or missing for error documents. */
	DetectInvoiceResponse?: DetectInvoiceResponse | null;
	[member: string]: unknown;
}
