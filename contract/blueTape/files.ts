import { isGood, member } from '../answer';
import { documented, given, inferred, status, taken, unknown, when } from '../checks';
import { pdf as pdfOf } from '../pdf';
import type { Expectation, Question, Sending, Topic } from '../question';
import { get, post, remove } from '../sending';
import { at, refusedSaying, succeeds } from './statements';

const pdf = pdfOf('A test of the contract');
const otherPdf = pdfOf('Another test of the contract');

const bare = (path: string, body: Uint8Array<ArrayBuffer>): Sending => ({
	...post(path),
	...{ body, headers: { 'Content-Type': 'application/pdf' } },
});

function form(path: string, label?: string): Sending {
	const body = new FormData();
	body.append('file', new Blob([pdf], { type: 'application/pdf' }), 'contract-test.pdf');
	return { ...post(path), body, headers: label ? { 'Content-Type': label } : {} };
}

const uploads: Expectation[] = [
	inferred('bluetape.md C6', 'bare bytes are taken', taken),
	documented('bluetape.md C7', 'the answer is 204, or has blueTapeId', {
		'204 without a body': given(
			isGood,
			when((answer) => answer.status === 204 && answer.bytes.length === 0),
		),
		'200 with blueTapeId': given(
			isGood,
			when((answer) => typeof member(answer, 'blueTapeId') === 'string'),
		),
	}),
];

const downloads = (endpoint: string, content: Uint8Array): Expectation[] => [
	documented(endpoint, 'it is 200, or a redirect', {
		'the bytes at once': status(200),
		'a redirect': when((answer) => answer.status >= 300 && answer.status < 400),
	}),
	documented(
		'bluetape.md 4.10',
		'it is the file that was sent last',
		given(
			({ status: is }) => is === 200,
			when(({ bytes }) => bytes.equals(content)),
		),
	),
	inferred(
		endpoint,
		'its type is application/pdf',
		given(
			({ status: is }) => is === 200,
			when(({ headers }) => /^application\/pdf/.test(headers.get('content-type') ?? '')),
		),
	),
	unknown('bluetape.md trap 26', 'how the file is named', {
		'by Content-Disposition': when(({ headers }) =>
			/filename/.test(headers.get('content-disposition') ?? ''),
		),
		'not at all': () => undefined,
	}),
];

type Ends = Record<'download' | 'upload' | 'remove', string>;

/** The file of an invoice or a quote. @param ends their endpoints */
function files(kind: 'invoice' | 'quote', ends: Ends): Question[] {
	const file = (id: string) => at`/${kind}/${id}/file`;
	const missing = kind === 'invoice' ? 'Invoice not found.' : 'Quote not found.';
	const onNothing = (does: string, endpoint: string, send: (path: string) => Sending): Question => ({
		asks: `${does} of one that does not exist`,
		send: (world) => send(file(world.own('nothing'))),
		expects: refusedSaying(endpoint, 404, missing),
	});
	const stored = `file of the ${kind}`;
	const keep: Question['keep'] = (answer, world) =>
		world.learn(stored, isGood(answer) ? world.the(kind) : '');
	return [
		{
			asks: `uploads the PDF of the ${kind}, as bare bytes`,
			send: (world) => bare(file(world.the(kind)), pdf),
			keep,
			expects: uploads,
		},
		{
			asks: 'downloads it',
			send: (world) => get(file(world.the(stored))),
			expects: downloads(ends.download, pdf),
		},
		{
			asks: 'uploads another in its place',
			send: (world) => bare(file(world.the(stored)), otherPdf),
			expects: uploads,
		},
		{
			asks: 'downloads that one',
			send: (world) => get(file(world.the(stored))),
			expects: downloads(ends.download, otherPdf),
		},
		{
			asks: 'uploads it as a form',
			send: (world) => form(file(world.the(kind))),
			keep,
			expects: [inferred('bluetape.md C6', 'a form is taken', taken)],
		},
		{
			asks: 'uploads a form that is labelled as a PDF, as the samples do',
			send: (world) => form(file(world.the(kind)), 'application/pdf'),
			expects: [
				unknown('bluetape.md C6', 'what becomes of it', {
					taken,
					refused: when((answer) => answer.status >= 400),
				}),
			],
		},
		{
			asks: 'uploads what is no PDF',
			send: (world) => bare(file(world.the(kind)), new Uint8Array(Buffer.from('no PDF'))),
			expects: [inferred('bluetape.md 9.1', 'what is no PDF is refused', status(400, 415))],
		},
		{
			asks: 'removes it',
			send: (world) => remove(file(world.the(stored))),
			expects: succeeds(ends.remove, 200),
		},
		{
			asks: 'downloads what was removed',
			send: (world) => get(file(world.the(stored))),
			expects: [inferred(ends.download, 'without a file it is 404', status(404))],
		},
		onNothing('downloads the PDF', ends.download, get),
		onNothing('uploads the PDF', ends.upload, (path) => bare(path, pdf)),
		onNothing('removes the PDF', ends.remove, remove),
	];
}

export const invoiceFiles: Topic = {
	name: 'Files of invoices',
	questions: files('invoice', {
		download: 'bluetape.md #14',
		upload: 'bluetape.md #15',
		remove: 'bluetape.md #16',
	}),
};
export const quoteFiles: Topic = {
	name: 'Files of quotes',
	questions: files('quote', {
		download: 'bluetape.md #27',
		upload: 'bluetape.md #28',
		remove: 'bluetape.md #29',
	}),
};
