import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { answerItem, dryRunItem } from '../../shared/run/outputItem';
import { sendCall } from '../../shared/run/call';
import { operation, type Call } from '../../shared/table/operation';
import { inputFailure } from '../../shared/failure';
import { fileReference, optionalText } from '../../shared/field';
import { openFile, type OpenFile } from '../../shared/http/files';
import { writeAdditionalProperties } from '../detection/additionalProperties';
import { nameToUpload, supportedTypes } from '../wire/fileTypes';
import { base64Body } from '../wire/base64Body';
import { additionalProperties, propertyMap } from './additionalPropertyFields';

/** Bytes of a whole upload request, the file in it as base64 (bludelta.md 3). */
const MOST_BYTES = 100_000_000;

const megabytes = (bytes: number, round = Math.ceil) => `${(round(bytes / 1e5) / 10).toFixed(1)} MB`;

/** The name to upload under. Throws `Failed` for a type that BLU DELTA does not read. */
function uploadName(file: OpenFile, given: string | undefined): string {
	const wanted = given?.trim() || file.fileName || `document.${file.fileExtension ?? ''}`.replace(/\.$/, '');
	const name = nameToUpload(wanted, file.mimeType);
	if (name) return name;
	throw inputFailure(
		`"${wanted}" (${file.mimeType}) is of a type that BLU DELTA does not read: it takes ${supportedTypes}`,
		'Convert the document first, or correct File Name if only its extension is wrong',
	);
}

type Body = {
	fileName?: string;
	clientAccessIdentifier?: string;
	additionalProperties?: Parameters<typeof propertyMap>[0];
	name?: string;
	description?: string;
};

/** Sends one file. Everything is checked before a byte of it is encoded; it is sent once, come what may. */
async function upload(call: Call): Promise<INodeExecutionData> {
	const given = call.input.body as Body;
	const file = await openFile(call.context, call.itemIndex, call.settings.binaryPropertyName!);
	const fileName = uploadName(file, given.fileName);
	if (!file.size) throw inputFailure(`The file "${fileName}" is empty`, 'Check the node that reads the file');
	const properties = writeAdditionalProperties(propertyMap(given.additionalProperties));
	const fields: IDataObject = {
		Name: given.name ?? 'n8n',
		Description: given.description ?? '',
		FileName: fileName,
		...(given.clientAccessIdentifier && { ClientAccessIdentifier: given.clientAccessIdentifier }),
		...(properties.length && { AdditionalProperties: properties }),
	};
	const body = base64Body(fields, 'File', file);
	if (body.length > MOST_BYTES) {
		const most = Math.floor(((MOST_BYTES - (body.length - body.encodedLength)) / 4) * 3);
		throw inputFailure(
			`The file "${fileName}" is too large: ${megabytes(file.size)}; BLU DELTA takes at most ${megabytes(most, Math.floor)}`,
			'Make it smaller or split it. The limit is 100 MB for the upload as base64, which is a third larger than the file',
		);
	}
	const about = { fileName, fileSize: file.size };
	if (call.options.dryRun) {
		return dryRunItem(call, { file: about }, { body: { ...fields, File: `(${file.size} bytes as base64)` } });
	}
	const { body: answer } = await sendCall(call, {
		body: body.open,
		headers: { 'Content-Type': 'application/json', 'Content-Length': String(body.length) },
		withCredential: true,
		repeat: 'no',
		subject: `the upload of "${fileName}"`,
		whenLost:
			'Look in BLU DELTA whether the document arrived before you upload it again: every upload makes a new document',
	});
	return answerItem(call, answer, about);
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
			description: 'The client that the document is for: the last part of its identifier',
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
	execute: upload,
	read: (answer) => {
		const { InvoiceContainerId } = answer as { InvoiceContainerId?: string };
		return InvoiceContainerId ? { invoiceContainerId: InvoiceContainerId } : {};
	},
	example: {
		invoiceContainerId: '9aba5d6c-0890-eb11-a870-d0c5d372cac4',
		fileName: 'invoice.pdf',
		fileSize: 48213,
	},
});
