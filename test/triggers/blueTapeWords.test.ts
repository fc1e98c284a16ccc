import { gzipSync } from 'node:zlib';
import { WEBHOOK_RESOLVERS, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { BlueTapeTrigger } from '../../nodes/BlueTape/BlueTapeTrigger.node';
import { checkSettings } from '../../nodes/BlueTape/webhook/activation';
import { isAllowed, unreadableEntries } from '../../nodes/BlueTape/webhook/allowlist';
import { answerWhenFinished, refuse } from '../../nodes/BlueTape/webhook/answer';
import { bodyOf } from '../../nodes/BlueTape/webhook/noticeBody';
import { deliver } from '../../nodes/BlueTape/webhook/deliver';
import { webhooks } from '../../nodes/BlueTape/webhook/description';
import { canonicalJson } from '../../nodes/BlueTape/webhook/digest';
import { eventOf, noticesOf } from '../../nodes/BlueTape/webhook/notice';
import { refusedBody } from '../../nodes/BlueTape/webhook/refusedBody';
import { holdsSecret, secretProblem } from '../../nodes/BlueTape/webhook/secret';
import { payment } from './blueTapeNotices';

// What the trigger says to people, and what n8n never sends it, on the smallest context that will do.

const SECRET = { headerName: 'X-BlueTape-Key', headerValue: 'correct horse' };

/** As much of n8n's context as the trigger asks for; notes what it is told. */
function stage(parameters: IDataObject = {}, more: object = {}) {
	const logged: unknown[][] = [];
	const hints: unknown[] = [];
	const sent: unknown[] = [];
	const response = {
		statusCode: 200,
		status: (code: number) => Object.assign(response, { statusCode: code }),
		json: (body: unknown) => sent.push(body),
	};
	const settings: IDataObject = { events: ['invoice.payment'], options: {}, ...parameters };
	const context = {
		getNodeParameter: (name: string, _item: unknown) => settings[name] ?? {},
		getCredentials: async () => SECRET,
		getNode: () => ({ name: 'Trigger' }),
		getWorkflow: () => ({ id: 'w7' }),
		getResponseObject: () => response,
		getHeaderData: () => ({ 'x-bluetape-key': SECRET.headerValue }),
		getInputData: () => [] as Array<{ json: IDataObject }>,
		addExecutionHints: (hint: unknown) => hints.push(hint),
		logger: { warn: (...line: unknown[]) => logged.push(line) },
		...more,
	};
	return { context: context as never, logged, hints, sent, response };
}

describe('what stops the activation says what to do', () => {
	test.each([
		[{ events: [] }, {}, 'No event is selected', "Select what BlueTape's notices may start under 'Events'"],
		[
			{},
			{ getCredentials: async () => ({}) },
			'No usable secret is stored. The Header Name must be like X-BlueTape-Key',
			"Select a credential 'BlueTape Webhook Secret API' with a long random Header Value. Without one every call is refused with 401",
		],
		[
			{ options: { ipAllowlist: '10.0.0.1, here' } },
			{},
			"'IP Allowlist' has an entry that is no IP address or range: here",
			'Write addresses like 203.0.113.7 or ranges like 203.0.113.0/24 and 2001:db8::/32, with commas between',
		],
		[
			{ options: { verifyStatus: true } },
			{},
			"'Verify Status' needs a BlueTape API credential",
			'Select one in this node, or remove the option',
		],
		[
			{ options: { verifyStatus: true } },
			{ getNode: () => ({ name: 'Trigger', credentials: {} }) },
			"'Verify Status' needs a BlueTape API credential",
			'Select one in this node, or remove the option',
		],
		...(['deduplicate', 'verifyStatus'] as const).map((name): [IDataObject, object, string, string] => [
			{ options: { [name]: null } },
			{},
			`'${name === 'deduplicate' ? 'Deduplicate' : 'Verify Status'}' can't be read: it is neither true nor false`,
			'Let its expression give true or false, or remove the option',
		]),
	])('%j %j', async (parameters, more, message, description) => {
		await expect(checkSettings(stage(parameters, more).context)).rejects.toMatchObject({
			message,
			description,
		});
	});
});

test('a switch that is off as text asks for no credential', async () => {
	const options = { verifyStatus: 'false', deduplicate: ' TRUE ' };
	await expect(checkSettings(stage({ options }).context)).resolves.toBeUndefined();
});

describe('when n8n starts', () => {
	const { webhookMethods } = new BlueTapeTrigger();
	const exists = async (mode: string, more = {}) => {
		const lines: unknown[][] = [];
		const logger = { error: (...line: unknown[]) => lines.push(line) };
		const { context } = stage({ events: [] }, { getActivationMode: () => mode, logger, ...more });
		return { found: await webhookMethods.default.checkExists.call(context), lines };
	};
	const line = (why: string) => [
		[`Trigger: listens, though its settings are wrong: ${why}`, { workflowId: 'w7' }],
	];

	test.each(['init', 'leadershipChange'])(
		'(%s) the webhook stays, and the log tells what is wrong',
		async (mode) => {
			expect(await exists(mode)).toEqual({ found: true, lines: line('No event is selected') });
			const getNodeParameter = () => {
				throw new Error('The expression failed');
			};
			expect(await exists(mode, { getNodeParameter })).toEqual({
				found: true,
				lines: line('The expression failed'),
			});
		},
	);

	test.each(['activate', 'update', 'create', 'manual'])('but not at another time: %s', async (mode) => {
		await expect(exists(mode)).rejects.toThrow('No event is selected');
	});
});

describe('the IP allowlist', () => {
	test.each(['1.2.3.4/8.5', '1.2.3.4/.5', '1.2.3.4/0x18', '1.2.3.4/1e1'])('%s is no range', (entry) => {
		expect(unreadableEntries(entry)).toEqual([entry]);
	});

	test('a zone in the address does not matter', () => {
		expect(isAllowed('fe80::1', 'fe80::1%eth0')).toBe(true);
		expect(isAllowed('fe80::2', 'fe80::1%eth0')).toBe(false);
	});
});

describe('the body', () => {
	const broken = (status?: number) => async () => {
		throw Object.assign(new Error('broken'), { status });
	};
	const read = { text: '{"ä":1}', value: { ä: 1 }, problems: [] };
	const form = {
		text: '',
		value: { invoiceId: 'I-1' },
		problems: ['The notice came as a form, not as JSON'],
	};
	const none = { text: '', problems: [], value: undefined };
	const unreadable = { status: 400, reason: 'the body could not be read' };
	const MEGABYTE = 1024 * 1024;
	const blanks = (length: number) => Buffer.alloc(length, ' ');

	test.each([
		['read before', { rawBody: Buffer.from('{"ä":1}'), readRawBody: broken() }, '', read],
		['not there', { readRawBody: async () => {} }, '', none],
		['nowhere to read from', {}, '', none],
		['too large', { readRawBody: broken(413) }, '', { status: 413, reason: 'the body is too large' }],
		['cut off', { readRawBody: broken(400) }, '', { status: 400, reason: 'the body could not be read' }],
		[
			'cut off by the network',
			{ readRawBody: broken() },
			'',
			{ status: 400, reason: 'the body could not be read' },
		],
		[
			'a form that n8n has read',
			{ body: { data: form.value, files: {} }, readRawBody: broken() },
			'Multipart/form-data',
			form,
		],
		[
			'a form of which n8n has read nothing',
			{ body: {}, readRawBody: broken() },
			'multipart/form-data',
			{ status: 400, reason: 'the body could not be read' },
		],
		[
			'a form of which n8n took parts for files',
			{ body: { data: {}, files: { invoiceId: {}, amount: [{}] } }, readRawBody: broken() },
			'multipart/form-data',
			{
				...{ text: '', value: {}, files: ['invoiceId', 'amount'] },
				problems: [
					'The notice came as a form, not as JSON',
					"n8n took 2 of the form's parts for files: what they say is not here",
				],
			},
		],
		['packed', { rawBody: gzipSync('{"ä":1}') }, '', read],
		['packed and cut off', { rawBody: gzipSync('{"ä":1}').subarray(0, -9) }, '', unreadable],
		['packed and broken', { rawBody: Buffer.from([0x1f, 0x8b, 8, 0, 7, 7, 7]) }, '', unreadable],
		['packed, of the most', { rawBody: gzipSync(blanks(16 * MEGABYTE)) }, '', none],
		[
			'packed and too large',
			{ rawBody: gzipSync(blanks(16 * MEGABYTE + 1)) },
			'',
			{ status: 413, reason: 'the body is too large' },
		],
	])('%s', async (_name, request, contentType, expected) => {
		expect(await bodyOf(request, contentType)).toEqual(expected);
	});
});

describe('a body that nobody can unpack', () => {
	const refused = async (encoding: string, text: string) => {
		const body = await bodyOf({ rawBody: Buffer.from(text) }, 'application/json', encoding);
		return 'reason' in body ? body.reason : noticesOf(body, {}, new Date());
	};

	test.each([
		['br', 'the body is packed as br'],
		['zstd, gzip', 'the body is packed as zstd'],
		['x-snappy', 'the body is packed as x-snappy'],
		['utf-8', 'the body is neither a JSON object nor a form'],
		['broken', 'the body is neither a JSON object nor a form'],
		['<br>', 'the body is neither a JSON object nor a form'],
		['gzip', 'the body is neither a JSON object nor a form'],
		['deflate', 'the body is neither a JSON object nor a form'],
		['identity', 'the body is neither a JSON object nor a form'],
		['', 'the body is neither a JSON object nor a form'],
	])('packed as %j: %s', async (encoding, reason) =>
		expect(await refused(encoding, '\x0b\x02')).toBe(reason),
	);

	test('what was unpacked on the way is taken, whatever is told', async () => {
		expect(await refused('br', JSON.stringify(payment))).toHaveLength(1);
	});
});

test('a refused form of which n8n took parts for files stands in the log with their names', () => {
	const body = { text: '', value: {}, problems: [], files: ['invoiceId', 'amount', '4111111111111111'] };
	expect(refusedBody(body, { address: 'invoice.payment' })).toBe(
		'it came to the address for invoice.payment; it names no record; it has no fields; n8n took for files: "invoiceId", "amount", 1 others',
	);
});

describe('answers', () => {
	test('a refusal stands in the log with its workflow', () => {
		const { context, logged, sent, response } = stage();
		expect(refuse(context, 403, 'no', 'no, because')).toEqual({ noWebhookResponse: true });
		expect(logged).toEqual([['Trigger: refused a call with 403: no, because', { workflowId: 'w7' }]]);
		expect([response.statusCode, sent]).toEqual([403, [{ received: false, reason: 'no' }]]);
	});

	test.each([
		[200, true],
		[299, true],
		[300, false],
		[500, false],
	])('a workflow that ends with %d has succeeded: %p', (statusCode, succeeded) => {
		const { context, sent, response } = stage();
		answerWhenFinished(context, { received: true });
		response.statusCode = statusCode;
		response.json({ what: 'n8n would say' });
		expect(sent).toEqual([{ received: true, succeeded }]);
	});

	test.each([
		['whenFinished', 'lastNode', 'noData'],
		['immediately', 'onReceived', ''],
	])('respond %s: n8n is told %s and %j', (respond, mode, data) => {
		const [{ responseMode, responseData, [WEBHOOK_RESOLVERS]: resolvers }] = webhooks;
		const parameters: INodeParameters = { options: { respond } };
		expect(resolvers!.responseMode.resolve(parameters)).toBe(mode);
		expect(resolvers!.responseData.resolve(parameters)).toBe(data);
		const late = '$parameter["options"]["respond"] === "whenFinished"';
		expect([responseMode, responseData]).toEqual([
			`={{ ${late} ? "lastNode" : "onReceived" }}`,
			`={{ ${late} ? "noData" : "" }}`,
		]);
	});

	test.each([{}, { options: '={{ $json.options }}' }])('parameters like %j are no matter', (parameters) => {
		const { responseMode, responseData } = webhooks[0][WEBHOOK_RESOLVERS]!;
		expect(responseMode.resolve(parameters)).toBe('onReceived');
		expect(responseData.resolve(parameters)).toBe('');
	});
});

describe('notices', () => {
	test.each([
		[99, true],
		[100, true],
		[101, false],
	])('nested %d deep has a digest: %p', (deep, has) => {
		const body: unknown = JSON.parse(`${'['.repeat(deep + 1)}${']'.repeat(deep + 1)}`);
		expect(canonicalJson(body) !== undefined).toBe(has);
	});

	test('slashes at the end do not matter', () => {
		expect(eventOf('/webhook/x/invoice/payment///')).toBe('invoice.payment');
	});
});

describe('the secret', () => {
	test('a value that was copied with its line break can be used', () => {
		const copied = { ...SECRET, headerValue: `\t${SECRET.headerValue}\r\n` };
		expect(secretProblem(copied)).toBeUndefined();
		expect(holdsSecret({ 'x-bluetape-key': SECRET.headerValue }, copied)).toBe(true);
	});
});

describe('verify status', () => {
	const verified = async (answer: () => unknown, signal?: AbortSignal) => {
		const { context, hints, logged } = stage(
			{ options: { verifyStatus: true } },
			{
				getInputData: () => [{ json: payment, notice: { event: 'invoice.payment', eventId: 'e' } }],
				getExecutionCancelSignal: () => signal,
				getCredentials: async () => ({ environment: 'sandbox' }),
				helpers: { httpRequestWithAuthentication: async () => answer() },
			},
		);
		const [item] = await deliver(context);
		return { verified: item.json.verified, hints, log: logged.map(([line]) => line) };
	};

	test.each([
		['another status', { status: 'Placed' }, 'the status is Placed'],
		['no status', {}, 'BlueTape answered without a status'],
		['no JSON', 'fine', "BlueTape sent an answer that can't be read: fine"],
		['no object', [], 'BlueTape answered without a status'],
		['nothing', null, 'BlueTape answered without a status'],
	])('%s', async (_name, body, found) => {
		const message = `BlueTape's API does not confirm this notice: ${found}`;
		const { hints, log } = await verified(() => ({ statusCode: 200, headers: {}, body }));
		expect(hints).toEqual([{ message, type: 'warning', location: 'outputPane' }]);
		expect(log).toEqual([`Trigger: ${message}`]);
	});

	test('only an unknown record speaks against the notice', async () => {
		const answer = (statusCode: number) => () => ({ statusCode, headers: {}, body: {} });
		expect((await verified(answer(404))).verified).toMatchObject({ matches: false });
		expect((await verified(answer(403))).verified).toMatchObject({ matches: null });
	});

	test('ends with the execution', async () => {
		const cancel = new AbortController();
		let asked = 0;
		const { verified: found } = await verified(() => {
			asked++;
			cancel.abort();
			return { statusCode: 503, headers: { 'retry-after': '60' }, body: {} };
		}, cancel.signal);
		expect(found).toMatchObject({ matches: null, problem: expect.stringContaining('canceled') as unknown });
		expect(asked).toBe(1);
	});
});

describe('a switch that can not be read any more when the workflow runs loses no notice', () => {
	const failing = (name: string) => ({
		get [name]() {
			throw new Error('The expression failed');
		},
	});
	test.each([
		['deduplicate', failing('deduplicate'), 'The expression failed'],
		['verifyStatus', failing('verifyStatus'), 'The expression failed'],
		['deduplicate', { deduplicate: null }, 'it is neither true nor false'],
		['verifyStatus', { verifyStatus: undefined }, 'it is neither true nor false'],
	])('%s', async (name, options, why) => {
		const { context, hints } = stage(
			{},
			{
				getNodeParameter: () => options,
				getInputData: () => [{ json: payment, notice: { event: 'invoice.payment', eventId: 'e' } }],
				getMode: () => 'webhook',
			},
		);
		const [item] = await deliver(context);
		expect(item.json).toMatchObject(payment);
		const { message } = hints[0] as { message: string };
		expect(message).toMatch(new RegExp(`can't be read.*${why}`));
		if (name === 'verifyStatus') expect(item.json.verified).toMatchObject({ matches: null });
	});
});
