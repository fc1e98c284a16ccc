import type { Outgoing } from '../shared/http/request';

const statuses: Record<number, string> = {
	301: 'The address moved. Check the Base URL in the credential',
	304: 'A cache between n8n and BlueTape answered: no request of this node may be kept there. Check what stands between n8n and BlueTape',
	400: 'BlueTape could not accept the data. Check required fields, date formats, option spelling, and that the totals add up',
	401: 'The API key or the account ID is missing or wrong, or they belong to the other environment. Open the credential and check both and the environment',
	402: 'BlueTape asks for a payment of the account first. Ask BlueTape what is open',
	403: 'This key may not do that. Ask BlueTape which operations it allows',
	404: 'There is no record with this ID in this environment (or the Base URL is wrong). Use the ID that you gave the record, not the BlueTape ID, and check that it was created in the same environment',
	405: 'This action is not allowed on this address. Check the Base URL if you use a custom one; otherwise report it as a bug of this node',
	407: 'A proxy between n8n and BlueTape asks for a login. Give n8n the address of the proxy with user and password (HTTPS_PROXY), or take the proxy away',
	408: 'The request took too long to arrive. Run it again; if that happens often, check the network between n8n and BlueTape',
	409: 'It exists already, or is already in that state. To change it use Update, or Create or Update. After a repeated run, the first one may have worked',
	410: 'It was there and is gone for good. Check the ID; to have it again, create it under a new one',
	413: 'The file or the data is too large for BlueTape. Send a smaller one',
	415: 'BlueTape takes JSON here, and the node has sent JSON: check what stands between n8n and BlueTape, and the Base URL if you use a custom one',
	423: 'BlueTape has locked the record for now. Look at it in BlueTape, and run it again when it is free',
	425: 'It came too early for BlueTape, and nothing was done. Run it again in a minute',
	428: 'BlueTape, or what stands before it, asks for a condition that this node does not send. Ask BlueTape; if it knows nothing of it, whoever runs the proxy between',
	429: 'Too many calls for too long, although the node waited and tried again. Lower Parallel Requests or send fewer items at a time',
	451: 'It is barred for legal reasons, by BlueTape or by a proxy or firewall on the way. Ask whoever runs the network of n8n, then BlueTape',
	500: 'BlueTape had an internal problem',
	503: 'BlueTape is not available right now, although the node waited and tried again. Run it again later',
};

/** The same for an upload, which may travel in two forms (bluetape.md C6). */
const ofUploads: Record<number, string> = {
	...statuses,
	400: "BlueTape could not take the file. Check that it is a PDF, or try the other 'Upload Form' in the options",
	415: "The form of the upload was refused. Try the other 'Upload Form' in the options",
};

export type Request = Partial<Pick<Outgoing, 'body' | 'method' | 'path'>>;

export const isCancel = ({ path = '' }: Request): boolean => path.endsWith('/cancel');
/** Something below a record, such as its file or a link to another one. */
const isBelow = ({ path = '' }: Request): boolean =>
	/\/integration\/\w+\/[^/]+\/\w/.test(path) && !path.includes('/simplify');

export const CANCELLED =
	'It is cancelled already, or its state forbids that, as of one that is paid. Look with Get Status: where it is cancelled, nothing is left to do';

/** What to do about a 409 of what is no create, which says that the record is in the wrong state (bluetape.md C12, C20). */
function conflictAdvice(request: Request): string | undefined {
	const { method, path = '' } = request;
	if (isCancel(request)) return CANCELLED;
	if (method === 'PUT') {
		return 'BlueTape does not make this change: the state of the record forbids it, or there is none with this ID. Look it up in BlueTape before you run this again';
	}
	if (method === 'POST' && isBelow(request) && !path.endsWith('/file')) {
		return 'The link is there already, or one of the two is linked to another record. What is linked as it should be needs nothing more';
	}
	if (method !== 'POST' || path.endsWith('/file')) {
		return 'The state of the record forbids this, or it is done already. Look the record up before you run this again';
	}
	return undefined;
}

/** What to do about an HTTP status (bluetape.md 9.1). */
export function statusAdvice(request: Request): Record<number, string> {
	const advice = typeof request.body === 'function' ? ofUploads : statuses;
	const conflict = request.method && conflictAdvice(request);
	return conflict ? { ...advice, 409: conflict } : advice;
}

/** What to do about a write of which nobody knows whether it happened: by what it does. */
export function lostAdvice(request: Pick<Outgoing, 'method' | 'path'>): string {
	const { method, path } = request;
	if (isCancel(request)) {
		return 'Look with Get Status whether it is cancelled before you run this again; what was cancelled is answered with "already cancelled"';
	}
	if (method === 'DELETE') {
		return 'Run this again: it takes away nothing else, and what is gone already is answered with 404';
	}
	if (method === 'PUT') return 'Run this again: it sets the same values once more';
	if (path.endsWith('/file')) return 'Run this again: an upload replaces the file that is there';
	if (isBelow(request)) {
		return 'Run this again: a link that is there already is not made twice';
	}
	return 'Look the record up before you run this again; a create that did go through is answered with "already exists"';
}

/**
 * What to do about a web page in place of an answer: BlueTape itself answers in JSON. Undefined where the status says it as well,
 * whoever sent it.
 */
export function pageAdvice(status: number): string | undefined {
	if ([413, 429, 503].includes(status)) return undefined;
	if (status >= 500) {
		return 'A gateway or proxy before BlueTape gave up';
	}
	return 'A proxy, a firewall or a wrong address answered, not BlueTape. Check the Base URL if you use a custom one, and what stands between n8n and BlueTape';
}
