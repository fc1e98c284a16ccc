/** What the shared pieces must know of a vendor. */
export interface Service {
	name: string;
	/** Its first path segment, such as `/genericBthubService`. */
	prefix: string;
	/** Lower-case header name and the value that is right; where several are, the one sent when it is among them. */
	secretHeaders: Record<string, (sent: string) => string>;
	/** The vendor's error body for troubles that come from outside its own rules. */
	errorBody(status: number, reason: string): unknown;
	/** Takes secrets out of a body before the journal keeps it. */
	redactBody?(body: unknown, path: string): unknown;
}
