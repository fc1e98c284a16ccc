import type { IDataObject } from 'n8n-workflow';
import { inputFailure } from '../../shared/failure';
import { openFile, type OpenFile } from '../../shared/http/files';
import type { Call } from '../../shared/table/operation';
import { writeAdditionalProperties } from '../detection/additionalProperties';
import { clientFor } from '../clients';
import { base64Body, type Base64Body } from '../wire/base64Body';
import { nameToUpload, plainName, supportedTypes } from '../wire/fileTypes';
import { propertyMap } from './additionalPropertyFields';
import { tellSameFile } from './sameFile';

/** Bytes of a whole upload request, the file in it as base64 (bludelta.md 3). */
const MOST_BYTES = 100_000_000;

const megabytes = (bytes: number, round = Math.ceil) => `${(round(bytes / 1e5) / 10).toFixed(1)} MB`;

/** The name to upload under. Throws `Failed` for a type that BLU DELTA does not read. */
async function uploadName(file: OpenFile, given: string | undefined): Promise<string> {
	const own = plainName(file.fileName ?? '');
	const wanted = given?.trim() || own || `document.${file.fileExtension ?? ''}`.replace(/\.$/, '');
	const name = await nameToUpload(wanted, file.mimeType, file.head);
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

/** A file that may be sent, and what is said of it. */
export interface Prepared {
	about: { fileName: string; fileSize: number };
	fields: IDataObject;
	body: Base64Body;
}

/** Reads and checks one file, for all items before the first one is sent. Throws `Failed`. */
export async function prepare(call: Call): Promise<Prepared> {
	const given = call.input.body as Body;
	const file = await openFile(call.context, call.itemIndex, call.settings.binaryPropertyName!);
	const fileName = file.size ? await uploadName(file, given.fileName) : (file.fileName ?? '');
	if (!file.size) throw inputFailure(`The file "${fileName}" is empty`, 'Check the node that reads the file');
	const properties = writeAdditionalProperties(propertyMap(given.additionalProperties));
	const client = clientFor(call.session, given.clientAccessIdentifier, call.hint);
	const fields: IDataObject = {
		Name: given.name ?? 'n8n',
		Description: given.description ?? '',
		FileName: fileName,
		...(client && { ClientAccessIdentifier: client }),
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
	tellSameFile(call, fileName, client);
	return { about: { fileName, fileSize: file.size }, fields, body };
}
