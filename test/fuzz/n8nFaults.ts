import type { Call } from './call';

const sentOrigin = ({ twists }: Call) =>
	twists.some(({ headers = [] }) => headers.some(([name]) => name.toLowerCase() === 'origin'));

/** Where n8n 2.41.1 answers with 500 by itself, before the trigger is asked or without asking it. */
const faults: Array<(call: Call) => boolean> = [
	// A method that it doesn't know is a plain Error to dist/webhooks/webhook-request-handler.js. Seen with QUERY and a genuine notice.
	({ twists }) =>
		twists.some(({ method = '' }) => ['PROPFIND', 'QUERY', 'TRACE', 'M-SEARCH'].includes(method)),
	// The same file looks up what the workflow says of an Origin outside of its try. Seen with POST, `Origin: https://example.com`, and
	// a path that no workflow listens to.
	(call) =>
		sentOrigin(call) &&
		call.twists.some(({ method, path, sending }) => method ?? path ?? typeof sending === 'object'),
	// It reads the body before it knows that it has no such page. Seen with // at the beginning of the path, and with * in
	// place of one, and JSON that is cut off.
	({ twists }) => twists.some(({ elsewhere }) => elsewhere),
	// With an expression it reads the body before it asks the trigger (docs/webhooks.md). Seen with content-encoding gzip for a body that is
	// none, and with one above the limit.
	({ door, twists }) =>
		door === 'an expression' && twists.some(({ encode, story }) => encode ?? story === 'a body of 17 MB'),
];

/** Is a 5xx that came to this call n8n's own? */
export const isOfN8n = (call: Call): boolean => faults.some((fault) => fault(call));
