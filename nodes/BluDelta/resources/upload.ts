import type { INodeExecutionData } from 'n8n-workflow';
import { answerItem, dryRunItem } from '../../shared/run/outputItem';
import { sendCall } from '../../shared/run/call';
import { operation, type Call } from '../../shared/table/operation';
import { Failed, tried, type Failure } from '../../shared/failure';
import { fileReference, optionalText } from '../../shared/field';
import type { Session } from '../../shared/http/session';
import { text } from '../detection/read';
import { answerMember } from '../wire/answerMember';
import { supportedTypes } from '../wire/fileTypes';
import { additionalProperties } from './additionalPropertyFields';
import { prepare, type Prepared } from './fileToUpload';

const withoutId = (fileName: string) =>
	`BLU DELTA took "${fileName}" and told no Container ID: look there whether it arrived before you upload it again`;

/** Uploads of one run, each by what it tells of itself once it has ended well. */
const uploads = new WeakMap<Session, Array<Promise<string | undefined>>>();

/** Sends one file: once, come what may. */
async function upload(call: Call): Promise<INodeExecutionData> {
	const { about, fields, body } = call.prepared as Prepared;
	const { fileName } = about;
	if (call.options.dryRun) {
		const shown = { ...fields, File: `(${about.fileSize} bytes as base64)` };
		return dryRunItem(call, { file: about }, { body: shown });
	}
	const sending = sendCall(call, {
		body: body.open,
		headers: { 'Content-Type': 'application/json', 'Content-Length': String(body.length) },
		withCredential: true,
		repeat: 'no',
		subject: `the upload of "${fileName}"`,
		whenLost:
			'Look in BLU DELTA whether the document arrived before you upload it again: every upload makes a new document',
	}).then(({ body: answer }) => {
		const item = answerItem(call, answer, about);
		if (!item.json.invoiceContainerId) call.hint(withoutId(fileName), 'warning');
		return item;
	});
	const run = uploads.get(call.session) ?? [];
	uploads.set(call.session, run);
	const told = sending.then(({ json }) => {
		const id = json.invoiceContainerId as string | undefined;
		return `"${fileName}": ${id ?? 'without an ID'}`;
	});
	run.push(told.catch(() => undefined));
	const { value, failure } = await tried(sending);
	if (value) return value;
	throw new Failed(await withUploads(failure, run));
}

/** The failure, with the containers of the files that went out before it or beside it: they must not be sent again. */
async function withUploads(failure: Failure, run: Array<Promise<string | undefined>>): Promise<Failure> {
	const done = (await Promise.all(run)).filter(Boolean);
	if (!done.length) return failure;
	const list = `Uploaded, and not to be sent again: ${done.join(', ')}`;
	return { ...failure, advice: failure.advice ? `${failure.advice}. ${list}` : list };
}

/** bludelta.md 5.2 */
export const uploadDocument = operation({
	name: 'Upload',
	action: 'Upload document',
	description: 'Send a PDF or an image to be read. One file may hold several documents',
	effects: 'Every upload makes a new document: a file that is sent twice is read twice',
	route: 'POST /upload/invoiceContainer',
	body: {
		fileName: optionalText({
			placeholder: 'e.g. invoice.pdf',
			description: "Instead of the file's own name. Its extension tells BLU DELTA the type.",
		}),
		clientAccessIdentifier: optionalText({
			placeholder: 'e.g. Client1',
			description:
				'The client that the document is for. Of an identifier like Customer1.Client1, the last part counts. Empty means the client of the credential, where that names one.',
		}),
		additionalProperties,
		name: optionalText({ label: 'Log Name', description: 'Shown in the log of BLU DELTA' }),
		description: optionalText({ label: 'Log Description', description: 'Shown in the log of BLU DELTA' }),
	},
	settings: {
		binaryPropertyName: fileReference({
			description: `The name of the input field that holds the file: ${supportedTypes}. Or an expression that gives a file.`,
		}),
	},
	files: true,
	prepare,
	execute: upload,
	read: (answer) => {
		const id = text(answerMember(answer, 'InvoiceContainerId'));
		return id ? { invoiceContainerId: id } : {};
	},
	example: {
		invoiceContainerId: '9aba5d6c-0890-eb11-a870-d0c5d372cac4',
		fileName: 'invoice.pdf',
		fileSize: 48213,
	},
});
