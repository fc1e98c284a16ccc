import { ledgers } from '../../../nodes/BluDelta/queue/ledger';
import { Readable } from 'node:stream';
import { confirmDocument } from '../../../nodes/BluDelta/resources/confirm';
import { downloadNextDocument } from '../../../nodes/BluDelta/resources/download';
import { countDocuments, getContainerStates } from '../../../nodes/BluDelta/resources/states';
import { explain, isRefusal } from '../../../nodes/BluDelta/refusal';
import { Failed } from '../../../nodes/shared/failure';
import type { Operation } from '../../../nodes/shared/table/operation';
import { run, type Given } from '../stage';

// What BLU DELTA may answer about its queue beside what it documents.

const id = (digit: number) => `00000000-0000-0000-0000-00000000000${digit}`;
const vendor = { name: 'BLU DELTA', isRefusal, explain };

async function ask(
	operation: Operation,
	parameters: Record<string, unknown>,
	answer: Given['answer'],
	more = {},
) {
	const { items, error, ...seen } = await run(operation, { parameters, answer, vendor, ...more });
	return { json: items.map((item) => item.json), items, message: error?.message, ...seen };
}
/** Bodies one after the other, the last one for good. */
const inOrder =
	(...bodies: unknown[]): Given['answer'] =>
	(_request, index) => ({ body: bodies[Math.min(index, bodies.length - 1)] });

describe('a count', () => {
	const count = (...bodies: unknown[]) =>
		ask(countDocuments, { states: ['New', 'Confirmed'] }, inOrder(...bodies));

	it.each([
		[{ Count: 7 }, 7],
		[{ Count: '7' }, 7],
		[{ count: ' 7 ' }, 7],
		[{}, 0],
		[{ Count: null }, 0],
	])('in %j is %d', async (body, expected) => {
		const { json, sent } = await count(body);
		expect(json).toEqual([{ count: expected, states: ['New', 'Confirmed'] }]);
		expect(sent).toHaveLength(1);
	});

	it('that is refused for its spelling is asked for in the other one', async () => {
		const refused = (_request: unknown, index: number) =>
			index ? { body: { Count: 3 } } : { statusCode: 400, body: { Message: 'Unknown state' } };
		const { json, sent } = await ask(countDocuments, { states: ['New', 'Confirmed'] }, refused);
		expect(json).toMatchObject([{ count: 3 }]);
		expect(sent.map(({ qs }) => (qs as { state: string }).state)).toEqual([
			'New,Confirmed',
			'New,Confirmend',
		]);
	});

	it.each([
		['in both spellings', ['Confirmed'], 400, 2],
		['without one', ['New'], 400, 1],
		['for another reason', ['Confirmed'], 404, 1],
	])('that is refused %s fails with the first refusal', async (_why, states, statusCode, requests) => {
		const answer: Given['answer'] = (_request, index) => ({ statusCode, body: { Message: `No ${index}` } });
		const { message, sent } = await ask(countDocuments, { states }, answer);
		expect(message).toBe(`BLU DELTA answered ${statusCode}: No 0`);
		expect(sent).toHaveLength(requests);
	});
});

it.each([
	[
		countDocuments,
		{ states: ['New'] },
		{ url: 'https://api.test/v1/count/invoices', query: { state: 'New' } },
	],
	[
		getContainerStates,
		{ containerIds: [id(1), id(2)] },
		{ url: 'https://api.test/v1/invoiceContainer/state', query: { containerIds: `${id(1)},${id(2)}` } },
	],
])('a dry run shows the question', async (operation, parameters, request) => {
	const { json, sent } = await ask(operation, { ...parameters, options: { dryRun: true } }, () => ({}));
	expect(json).toEqual([{ dryRun: true, request: { method: 'GET', ...request } }]);
	expect(sent).toEqual([]);
});

describe('a state history', () => {
	const states = (containerIds: string[], answer: Given['answer']) =>
		ask(getContainerStates, { containerIds }, answer);

	it('with gaps is read as far as it goes', async () => {
		const { json } = await states([id(1), id(2), id(3)], () => ({
			body: {
				InvoiceContainerStates: [
					{ DocumentContainerId: id(1).toUpperCase(), DocumentContainerStates: null },
					{
						DocumentContainerId: id(2),
						DocumentContainerStates: [{ State: 'Split', Timestamp: 't' }, {}],
						DocumentStateReports: [
							{ DocumentId: 'ABC' },
							{ DocumentId: 'd', DocumentStates: [{ State: 'New' }] },
						],
					},
				],
			},
		}));
		expect(json).toStrictEqual([
			{ invoiceContainerId: id(1), states: [], documents: [], found: true },
			{
				invoiceContainerId: id(2),
				state: 'Split',
				states: [{ state: 'Split', timestamp: 't' }],
				documents: [
					{ invoiceId: 'abc', states: [] },
					{ invoiceId: 'd', state: 'New', states: [{ state: 'New' }] },
				],
				found: true,
			},
			{ invoiceContainerId: id(3), found: false },
		]);
	});

	it.each([{}, { InvoiceContainerStates: null }])('that is %j holds nothing', async (body) => {
		expect((await states([id(1)], () => ({ body }))).json).toMatchObject([
			{ invoiceContainerId: id(1), found: false },
		]);
	});

	it('that an unknown container fails is asked for in halves', async () => {
		const asked: string[][] = [];
		const { json } = await states([id(1), id(2), id(3)], ({ qs }) => {
			const ids = (qs as { containerIds: string }).containerIds.split(',');
			asked.push(ids);
			return ids.includes(id(2))
				? { body: { State: 1, Message: 'Container does not exist' } }
				: { body: { InvoiceContainerStates: ids.map((one) => ({ DocumentContainerId: one })) } };
		});
		expect(asked).toEqual([[id(1), id(2), id(3)], [id(1), id(2)], [id(1)], [id(2)], [id(3)]]);
		expect(json.map(({ found }) => found)).toEqual([true, false, true]);
	});

	it('that is refused for another reason fails', async () => {
		const { message, sent } = await states([id(1), id(2)], () => ({ body: { State: 1, Message: 'No' } }));
		expect(message).toBe('BLU DELTA refused the request (State 1): No');
		expect(sent).toHaveLength(3);
	});
});

describe('a confirmation', () => {
	const confirm = (invoiceContainerId: string, ...bodies: unknown[]) =>
		ask(confirmDocument, { invoiceId: id(1), additionalFields: { invoiceContainerId } }, inOrder(...bodies));
	const history = (...documents: object[]) => ({
		InvoiceContainerStates: [{ DocumentContainerId: id(9), DocumentStateReports: documents }],
	});
	const report = (document: number, ...names: string[]) => ({
		DocumentId: id(document),
		DocumentStates: names.map((State) => ({ State })),
	});
	const no = { State: 1, Message: 'No' };
	const done = { invoiceId: id(1), confirmed: true };

	it('that goes through', async () => expect((await confirm('', { State: 0 })).json).toEqual([done]));

	it.each([
		['its words say so', '', [{ State: 1, Message: 'Already confirmed' }]],
		['the history says so', id(9), [no, history(report(2), report(1, 'Downloaded', 'CONFIRMED'))]],
	])('has been there before when %s', async (_why, container, bodies) =>
		expect((await confirm(container, ...bodies)).json).toEqual([{ ...done, alreadyConfirmed: true }]),
	);

	it.each([
		['already at work', '', [{ State: 1, Message: 'Already at work' }]],
		['nobody knows the container', '', [no, history(report(1, 'Confirmed'))]],
		['the history does not know it', id(9), [no, {}]],
		['another document was confirmed', id(9), [no, history(report(2, 'Confirmed'))]],
		['it was only downloaded', id(9), [no, history(report(1, 'Downloaded'))]],
	])('has failed when %s', async (_why, container, bodies) =>
		expect((await confirm(container, ...bodies)).message).toMatch(
			/^BLU DELTA refused the request \(State 1\): /,
		),
	);

	it('whose answer cannot be read has failed, and says what to look up', async () =>
		expect((await confirm('', 'ok')).message).toBe(
			`BLU DELTA sent an answer that cannot be read instead of data, so it is not known whether the request went through: check invoiceId "${id(1)}"`,
		));

	it.each<[object, boolean]>([
		[{}, true],
		[{ State: null, Message: '' }, true],
		[{ State: 0, Message: 'Warning: low quality' }, true],
		[{ Message: 'OK' }, true],
		[{ Message: 'Invoice confirmed' }, true],
		[{ Message: 'The invoice was confirmed.' }, true],
		[{ InvoiceId: id(1) }, true],
		[{ Message: 'Invoice not found' }, false],
		[{ State: null, Message: 'error: x' }, false],
		[{ Message: 'Could not be confirmed' }, false],
		[{ Message: 'No invoice was confirmed' }, false],
		[{ State: '', message: 'Document unknown' }, false],
		[{ Success: false }, false],
		[{ Error: 'Timeout' }, false],
		[{ statusCode: 404 }, false],
	])('without a State, %j confirms: %p', async (answer, confirms) => {
		const { json, message } = await confirm('', answer);
		if (confirms) expect(json).toEqual([done]);
		else expect(message).toMatch(/^BLU DELTA refused the request: /);
	});
});

describe('a download', () => {
	beforeEach(() => ledgers.clear());

	const parameters = { confirmation: 'manual', apiVersion: 'v2', output: 'raw', binaryPropertyName: 'data' };
	const helpers = {
		prepareBinaryData: async (content: Readable, fileName: string, mimeType: string) => ({
			fileName,
			mimeType,
			data: Buffer.concat((await content.toArray()) as Buffer[]).toString(),
		}),
	};
	const download = (text: string) =>
		ask(downloadNextDocument, parameters, () => ({ body: Readable.from([Buffer.from(text)]) }), { helpers });
	const content = '%PDF-1.4 as small as one can be';
	const file = Buffer.from(content).toString('base64');
	const stored = (fileName: string, mimeType: string) => ({ fileName, mimeType, data: content });

	it.each([
		[
			'',
			{
				data: stored('document', 'application/octet-stream'),
				resultPdf: stored('document-result.pdf', 'application/pdf'),
			},
		],
		[
			'"FileName":"a \\"b\\".v1.png",',
			{
				data: stored('a _b_.v1.png', 'image/png'),
				resultPdf: stored('a _b_.v1-result.pdf', 'application/pdf'),
			},
		],
		[
			'"FileName":"",',
			{
				data: stored('document', 'application/octet-stream'),
				resultPdf: stored('document-result.pdf', 'application/pdf'),
			},
		],
	])('names its files after %j', async (name, binary) => {
		const text = `{"State":0,"Available":true,"InvoiceId":"AB",${name}"File":"${file}","ResultPdf":"${file}"}`;
		const { items, json } = await download(text);
		expect(items[0].binary).toEqual(binary);
		expect(json[0].invoiceId).toBe('ab');
	});

	it.each([
		...[false, 'FALSE', 0].map((Available) => ({ Available, InvoiceId: 'a' })),
		...[{ Available: null }, {}],
	])('of nothing (%j) gives nothing', async (said) =>
		expect((await download(JSON.stringify({ State: 0, ...said }))).json).toEqual([]),
	);

	it('that says so in words is there, too', async () =>
		expect((await download('{"State":0,"Available":"true","InvoiceId":"a"}')).json).toHaveLength(1));

	it.each(['', '"InvoiceId":"",', '"InvoiceId":[7],'])('without an ID (%s) fails', async (given) =>
		expect((await download(`{${given}"State":0,"Available":true}`)).message).toBe(
			'BLU DELTA sent a document without its InvoiceId',
		),
	);

	describe('of a run that is canceled', () => {
		const document = (id: string) => ({
			body: Readable.from([
				Buffer.from(
					`{"State":0,"Available":true,"InvoiceId":"${id}","FileName":"${id}.pdf","File":"${file}"}`,
				),
			]),
		});
		/** What costs a download in vain: the lost answers, and whether a pause follows. */
		const cost = () => [...ledgers.values()].map(({ lost, pause }) => [lost.answers, pause.until > 0]);
		const canceled = async (answer: (stop: () => void) => Given['answer'], more: object = {}) => {
			const stop = new AbortController();
			const given = { ...parameters, additionalFields: { limit: 9 }, ...more };
			const seen = await ask(
				downloadNextDocument,
				given,
				answer(() => stop.abort()),
				{ helpers, signal: stop.signal, items: [{ json: {} }, { json: {} }] },
			);
			return { ...seen, paths: seen.sent.map(({ url }) => url.replace('https://api.test/v1', '')) };
		};

		it('during the login costs nothing', async () => {
			const stop = new AbortController();
			const headers = async () => {
				stop.abort();
				return { 'X-AccessToken': 't' };
			};
			const access = async () => ({ headers, isRefusal: () => false, drop() {} });
			const { message, sent } = await ask(downloadNextDocument, parameters, () => ({}), {
				...{ helpers, signal: stop.signal },
				vendor: { ...vendor, access },
			});
			expect(message).toMatch(/^The run was canceled before this request was sent/);
			expect(sent).toEqual([]);
			expect(cost()).toEqual([[0, false]]);
		});

		it.each([new Failed({ kind: 'unavailable', message: 'Away', status: 503 }), new TypeError('No login')])(
			'nor does a login that fails: %s',
			async (error) => {
				const headers = async () => await Promise.reject<Record<string, string>>(error);
				const access = async () => ({ headers, isRefusal: () => false, drop() {} });
				const { message } = await ask(downloadNextDocument, parameters, () => ({}), {
					...{ helpers, vendor: { ...vendor, access } },
				});
				expect(message).toBe(error.message);
				expect(cost()).toEqual([[0, false]]);
			},
		);

		it('while it is under way may have cost one', async () => {
			const { warned } = await canceled((stop) => () => {
				stop();
				return new Error('aborted');
			});
			expect(cost()).toEqual([[1, true]]);
			expect(warned).toEqual([]);
		});

		it('confirms nothing more, and what is confirmed stands in the log, once for the run', async () => {
			const { paths, warned } = await canceled(
				(stop) => (_request, index) => {
					if (index === 2) stop();
					return index === 0 ? document('a') : index === 2 ? document('b') : { body: { State: 0 } };
				},
				{ confirmation: 'afterDownload' },
			);
			expect(paths).toEqual(['/v2/download/invoice/next', '/confirm/invoice', '/v2/download/invoice/next']);
			expect(warned).toEqual([
				'BLU DELTA: the run was canceled, and n8n keeps nothing of the documents that Download Next had taken: ' +
					'a (a.pdf, confirmed), b (b.pdf). What is confirmed does not come again: look for it in BLU DELTA',
			]);
		});

		it('while it confirms: that may have gone through', async () => {
			const { warned } = await canceled(
				(stop) => (_request, index) => {
					if (index === 0) return document('a');
					stop();
					return new Error('aborted');
				},
				{ confirmation: 'afterDownload' },
			);
			expect(warned).toEqual([expect.stringContaining('had taken: a (a.pdf, perhaps confirmed). What')]);
		});
	});

	it('tells nothing of a run that has come to its end', async () => {
		const { warned } = await download(`{"State":0,"Available":true,"InvoiceId":"a","File":"${file}"}`);
		expect(warned).toEqual([]);
	});

	it('that is no JSON fails', async () =>
		expect((await download('<html>')).message).toBe('BLU DELTA sent a web page instead of data'));
});
