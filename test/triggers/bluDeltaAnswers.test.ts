import { withBluDelta, type BluDeltaStage } from '../engine/bluDelta';
import { binaryContent } from '../engine/binary';
import { ledgers } from '../../nodes/BluDelta/queue/ledger';

// What BLU DELTA may answer beside what its documentation shows, as the node's user sees it.

const ID = '9aba5d6c-0890-eb11-a870-d0c5d372cac4';
const CONTAINER = '00000000-0000-0000-0000-0000000000c0';
let stage: BluDeltaStage;
withBluDelta((started) => (stage = started));

/** The next calls of `path` are answered with these. */
const answers = (path: string, ...bodies: object[]) =>
	stage.emulator.faults.add(...bodies.map((body) => ({ match: { path }, body: JSON.stringify(body) })));
const sent = (path: string) =>
	stage.emulator.journal.filter({ path }).map(({ method, query }) => [method, query]);

describe('the next document', () => {
	const path = '/api/v2/download/invoice/next';
	const settings = { confirmation: 'manual', output: 'simplified', binaryPropertyName: 'data' };
	const pdf = '%PDF-1.4 as small as one can be';
	const base64 = Buffer.from(pdf).toString('base64');
	const files = { File: base64, ResultPdf: base64 };
	const download = async (body: object, parameters = {}) => {
		answers(path, { State: 0, ...body });
		return await stage.run('document', 'downloadNext', { ...settings, ...parameters });
	};

	it.each<[string, object, number]>([
		['as the documentation writes it', { Available: true }, 1],
		...['true', 'True', 'TRUE ', 1, '1'].map(
			(Available) => [`as ${JSON.stringify(Available)}`, { Available }, 1] as [string, object, number],
		),
		['not', { Available: false }, 0],
		...['false', 'False', ' FALSE', 0, '0'].map(
			(Available) => [`not, as ${JSON.stringify(Available)}`, { Available }, 0] as [string, object, number],
		),
		['not said', {}, 1],
		['said as null', { Available: null }, 1],
		['said in a word that nobody knows', { Available: 'yes' }, 1],
		['said in an object', { Available: {} }, 1],
		['said in an object that makes no text', { Available: { toString: null } }, 1],
		['with a state that makes no text', { StateBeforeRelease: { toString: null } }, 1],
		['not said, without an id', { InvoiceId: null }, 0],
		['not said, with the id of nothing', { InvoiceId: '00000000-0000-0000-0000-000000000000' }, 0],
	])('is there: %s', async (_, said, count) => {
		const { items, error } = await download({ InvoiceId: ID, ...said });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(count);
	});

	it.each<[string, object]>([
		[
			'in camelCase',
			{
				state: 0,
				available: true,
				invoiceId: ID,
				fileName: 'a.pdf',
				file: base64,
				invoiceContainerId: CONTAINER,
			},
		],
		[
			'in capitals',
			{
				STATE: '0',
				AVAILABLE: 'TRUE',
				INVOICEID: ID,
				FILENAME: 'a.pdf',
				FILE: base64,
				INVOICECONTAINERID: CONTAINER,
			},
		],
		[
			'in an envelope',
			{
				State: 0,
				Message: null,
				Result: {
					State: 'Validated',
					Available: true,
					InvoiceId: ID,
					FileName: 'a.pdf',
					File: base64,
					InvoiceContainerId: CONTAINER,
				},
			},
		],
		[
			'in an envelope in camelCase',
			{ data: { invoiceId: ID, fileName: 'a.pdf', file: base64, invoiceContainerId: CONTAINER } },
		],
	])('has its members %s', async (_, body) => {
		answers(path, body);
		const { items, error } = await stage.run('document', 'downloadNext', settings);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ invoiceId: ID, fileName: 'a.pdf', invoiceContainerId: CONTAINER });
		expect(items[0].binary!.data).toMatchObject({ fileName: 'a.pdf', mimeType: 'application/pdf' });
		expect((await binaryContent(items[0])).toString()).toBe(pdf);
	});

	it('has a detection result in camelCase, too', async () => {
		const found = { typeName: 'InvoiceId', text: 'R-1', value: 'R-1', score: 1 };
		const detectInvoiceResponse = { invoiceDetailTypePredictions: [found] };
		answers(path, { state: 0, available: true, invoiceId: ID, detectInvoiceResponse });
		const { items } = await stage.run('document', 'downloadNext', settings);
		expect(items[0].json).toMatchObject({ invoiceNumber: 'R-1', scores: { invoiceNumber: 1 } });
	});

	it('is not there: an envelope says so', async () => {
		answers(path, { State: 0, Result: { Available: false } });
		expect(await stage.run('document', 'downloadNext', settings)).toMatchObject({
			items: [],
			error: undefined,
		});
	});

	it('is not there: its additional properties are no envelope', async () => {
		const { items } = await download({ InvoiceId: null, AdditionalProperties: { InvoiceId: 'mine' } });
		expect(items).toEqual([]);
	});

	it.each(['Ok', 'SUCCESS', 'Succeeded', '0', ' ', null, true])(
		'is good with the state %p',
		async (State) => {
			const { items, error } = await download({ State, Available: true, InvoiceId: ID });
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
		},
	);

	it.each([
		[1, 'State 1'],
		['1', 'State 1'],
		['Failed', 'State Failed'],
		[false, 'State false'],
		[{ Code: 3 }, 'State {"Code":3}'],
	])('is refused with the state %p', async (State, told) => {
		const { error } = await download({ State, Message: 'No.' });
		expect(error?.message).toBe(`BLU DELTA refused the request (${told}): No.`);
	});

	it.each([
		[{ Available: true, InvoiceId: ID }, 1],
		[{ Available: false, InvoiceId: null }, 0],
		[{}, 0],
	])('that is refused counts as in vain when it is named: %j', async (named, downloads) => {
		await download({ State: 1, Message: 'No.', ...named });
		const [ledger] = ledgers.values();
		expect(ledger.documents.get(ID)?.downloads ?? 0).toBe(downloads);
		expect(ledger.pause.until > Date.now()).toBe(downloads > 0);
		expect(ledger.lost.answers).toBe(0);
	});

	it.each<[string, object, object]>([
		['its container', { InvoiceContainerId: 5 }, { invoiceContainerId: '5' }],
		['its container, of no use', { InvoiceContainerId: ['x'] }, {}],
		['its name', { FileName: 5, ...files }, { fileName: '5' }],
		['its name, of no use', { FileName: { a: 1 }, ...files }, {}],
		['its name, after its files', { ...files, FileName: 5 }, { fileName: '5' }],
		['its id', { InvoiceId: 7 }, { invoiceId: '7' }],
	])('has %s in an odd type', async (_, odd, shown) => {
		const { items, error } = await download({ Available: true, InvoiceId: ID, ...odd });
		expect(error).toBeUndefined();
		const { invoiceId, invoiceContainerId, fileName } = items[0].json;
		expect(JSON.parse(JSON.stringify({ invoiceId, invoiceContainerId, fileName }))).toEqual({
			invoiceId: ID,
			...shown,
		});
	});

	it('that breaks off is known by its own id, not by one among its additional properties', async () => {
		const about = { State: 0, AdditionalProperties: [{ InvoiceId: 'mine' }], InvoiceId: ID };
		const body = `${JSON.stringify(about).slice(0, -1)},"File":"${base64}`;
		stage.emulator.faults.add({ match: { path }, body });
		await stage.run('document', 'downloadNext', settings);
		expect([...[...ledgers.values()][0].documents.keys()]).toEqual([ID]);
	});

	it('is known by its id in lower case', async () => {
		const { items } = await download({ Available: true, InvoiceId: ID.toUpperCase() });
		expect(items[0].json.invoiceId).toBe(ID);
		expect(items[0]).not.toHaveProperty('binary');
	});

	it.each<object>([
		{ Available: true },
		{ Available: 'TRUE', InvoiceId: '' },
		{ Available: true, InvoiceId: [] },
		{ Available: null, ...files },
	])('without an id is an error, and in vain: %j', async (body) => {
		const { error } = await download(body);
		expect(error?.message).toBe('BLU DELTA sent a document without its InvoiceId');
		expect([...ledgers.values()][0].lost.answers).toBe(1);
	});

	it.each([
		['rechnung.7.png', 'rechnung.7.png', 'image/png', 'rechnung.7-result.pdf'],
		['noExtension', 'noExtension', 'application/octet-stream', 'noExtension-result.pdf'],
		// n8n puts a line in place of a quote.
		['with "quotes".pdf', 'with _quotes_.pdf', 'application/pdf', 'with _quotes_-result.pdf'],
		['', 'document', 'application/octet-stream', 'document-result.pdf'],
		[undefined, 'document', 'application/octet-stream', 'document-result.pdf'],
	])('called %p has files with names', async (FileName, fileName, mimeType, resultName) => {
		const document = { Available: true, InvoiceId: ID, FileName, ...files };
		const { items } = await download(document, { includeResultPdf: true });
		expect(items[0].binary).toMatchObject({
			data: { fileName, mimeType },
			resultPdf: { fileName: resultName, mimeType: 'application/pdf' },
		});
		expect((await binaryContent(items[0])).toString()).toBe(pdf);
		expect(sent(path)).toEqual([['GET', { includeResultPdf: 'true' }]]);
	});

	it('is called by its name although that comes after its files', async () => {
		const document = { Available: true, InvoiceId: ID, ...files, FileName: 'märz/1.png' };
		const { items } = await download(document, { includeResultPdf: true });
		expect(items[0].binary).toMatchObject({
			data: { fileName: 'märz_1.png', fileExtension: 'png', mimeType: 'image/png' },
			resultPdf: { fileName: 'märz_1-result.pdf', mimeType: 'application/pdf' },
		});
		expect((await binaryContent(items[0])).toString()).toBe(pdf);
	});

	it('may begin with a byte order mark', async () => {
		const body = `\uFEFF${JSON.stringify({ State: 0, Available: true, InvoiceId: ID, FileName: 'a.pdf', ...files })}`;
		stage.emulator.faults.add({ match: { path }, body });
		const { items, error } = await stage.run('document', 'downloadNext', settings);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ invoiceId: ID, fileName: 'a.pdf' });
	});

	it('has no result PDF when only the file came', async () => {
		const document = { Available: true, InvoiceId: ID, FileName: 'a.pdf', File: base64 };
		const { items, hints } = await download(document, { binaryPropertyName: 'scan' });
		expect(hints).toEqual([]);
		expect(Object.keys(items[0].binary!)).toEqual(['scan']);
		expect(sent(path)).toEqual([['GET', { includeResultPdf: 'false' }]]);
	});

	it.each([
		[{ StateBeforeRelease: 'ERROR' }, true],
		[{ StateBeforeReleased: 'Error' }, true],
		[{ StateBeforeRelease: 'Validated' }, false],
		[{}, false],
	])('with %j ended in an error: %p', async (state, endedInError) => {
		const { items } = await download({ Available: true, InvoiceId: ID, ...state });
		expect(items[0].json.endedInError).toBe(endedInError);
	});

	const missing = /^BLU DELTA sent this document without its file\. .*may bring it once more/;
	it.each([null, undefined, '', ' ', '===', 'data:application/pdf;base64,', 5, {}])(
		'without its file (%p) says so',
		async (File) => {
			const { items, hints } = await download({ Available: true, InvoiceId: ID, FileName: 'a.pdf', File });
			expect(items[0].json).toMatchObject({ fileMissing: true, message: expect.stringMatching(missing) });
			expect(items[0]).not.toHaveProperty('binary');
			expect(hints).toEqual([expect.stringMatching(/came without its file/)]);
		},
	);

	it('without its file is not confirmed, and nothing comes after it', async () => {
		const parameters = { confirmation: 'afterDownload', additionalFields: { limit: 5 } };
		const { items, hints } = await download({ Available: true, InvoiceId: ID, File: '' }, parameters);
		expect(items.map(({ json }) => [json.fileMissing, json.confirmed])).toEqual([[true, false]]);
		expect(hints).toEqual([expect.stringMatching(/came without its file.*not confirmed/)]);
		expect(sent('/api/confirm')).toEqual([]);
		expect(sent(path)).toHaveLength(1);
	});

	const bytes = (text: string) => Buffer.from(text, 'latin1').toString('base64');
	const document = { Available: true, InvoiceId: ID, FileName: 'a.pdf', File: base64 };
	const data = { InvoiceDetailTypePredictions: [{ TypeName: 'InvoiceId', Value: 'R-1', Score: 1 }] };
	it.each<[object, RegExp]>([
		[{ File: '%%%not base64%%%' }, /a file of 6 bytes/],
		[{ File: bytes('%PDF-1.4 ') }, /a file of 9 bytes/],
		[{ File: `"${bytes('\x00\x01 no document'.repeat(9))}` }, /a file that is no base64/],
		[{ File: `${bytes('\x00\x01 no document..'.repeat(9))}A` }, /a file that is no base64/],
		[{ File: bytes('<!DOCTYPE html><title>502 Bad Gateway</title>') }, /a web page in place of the file/],
		[{ File: bytes('\n<HTML lang="de">f\xfcr immer weg</html>') }, /a web page in place of the file/],
		[{ File: bytes('{"State":1,"Message":"Not found"}') }, /a text in place of the file/],
		[{ File: bytes('The document could not be found'), FileName: '' }, /a text in place of the file/],
		[{ Result: document, File: bytes('The document could not be found') }, /a text in place of the file/],
		[{ DetectInvoiceResponse: 'x' }, /without data/],
		[{ DetectInvoiceResponse: '{"Invoice' }, /without data/],
		[{ DetectInvoiceResponse: 7 }, /without data/],
		[{ DetectInvoiceResponse: [data, data] }, /without data/],
		[{ DetectInvoiceResponse: null, StateBeforeRelease: 'Validated' }, /without data/],
		[{ DetectInvoiceResponse: {}, StateBeforeRelease: 'AutoProcessed' }, /without data/],
		[{ DetectInvoiceResponse: ' ', StateBeforeReleased: 'validated' }, /without data/],
	])('that can not be read, as %j, says so, and is not confirmed', async (odd, flaw) => {
		const { items, hints } = await download({ ...document, ...odd }, { confirmation: 'afterDownload' });
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({
			...{ unreadableDocument: true, confirmed: false },
			message: expect.stringMatching(flaw),
		});
		expect(hints).toEqual([expect.stringMatching(flaw)]);
		expect(hints[0]).toContain('not confirmed');
		expect(sent('/api/confirm')).toEqual([]);
	});

	it('whose data are a text that nobody can read keeps them', async () => {
		const { items } = await download({ ...document, DetectInvoiceResponse: 'x' });
		expect(items[0].json.detectInvoiceResponse).toBe('x');
	});

	it.each<[object]>([
		[{ StateBeforeRelease: 'Validated', DetectInvoiceResponse: data }],
		[{ StateBeforeRelease: 'Validated', DetectInvoiceResponse: { InvoiceDetailTypePredictions: [] } }],
		[{ StateBeforeRelease: 'Validated', DetectInvoiceResponse: JSON.stringify(data) }],
		[{ StateBeforeRelease: 'Validated', DetectInvoiceResponse: JSON.stringify(JSON.stringify(data)) }],
		[{ StateBeforeRelease: 'Validated', DetectInvoiceResponse: [data] }],
		[{ StateBeforeRelease: 'Error', DetectInvoiceResponse: null, File: bytes('no PDF') }],
		[{ StateBeforeRelease: 'Deleted', DetectInvoiceResponse: {} }],
		[{ DetectInvoiceResponse: null }],
		[{ File: base64.replace(/(.{7})/g, '$1\r\n') }],
		[{ File: `data:application/pdf;base64,${base64}` }],
		[{ File: base64.replace(/=+$/, '') }],
		[{ File: `"${base64}` }],
		[{ File: bytes(`\r\n\x00 header of a mail\n${pdf}`) }],
		[{ File: bytes('\xff\xd8\xff\xe0 an image called PDF......') }],
		[{ File: bytes('\x80\x02 a kind of file that nobody knows') }],
		[{ File: bytes('<html>a page that was meant as one</html>'), FileName: 'a.html' }],
		[{ File: bytes(`GIF89a\x01\x00\x01\x00${'\x00'.repeat(25)}`), FileName: 'a.gif' }],
	])('as %j is whole', async (good) => {
		answers('/api/confirm', { State: 0 });
		const { items } = await download({ ...document, ...good }, { confirmation: 'afterDownload' });
		expect(items[0].json).not.toHaveProperty('unreadableDocument');
		expect(items[0].json.confirmed).toBe(true);
		if (JSON.stringify(good).includes('R-1')) expect(items[0].json.invoiceNumber).toBe('R-1');
	});

	it.each(['data:application/pdf;base64,', 'data:;base64,', ' DATA:image/png;name=a.png;base64,'])(
		'has its file behind "%s"',
		async (label) => {
			const { items } = await download({ Available: true, InvoiceId: ID, File: label + base64 });
			expect((await binaryContent(items[0])).toString()).toBe(pdf);
			expect(items[0].json).not.toHaveProperty('fileMissing');
		},
	);

	it.each([ID.replaceAll('-', ''), `(${ID})`, `{${ID.toUpperCase()}}`, `urn:uuid:${ID}`])(
		'called %s can be confirmed, and is known by then',
		async (InvoiceId) => {
			const { items } = await download({
				Available: true,
				InvoiceId,
				InvoiceContainerId: InvoiceId,
				...files,
			});
			expect(items[0].json).toMatchObject({ invoiceId: ID, invoiceContainerId: ID });
			answers('/api/confirm', { State: 0 });
			const { error } = await stage.run('document', 'confirm', { invoiceId: InvoiceId });
			expect(error).toBeUndefined();
			expect([...ledgers.values()][0].documents.get(ID)?.state).toBe('gone');
		},
	);

	it('names the queue when an answer got lost', async () => {
		stage.emulator.faults.add({ match: { path }, drop: 'afterWrite' });
		const { error } = await stage.run('document', 'downloadNext', settings);
		expect(error?.message).toContain('the download queue');
	});
});

describe('a refused confirm', () => {
	const confirm = async (Message: string, histories?: object[], invoiceContainerId?: string) => {
		answers('/api/confirm/invoice', { State: 1, Message });
		if (histories) answers('/api/invoiceContainer/state', { State: 0, InvoiceContainerStates: histories });
		const additionalFields = invoiceContainerId ? { invoiceContainerId } : {};
		return await stage.run(
			'document',
			'confirm',
			{ invoiceId: ID, additionalFields },
			{ settings: { onError: 'continueRegularOutput' } },
		);
	};
	const history = (id: string, ...states: string[]) => [
		{
			DocumentContainerId: CONTAINER,
			DocumentStateReports: [{ DocumentId: id, DocumentStates: states.map((State) => ({ State })) }],
		},
	];

	it.each([
		'This document is ALREADY confirmed',
		'It has already been confirmed by you',
		'Confirmed already.',
		'It has been confirmed, already',
	])('is good when it says "%s"', async (told) => {
		const { items } = await confirm(told);
		expect(items[0].json).toEqual({ invoiceId: ID, confirmed: true, alreadyConfirmed: true });
	});

	it.each([
		'It cannot be confirmed',
		'Already deleted',
		'Unconfirmed already',
		'Cannot confirm: the invoice is already locked by a user',
		'Confirmation is not possible, the document is already being edited',
		'Not confirmed: already locked',
		'To be confirmed, already locked',
		"It isn't already confirmed",
		'It cannot be already confirmed in this state',
	])('is a failure when it says "%s"', async (told) => {
		const { items } = await confirm(told);
		expect(items[0].json).toMatchObject({
			error: `BLU DELTA refused the request (State 1): ${told}`,
			details: { kind: 'rejected', status: 200, code: 'State 1' },
		});
	});

	it.each<[string, object[], boolean]>([
		['is good when the history has it confirmed', history(ID, 'Confirmed', 'Released'), true],
		['is a failure when the history has it released only', history(ID, 'Released'), false],
		['is a failure when another document is confirmed', history(CONTAINER, 'Confirmed'), false],
		['is a failure when the container is not known', [], false],
	])('%s', async (_, histories, good) => {
		const { items } = await confirm('No.', histories, CONTAINER);
		expect(items[0].json.alreadyConfirmed ?? false).toBe(good);
		expect('error' in items[0].json).toBe(!good);
	});

	it.each([
		[404, 'Confirmed', undefined],
		[409, 'Confirmed', undefined],
		[400, 'Released', { kind: 'rejected', status: 400 }],
		[404, 'Released', { kind: 'notFound', status: 404 }],
		[401, 'Confirmed', { kind: 'credential', status: 401 }],
	])(
		'with status %d is looked up too, unless it is not about the document',
		async (status, state, details) => {
			const path = '/api/confirm/invoice';
			const ResponseStatus = { Message: 'This document cannot be confirmed' };
			stage.emulator.faults.add({
				match: { path },
				status,
				body: JSON.stringify({ ResponseStatus }),
				times: 2,
			});
			const { items } = await confirm('', history(ID, state), CONTAINER);
			if (details) expect(items[0].json).toMatchObject({ details });
			else expect(items[0].json).toEqual({ invoiceId: ID, confirmed: true, alreadyConfirmed: true });
		},
	);

	it('that quotes the key or the token shows neither', async () => {
		await stage.run('document', 'count', { states: ['New'] });
		const token = [...stage.emulator.bluDelta.state.tokens.keys()].at(-1)!;
		const { apiKey } = stage.credential as { apiKey: string };
		const { items } = await confirm(`No: ${token}, ${apiKey}.`);
		expect(items[0].json.error).toBe('BLU DELTA refused the request (State 1): No: …, ….');
	});

	it('that says no and "already confirmed" is decided by the history', async () => {
		const told = 'It cannot be confirmed: it is already confirmed';
		const { items } = await confirm(told, history(ID, 'Confirmed'), CONTAINER);
		expect(items[0].json).toMatchObject({ alreadyConfirmed: true });
	});

	it('is not looked up without its container', async () => {
		await confirm('No.');
		expect(sent('/invoiceContainer/state')).toEqual([]);
	});
});

describe('a count', () => {
	const count = async (...states: string[]) => await stage.run('document', 'count', { states });
	const asked = () => sent('/api/count').map(([, query]) => (query as { state: string }).state);
	const refused = { State: 1, Message: 'Unknown state' };

	it.each([
		[{ State: 0 }, 0],
		[{ State: 0, Message: '', Count: null }, 0],
		[{ State: 0, Result: { Count: 5 } }, 5],
		[{ State: 0, Count: '7.0' }, 7],
		[{ State: 0, Total: 5 }, undefined],
		[{ State: 0, Result: { Total: 5 } }, undefined],
		[[], undefined],
	])('in %j is %p', async (body, counted) => {
		answers('/api/count', body);
		const { items, error } = await count('New');
		expect(items[0]?.json.count).toBe(counted);
		expect(error?.message ?? '').toMatch(counted === undefined ? /no number|cannot be read/ : /^$/);
		expect(sent('/api/count')).toEqual([['GET', { state: 'New' }]]);
	});

	it('with Confirmed is asked in both spellings, and tells the first refusal when both are refused', async () => {
		answers('/api/count', refused, { ...refused, Message: 'Second' });
		expect((await count('New', 'Confirmed')).error?.message).toContain('Unknown state');
		expect(asked()).toEqual(['New,Confirmed', 'New,Confirmend']);
	});

	it('without Confirmed is asked once', async () => {
		answers('/api/count', refused);
		expect((await count('New', 'Error')).error?.message).toContain('Unknown state');
		expect(asked()).toEqual(['New,Error']);
	});

	it('that fails for another reason is not asked in another spelling', async () => {
		stage.emulator.faults.add({ match: { path: '/api/count' }, status: 403, times: 9 });
		expect((await count('Confirmed')).error).toBeDefined();
		expect(new Set(asked())).toEqual(new Set(['Confirmed']));
	});
});

describe('state histories', () => {
	const ids = (count: number) =>
		Array.from({ length: count }, (_, at) => `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`);
	const states = async (containerIds: string[]) =>
		await stage.run(
			'document',
			'getStates',
			{ containerIds: '={{ $json.ids }}' },
			{ items: [{ json: { ids: containerIds } }] },
		);
	const asked = () =>
		sent('/invoiceContainer/state').map(([, query]) =>
			(query as { containerIds: string }).containerIds.split(',').map((id) => Number(id.slice(-3))),
		);

	it.each<[string, object, object]>([
		[
			'with gaps',
			{
				DocumentContainerStates: [{}],
				DocumentStateReports: [{ DocumentId: ID.toUpperCase(), DocumentStates: null }],
			},
			{ states: [], documents: [{ invoiceId: ID, states: [] }] },
		],
		[
			'with nothing in them',
			{ DocumentContainerStates: null, DocumentStateReports: null },
			{ states: [], documents: [] },
		],
		[
			'with odd types',
			{
				DocumentContainerStates: [null, 'New', { State: ' New ', Timestamp: 7 }, { State: 6 }, { State: {} }],
				DocumentStateReports: [null, 7, { DocumentId: null }, { DocumentId: ID, DocumentStates: 'New' }],
			},
			{
				...{ state: '6', states: [{ state: 'New', timestamp: '7' }, { state: '6' }] },
				documents: [{ invoiceId: ID, states: [] }],
			},
		],
		[
			'with times, the newest first',
			{
				DocumentContainerStates: [
					{ State: 'Converted', Timestamp: '2026-03-28T22:59:05Z' },
					{ State: 'New' },
				],
			},
			{
				state: 'Converted',
				states: [{ state: 'Converted', timestamp: '2026-03-28T22:59:05Z' }, { state: 'New' }],
				documents: [],
			},
		],
		[
			'that begin with the oldest state',
			{ DocumentContainerStates: [{ State: 'New' }, { State: 'Converted' }] },
			{ state: 'Converted', states: [{ state: 'New' }, { state: 'Converted' }], documents: [] },
		],
	])('%s', async (_, reported, shown) => {
		answers('/api/invoiceContainer/state', {
			State: 0,
			InvoiceContainerStates: [{ DocumentContainerId: CONTAINER.toUpperCase(), ...reported }],
		});
		const { items, error } = await states([CONTAINER]);
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ invoiceContainerId: CONTAINER, found: true, ...shown });
		expect(sent('/invoiceContainer/state')).toEqual([['GET', { containerIds: CONTAINER }]]);
	});

	it('that are not there at all are not found', async () => {
		answers('/api/invoiceContainer/state', { State: 0, InvoiceContainerStates: [] });
		expect((await states([CONTAINER])).items[0].json).toEqual({
			invoiceContainerId: CONTAINER,
			found: false,
		});
	});

	it.each([null, 'none', [null], [{ DocumentContainerId: null }], [7]])(
		'that cannot be read are not found, and say so: %j',
		async (InvoiceContainerStates) => {
			answers('/api/invoiceContainer/state', { State: 0, InvoiceContainerStates });
			expect((await states([CONTAINER])).items[0].json).toEqual({
				invoiceContainerId: CONTAINER,
				found: false,
				refusal: "Not found in BLU DELTA's answer, of which not all can be read",
			});
		},
	);

	it.each(['Unknown container', 'Container was NOT FOUND', 'It does not exist'])(
		'are asked for in halves after "%s", each id once alone at the most',
		async (Message) => {
			const refusal = { State: 1, Message };
			answers('/api/invoiceContainer/state', ...Array.from({ length: 5 }, () => refusal));
			const { items, error } = await states(ids(3));
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.found)).toEqual([false, false, false]);
			expect(asked()).toEqual([[0, 1, 2], [0, 1], [0], [1], [2]]);
		},
	);

	it('that are refused one by one say why, beside those that are not', async () => {
		const refusal = { State: 1, Message: 'Container is archived.' };
		const fine = { State: 0, InvoiceContainerStates: [{ DocumentContainerId: ids(1)[0] }] };
		answers('/api/invoiceContainer/state', refusal, fine, refusal);
		const { items, error } = await states(ids(2));
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{ invoiceContainerId: ids(2)[0], found: true, states: [], documents: [] },
			{
				invoiceContainerId: ids(2)[1],
				found: false,
				refusal: expect.stringContaining('Container is archived.'),
			},
		]);
	});

	it('are an error when all are refused, with words that speak of no container', async () => {
		const refusal = { State: 1, Message: 'Out of order' };
		answers('/api/invoiceContainer/state', ...Array.from({ length: 5 }, () => refusal));
		expect((await states(ids(3))).error?.message).toContain('Out of order');
	});
});
