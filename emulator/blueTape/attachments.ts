import { z } from 'zod';
import type { Body } from '../shared/bodies';
import { findProject } from './projects';
import { refuseBy, type Refusal } from './refusal';
import { on, type Route } from './route';
import type { BlueTapeState, Invoice, Quote } from './state';

const nothing = z.object({}).strict();

interface Kind {
	name: 'invoice' | 'quote';
	/** @param missing the sentence of the vendor's sample for this operation */
	find(state: BlueTapeState, id: string, missing?: string): Invoice | Quote;
	number(document: Invoice | Quote): string;
	alreadyLinked(): Refusal;
}

/** The PDF in an upload: bare bytes, or the part `file` of a form (bluetape.md C6), as far as both are taken. */
function readPdf({ settings }: BlueTapeState, body: Body): { content: Buffer; fileName?: string } {
	const type = 'contentType' in body ? body.contentType.split(';')[0].trim().toLowerCase() : '';
	let upload: { content: Buffer; fileName?: string };
	const form = body.kind === 'form' ? 'form' : 'bytes';
	if (body.kind === 'none') throw refuseBy(400, 'The request has no body.');
	else if (![form, 'both'].includes(settings.uploadForms)) throw refuseBy(415, 'Unsupported Media Type');
	else if (body.kind === 'form') {
		const part = body.parts.find(({ name }) => name === 'file');
		if (!part) throw refuseBy(400, 'The form has no field "file".');
		if (part.contentType !== 'application/pdf') {
			throw refuseBy(415, `The part "file" is ${part.contentType}, not application/pdf.`);
		}
		upload = part;
	} else if (body.kind === 'binary' && type === 'application/pdf') {
		if (body.content.subarray(0, 2).toString('latin1') === '--') {
			throw refuseBy(400, 'A multipart body must not be labelled application/pdf.');
		}
		upload = body;
	} else if (type === 'multipart/form-data') throw refuseBy(400, 'The form cannot be read.');
	else throw refuseBy(415, 'Use Content-Type: application/pdf.');
	if (upload.content.subarray(0, 5).toString('latin1') !== '%PDF-') {
		throw refuseBy(415, 'The file is not a PDF.');
	}
	return upload;
}

/** Project links and the file, which invoices and quotes have alike. */
export function attachmentRoutes({ name, find, number, alreadyLinked }: Kind): Route[] {
	const path = `/integration/${name}/:id`;
	const missing = name === 'invoice' ? 'Invoice not exists.' : 'Quote not exists.';
	return [
		on(
			`POST ${path}/project/:projectId`,
			{ accepts: nothing, bodyOptional: true },
			({ state, id, projectId }) => {
				const document = find(state, id, missing);
				findProject(state, projectId);
				if (document.projectId !== undefined) throw alreadyLinked();
				document.projectId = projectId;
				return { status: 201, body: {} };
			},
		),
		on(`DELETE ${path}/project/:projectId`, {}, ({ state, id, projectId }) => {
			const document = find(state, id, missing);
			findProject(state, projectId);
			if (document.projectId !== projectId) throw refuseBy(404, `The ${name} is not linked to this project.`);
			delete document.projectId;
			return { status: 200, body: {} };
		}),
		on(`GET ${path}/file`, {}, ({ state, id }) => {
			const { file } = find(state, id);
			if (!file) throw refuseBy(404, 'File not found.');
			const { downloads, fileNames } = state.settings;
			const location = `${state.origin}/emulator/bluetape/${name}-file?id=${encodeURIComponent(id)}`;
			if (downloads === 'redirect') return { status: 302, headers: { location } };
			const fileName = encodeURIComponent(file.fileName);
			const named: Record<string, string> = {
				'content-disposition': `attachment; filename*=UTF-8''${fileName}`,
			};
			return { status: 200, body: file.content, headers: fileNames === 'none' ? {} : named };
		}),
		on(`POST ${path}/file`, { accepts: 'upload' }, ({ state, id, body }) => {
			const document = find(state, id);
			const { content, fileName } = readPdf(state, body);
			document.file = { content, fileName: fileName || `${number(document).replace(/[\\/]/g, '-')}.pdf` };
			return state.settings.uploadAnswer === 'none'
				? { status: 204 }
				: { status: 200, body: { blueTapeId: document.blueTapeId } };
		}),
		on(`DELETE ${path}/file`, {}, ({ state, id }) => {
			const document = find(state, id);
			if (!document.file) throw refuseBy(404, 'File not found.');
			delete document.file;
			return { status: 200, body: { blueTapeId: document.blueTapeId } };
		}),
	];
}
