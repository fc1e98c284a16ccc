/** What the user chose on the trigger. */
export interface TriggerSettings {
	confirmation: 'manual' | 'onHandOver';
	apiVersion: 'v1' | 'v2';
	includeResultPdf: boolean;
	limit: number;
	/** Minutes. */
	redeliverAfter: number;
	documents: 'all' | 'withoutErrors' | 'errorsOnly';
	output: 'simplified' | 'raw';
}
