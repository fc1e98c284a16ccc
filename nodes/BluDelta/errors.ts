import type { FailureKind } from '../shared/failure';

/** What to do about an HTTP status (bludelta.md 3 and 9). */
export const statusAdvice: Record<number, string> = {
	301: 'The address moved. Check the Base URL in the credential: it ends in /api',
	304: 'A cache between n8n and BLU DELTA answered: no request of this node may be kept there. Check what stands between n8n and BLU DELTA',
	400: 'Check the fields of this item',
	401: 'Open the credential and check API Key, API Identifier and Clients',
	402: 'BLU DELTA asks for a payment of the account first. Ask BLU DELTA what is open',
	403: 'The key or the token does not cover this client. Check API Identifier and Clients in the credential',
	404: 'Check the Base URL in the credential: it ends in /api',
	407: 'A proxy between n8n and BLU DELTA asks for a login. Give n8n the address of the proxy with user and password (HTTPS_PROXY), or take the proxy away',
	408: 'The request took too long to arrive. Run it again; if that happens often, check the network between n8n and BLU DELTA',
	410: 'It was there and is gone for good: check the IDs of this item, and the Base URL in the credential, which ends in /api',
	413: 'The document is too large: an upload may have 100 MB as base64, which is about 75 MB of file. Send a smaller one',
	415: 'BLU DELTA takes JSON here, and the node has sent JSON: check what stands between n8n and BLU DELTA',
	423: 'BLU DELTA has locked the document for now. Look at it in BLU DELTA, and run it again when it is free',
	425: 'It came too early for BLU DELTA, and nothing was done. Run it again in a minute',
	428: 'BLU DELTA, or what stands before it, asks for a condition that this node does not send. Ask BLU DELTA; if it knows nothing of it, whoever runs the proxy between',
	429: 'Too many calls. Wait a few minutes, then run it again with a lower Parallel Requests or fewer items at a time',
	451: 'It is barred for legal reasons, by BLU DELTA or by a proxy or firewall on the way. Ask whoever runs the network of n8n, then BLU DELTA',
	500: 'BLU DELTA had an internal problem. Try again later',
};

/** What 415 is about where a file is sent, by the path's beginning. */
export const wrongFile: Record<string, string> = {
	'/upload/invoice':
		'BLU DELTA takes tif, gif, jpeg, png, pdf, bmp and ico, and goes by the extension of the file name. Check File Name',
	'/upload/resource':
		'BLU DELTA takes master data as CSV: save the list as CSV (in Excel: Save As, CSV UTF-8) and send that file',
};

/** What to do about a web page that BLU DELTA's own web server does not send; undefined for the others. */
export function pageAdvice(status: number): string | undefined {
	if (status === 403)
		return 'A proxy or firewall refused the request, not BLU DELTA. Check what stands between n8n and BLU DELTA';
	if (![502, 504].includes(status)) return undefined;
	return 'A gateway or proxy before BLU DELTA gave up. Try again later; before you repeat an upload, look in BLU DELTA whether it arrived';
}

/** bludelta.md 5.3: the refusal of a fourth download. It does not heal by waiting. */
export const downloadedTooOften = {
	kind: 'rejected' as FailureKind,
	code: 'downloadedTooOften',
	advice:
		'A document was downloaded three times and never confirmed, so BLU DELTA hands it out no more, and it may hold up those ' +
		'behind it. Waiting does not help: if you have its data, confirm it with the operation Confirm; otherwise ask BLU DELTA support',
};
