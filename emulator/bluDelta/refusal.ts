/** A business error: HTTP 200 with `State` 1 (bludelta.md 3). */
export class Failure extends Error {}

/** A refusal by HTTP status. `errorCode` is the name of the .NET exception, as ServiceStack writes it. */
export class HttpRefusal extends Error {
	constructor(
		readonly status: number,
		readonly errorCode: string,
		message: string,
	) {
		super(message);
	}
}

/** The request is over the web server's limit; no service has seen it. */
export class TooLarge extends Error {}

/** ServiceStack's error body (bludelta.md 3). */
export const responseStatus = (ErrorCode: string, Message: string) => ({
	ResponseStatus: { ErrorCode, Message, Errors: [] },
});

/** What a web server sends by itself, before any service has seen the request. */
export const htmlError = (status: number, title: string) =>
	`<!DOCTYPE html><html><head><title>${status} - ${title}</title></head>` +
	`<body><h2>${status} - ${title}</h2><p>The request was refused by the web server.</p></body></html>`;
