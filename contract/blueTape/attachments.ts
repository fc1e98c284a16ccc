import { isGood, member } from '../answer';
import { documented, given, inferred, status, taken, unknown, when } from '../checks';
import { pdf as pdfOf } from '../pdf';
import type { Expectation, Question, Sending, Topic } from '../question';
import { get, post, remove } from '../sending';
import type { World } from '../world';
import { at, refusedAs, refusedSaying, succeeds, succeedsEmpty } from './statements';

const pdf = pdfOf('A test of the contract');
const otherPdf = pdfOf('Another test of the contract');

type Kind = 'invoice' | 'quote';
type Ends = Record<'link' | 'unlink' | 'download' | 'upload' | 'remove', string>;

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
	documented('bluetape.md C6', 'bare bytes are taken', taken),
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

/** The file of an invoice or a quote, and its project. @param ends numbers of the endpoints */
function attachments(kind: Kind, ends: Ends): Question[] {
	const found = (end: string) =>
		(end === 'project' ? `${kind} not exists.` : `${kind} not found.`).replace(/^\w/, (first) =>
			first.toUpperCase(),
		);
	const file = (id: string) => at`/${kind}/${id}/file`;
	const linked = (id: string, projectId: string) => at`/${kind}/${id}/project/${projectId}`;
	const own = (world: World) => linked(world.the(kind), world.the('project'));
	return [
		{
			asks: `uploads the PDF of the ${kind}, as bare bytes`,
			send: (world) => bare(file(world.the(kind)), pdf),
			expects: uploads,
		},
		{
			asks: 'downloads it',
			send: (world) => get(file(world.the(kind))),
			expects: downloads(ends.download, pdf),
		},
		{
			asks: 'uploads another in its place',
			send: (world) => bare(file(world.the(kind)), otherPdf),
			expects: uploads,
		},
		{
			asks: 'downloads that one',
			send: (world) => get(file(world.the(kind))),
			expects: downloads(ends.download, otherPdf),
		},
		{
			asks: 'uploads it as a form',
			send: (world) => form(file(world.the(kind))),
			expects: [documented('bluetape.md C6', 'a form is taken', taken)],
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
			send: (world) => remove(file(world.the(kind))),
			expects: succeeds(ends.remove, 200),
		},
		{
			asks: 'downloads what was removed',
			send: (world) => get(file(world.the(kind))),
			expects: [inferred(ends.download, 'without a file it is 404', status(404))],
		},
		{
			asks: `links the ${kind} to the project`,
			send: (world) => post(own(world), {}),
			expects: succeedsEmpty(ends.link, 201),
		},
		{
			asks: 'links it again',
			send: (world) => post(own(world), {}),
			expects:
				kind === 'invoice'
					? refusedAs('invoice_already_linked_to_project', 409)
					: [unknown('bluetape.md #25', 'what a repeat gives')],
		},
		{
			asks: 'unlinks it',
			send: (world) => remove(own(world)),
			expects: succeedsEmpty(ends.unlink, 200),
		},
		{
			asks: 'links a project that does not exist',
			send: (world) => post(linked(world.the(kind), world.own('nothing')), {}),
			expects: refusedAs('project_does_not_exist', 404),
		},
		...(
			[
				[
					'links',
					ends.link,
					'project',
					(world) => post(linked(world.own('nothing'), world.the('project')), {}),
				],
				[
					'unlinks',
					ends.unlink,
					'project',
					(world) => remove(linked(world.own('nothing'), world.the('project'))),
				],
				['downloads the PDF of', ends.download, 'file', (world) => get(file(world.own('nothing')))],
				['uploads the PDF of', ends.upload, 'file', (world) => bare(file(world.own('nothing')), pdf)],
				['removes the PDF of', ends.remove, 'file', (world) => remove(file(world.own('nothing')))],
			] satisfies Array<[string, string, string, Question['send']]>
		).map(([does, endpoint, end, send]): Question => ({
			asks: `${does} one that does not exist`,
			send,
			expects: refusedSaying(endpoint, 404, found(end)),
		})),
	];
}

export const invoiceFiles: Topic = {
	name: 'Files and projects of invoices',
	questions: attachments('invoice', {
		link: 'bluetape.md #12',
		unlink: 'bluetape.md #13',
		download: 'bluetape.md #14',
		upload: 'bluetape.md #15',
		remove: 'bluetape.md #16',
	}),
};
export const quoteFiles: Topic = {
	name: 'Files and projects of quotes',
	questions: attachments('quote', {
		link: 'bluetape.md #25',
		unlink: 'bluetape.md #26',
		download: 'bluetape.md #27',
		upload: 'bluetape.md #28',
		remove: 'bluetape.md #29',
	}),
};
