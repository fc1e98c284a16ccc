import {
	brokeOverToken,
	explain,
	isAboutRecord,
	isAboutToken,
	isRefusal,
	loginPath,
	messageOf,
} from '../../../nodes/BluDelta/refusal';
import type { Outgoing } from '../../../nodes/shared/http/request';

// BLU DELTA says no in many ways, most of them with status 200.

const page = ' <!DOCTYPE html><html></html>';
const get = { method: 'GET', path: '/count/invoices' } as const;
const post = { method: 'POST', path: '/confirm/invoice' } as const;
const download = { method: 'GET', path: '/v2/download/invoice/next' } as const;
const upload = { method: 'POST', path: '/upload/invoiceContainer' } as const;
const list = { method: 'POST', path: '/upload/resource' } as const;
const logIn = { method: 'POST', path: loginPath } as const;

it.each([
	[{ Message: 'No', ResponseStatus: { Message: 'Inner' } }, 'No'],
	[{ Message: ' ', ResponseStatus: { Message: 'Inner' } }, 'Inner'],
	[{ ResponseStatus: { Message: 7 } }, ''],
	[{ ResponseStatus: 'No' }, ''],
	[{ Message: null }, ''],
	['No', ''],
	[null, ''],
	[['No'], ''],
])('the words in %j are %j', (body, words) => expect(messageOf(body)).toBe(words));

it.each([
	[{ State: 0 }, false],
	[{ State: '0' }, false],
	[{ state: ' OK ' }, false],
	[{ State: 'Success' }, false],
	[{ State: '00' }, false],
	[{ State: '0.00' }, false],
	[{ State: 10 }, true],
	[{ State: 0.5 }, true],
	[{ State: 'not ok' }, true],
	[{ state: 1 }, true],
	[{ State: 'Failed' }, true],
	[{ State: {} }, true],
	[{ State: 0, responseStatus: {} }, true],
	[{ State: null }, false],
	[{}, false],
	[{ State: 1 }, true],
	[{ State: '2' }, true],
	[{ State: 0, ResponseStatus: {} }, true],
	[[], true],
	['', true],
	[page, true],
	[null, true],
])('%j is a refusal: %p', (body, refuses) => expect(isRefusal({ body })).toBe(refuses));

it.each([
	[401, {}, true],
	[403, {}, true],
	[400, { State: 0, Message: 'token' }, false],
	[200, { State: 1, Message: 'The access token is over' }, true],
	[200, { State: 1, Message: 'Unauthorized' }, true],
	[200, { State: 1, Message: 'Not authenticated' }, true],
	[200, { State: 1, Message: 'Unknown invoice' }, false],
	[200, { State: 0, Message: 'token' }, false],
	[500, page, false],
	[500, { State: 1, Message: 'The access token is over' }, false],
	[200, { State: 1, Message: "Unexpected token '<' in response" }, false],
	[
		200,
		{ State: 1, Message: 'Authentication failed because the remote party has closed the transport stream.' },
		false,
	],
])('%d %j is about the token: %p', (status, body, about) =>
	expect(isAboutToken({ status, headers: {}, body })).toBe(about),
);

it.each([
	[500, { State: 1, Message: 'The access token is over' }, true],
	[500, { ResponseStatus: { ErrorCode: 'X', Message: 'Not authenticated' } }, true],
	[503, 'Invalid token', true],
	[500, { State: 1, Message: 'Out of memory' }, false],
	[500, { State: 1, Message: "Unexpected token '<' in response" }, false],
	[500, page, false],
	[500, undefined, false],
	[499, { State: 1, Message: 'The access token is over' }, false],
])('%d %j is of a service that broke over the token: %p', (status, body, broke) =>
	expect(brokeOverToken({ status, headers: {}, body })).toBe(broke),
);

it.each([
	[200, { State: 0 }, true],
	[200, { State: 1, Message: 'Unknown invoice' }, true],
	[200, { State: 1, Message: 'The access token is over' }, false],
	[299, {}, true],
	[300, {}, false],
	[304, {}, false],
	[399, {}, false],
	[400, {}, true],
	[404, {}, true],
	[499, {}, true],
	[401, {}, false],
	[403, {}, false],
	[408, {}, false],
	[429, {}, false],
	[500, {}, false],
	[503, {}, false],
	[404, page, false],
	[200, 'OK', false],
	[200, [], false],
])('%d %j is about the records that were asked for: %p', (status, body, about) =>
	expect(isAboutRecord({ status, headers: {}, body })).toBe(about),
);

const fields = 'Check the fields of this item';
const credential = 'Open the credential and check API Key, API Identifier and Clients';
const address = 'Check the Base URL in the credential: it ends in /api';
const moved = 'The address moved. Check the Base URL in the credential: it ends in /api';
const busy =
	'Too many calls. Wait a few minutes, then run it again with a lower Parallel Requests or fewer items at a time';
const later = 'BLU DELTA had an internal problem. Try again later';
const firewall =
	'A proxy or firewall refused the request, not BLU DELTA. Check what stands between n8n and BLU DELTA';
const gateway =
	'A gateway or proxy before BLU DELTA gave up. Try again later; before you repeat an upload, look in BLU DELTA whether it arrived';

it.each<[number, unknown, Pick<Outgoing, 'method' | 'path'>, object]>([
	[400, { Message: 'Bad' }, get, { message: 'BLU DELTA answered 400: Bad', advice: fields }],
	[418, undefined, get, { message: 'BLU DELTA answered 418', advice: fields }],
	[404, page, get, { message: 'BLU DELTA answered 404 with a web page', advice: address }],
	[500, {}, get, { message: 'BLU DELTA answered 500', advice: later }],
	[403, page, get, { message: 'BLU DELTA answered 403 with a web page', advice: firewall }],
	[502, page, get, { message: 'BLU DELTA answered 502 with a web page', advice: gateway }],
	[429, {}, get, { message: 'BLU DELTA answered 429', advice: busy }],
	[300, { State: 3 }, get, { message: 'BLU DELTA answered 300', advice: moved }],
	[404, {}, download, { message: 'BLU DELTA answered 404', advice: address }],
	[400, {}, upload, { message: 'BLU DELTA answered 400', advice: fields }],
	[307, undefined, get, { message: 'BLU DELTA answered 307', advice: moved }],
	[
		200,
		{ State: 3, Message: ' No ' },
		post,
		{ code: 'State 3', message: 'BLU DELTA refused the request (State 3): No', advice: fields },
	],
	[
		299,
		{ State: 3 },
		post,
		{
			code: 'State 3',
			message: 'BLU DELTA refused the request (State 3): it gives no reason',
			advice: fields,
		},
	],
	[
		200,
		{ State: 3, Message: 'Token is over' },
		post,
		{
			code: 'State 3',
			message: 'BLU DELTA refused the request (State 3): Token is over',
			advice: credential,
			kind: 'credential',
		},
	],
	[
		200,
		{ ResponseStatus: { Message: 'No' } },
		get,
		{ message: 'BLU DELTA refused the request: No', advice: fields },
	],
	[
		200,
		page,
		post,
		{ kind: 'unexpected', message: 'BLU DELTA sent a web page instead of data', advice: address },
	],
	[
		200,
		'?',
		get,
		{
			kind: 'unexpected',
			message: 'BLU DELTA sent an answer that cannot be read instead of data',
			advice: address,
		},
	],
	[
		200,
		'?',
		post,
		{ kind: 'stateUnknown', message: 'BLU DELTA sent an answer that cannot be read instead of data' },
	],
	[408, {}, get, { message: 'BLU DELTA answered 408', advice: expect.stringMatching(/took too long/) }],
	[415, {}, post, { message: 'BLU DELTA answered 415', advice: expect.stringMatching(/takes JSON/) }],
	[415, {}, upload, { message: 'BLU DELTA answered 415', advice: expect.stringMatching(/takes tif, gif/) }],
	[415, {}, list, { message: 'BLU DELTA answered 415', advice: expect.stringMatching(/as CSV/) }],
	[400, { error: { reason: 'Bad' } }, get, { message: 'BLU DELTA answered 400: Bad', advice: fields }],
	[400, 'Bad', get, { message: 'BLU DELTA answered 400: Bad', advice: fields }],
	[
		400,
		{ ResponseStatus: { ErrorCode: 'X', Message: '', Errors: [{ FieldName: 'File', Message: 'Bad' }] } },
		get,
		{ message: 'BLU DELTA answered 400: Bad; FieldName: File', advice: fields },
	],
	[
		400,
		{ Message: 'x'.repeat(500) },
		get,
		{ message: `BLU DELTA answered 400: ${'x'.repeat(400)}…`, advice: fields },
	],
])('%d %j to %j', (status, body, request, explained) => {
	expect(explain(status, body, request)).toStrictEqual(explained);
});

it.each([
	[{ Message: 'Too often' }, ' (Too often)'],
	[{}, ''],
])('a fourth download is refused for good: %j', (body, told) =>
	expect(explain(429, body, download)).toMatchObject({
		kind: 'rejected',
		code: 'downloadedTooOften',
		message: `BLU DELTA refuses the next document: it was downloaded three times without a confirmation${told}`,
		advice: expect.stringContaining('Waiting does not help') as string,
	}),
);

it("a proxy's limit is no fourth download", () => {
	expect(explain(429, page, download)).toMatchObject({
		message: 'BLU DELTA answered 429 with a web page',
	});
	expect(explain(429, page, download)).not.toHaveProperty('code');
});

it.each([
	[400, { Message: 'Bad' }, { kind: 'credential', advice: credential }],
	[404, {}, { kind: 'credential', advice: address }],
	[403, page, { kind: 'credential', advice: address }],
	[200, { State: 1 }, { kind: 'credential', advice: credential }],
	[200, page, { kind: 'credential', advice: address }],
	[500, {}, { kind: undefined, advice: later }],
])('a login that ends with %d %j', (status, body, { kind, advice }) => {
	const said = explain(status, body, logIn);
	expect({ kind: said.kind, advice: said.advice }).toEqual({ kind, advice });
});
