import { ids } from './typeIds';
import type { DetectInvoiceResponse } from './types';

/** A result without the details and groups whose id is above `limit`, as v1 leaves them out (bludelta.md 5.3 and 6.6). */
export function upTo(limit: number, detection: DetectInvoiceResponse): DetectInvoiceResponse {
	const { Contacts, ...rest } = detection;
	return {
		...rest,
		InvoiceDetailTypePredictions: rest.InvoiceDetailTypePredictions.filter(({ Type }) => Type <= limit),
		PredictionGroups: rest.PredictionGroups.filter(({ Type }) => Type <= limit),
		...(ids.Contacts <= limit ? { Contacts } : {}),
	};
}
