import { z } from 'zod';
import { utc } from './containers';
import { upTo } from './detection/limit';
import { inReading } from './detection/readings';
import { move } from './lifecycle';
import { resultPdf } from './parts';
import { Failure, HttpRefusal } from './refusal';
import { on, type Call } from './route';
import type { BluDeltaDocument, BluDeltaState } from './state';
import { clientOf } from './state';
import { propertiesOf } from './properties';

const allowed = 3;

/** The next document in the caller's reach, counted as a download and moved to the end (bludelta.md 5.3). */
function take(state: BluDeltaState, scope: string[]): BluDeltaDocument | undefined {
	const id = state.queue.find((one) => scope.includes(clientOf(state, state.documents.get(one)!)));
	if (id === undefined) return undefined;
	const document = state.documents.get(id)!;
	const isRefused = document.attempts >= allowed;
	if (!isRefused || state.settings.refusedBlocks === 'document') {
		state.queue = [...state.queue.filter((one) => one !== id), id];
	}
	if (isRefused) {
		const message = `The invoice ${id} was downloaded more than three times without a confirmation.`;
		throw new HttpRefusal(429, 'TooManyRequests', message);
	}
	document.attempts++;
	move(document, 'Downloaded', state.clock.now());
	return document;
}

const hasNoResult = ({ stateBeforeRelease }: BluDeltaDocument) =>
	stateBeforeRelease === 'Error' || stateBeforeRelease === 'Deleted';

/** `DetectInvoiceResponse` as a member, or no member at all. */
function detectionMember(state: BluDeltaState, document: BluDeltaDocument, version: 'v1' | 'v2'): object {
	const { emptyDetection, v2Details } = state.settings;
	const limit = version === 'v1' ? 2 ** 30 : v2Details === 'all' ? Infinity : 2 ** 46;
	if (document.detection && !hasNoResult(document))
		return { DetectInvoiceResponse: inReading(state.settings, upTo(limit, document.detection)) };
	if (emptyDetection === 'omitted') return {};
	return { DetectInvoiceResponse: emptyDetection === 'null' ? null : {} };
}

/** The members of a download, as an empty queue may have them. */
const nothing = Object.fromEntries(
	['InvoiceId', 'InvoiceContainerId', 'UploadedTimestamp', 'FileName', 'File', 'DetectInvoiceResponse'].map(
		(name) => [name, null],
	),
);

async function download({ state, scope, query }: Call<undefined>, version: 'v1' | 'v2'): Promise<object> {
	const { includeResultPdf = 'false' } = query;
	if (!/^(true|false)$/i.test(includeResultPdf)) {
		throw new HttpRefusal(400, 'FormatException', `includeResultPdf: '${includeResultPdf}' is no Boolean.`);
	}
	const document = take(state, scope);
	if (!document)
		return state.settings.emptyQueue === 'null' ? { Available: false, ...nothing } : { Available: false };
	const container = state.containers.get(document.containerId)!;
	const wantsPdf = includeResultPdf.toLowerCase() === 'true';
	const pdf = wantsPdf ? await resultPdf(container.fileName, document.content) : undefined;
	return {
		Available: true,
		InvoiceId: document.id,
		InvoiceContainerId: container.id,
		UploadedTimestamp: utc(container.uploaded),
		ClientAccessIdentifier: container.client,
		FileName: container.fileName,
		File: document.content.toString('base64'),
		ResultPdf: pdf?.toString('base64') ?? null,
		AdditionalProperties: propertiesOf(state, container, document),
		[state.settings.stateField]: document.stateBeforeRelease,
		...detectionMember(state, document, version),
	};
}

const options = { access: 'token' as const, query: ['includeResultPdf'] };
const downloadRoutes = [
	on('GET /download/invoice/next', options, async (call) => await download(call, 'v1')),
	on('GET /v2/download/invoice/next', options, async (call) => await download(call, 'v2')),
];

/** Nobody has seen this answer (bludelta.md 10). */
function confirmedAgain({ settings }: BluDeltaState, id: string): object {
	if (settings.confirmedAgain === 'done') return {};
	const message = `The invoice ${id} is confirmed already.`;
	throw settings.confirmedAgain === '404' ? new HttpRefusal(404, 'NotFound', message) : new Failure(message);
}

/** bludelta.md 4, 5 and 5.7: the vendor's sample goes from Released to Confirmed without a download, so that is let pass. */
const confirmRoute = on(
	'POST /confirm/invoice',
	{ access: 'token', accepts: z.object({ InvoiceId: z.string().uuid() }).strict() },
	({ state, scope, sent: { InvoiceId } }) => {
		const document = state.documents.get(InvoiceId.toLowerCase());
		if (!document || !scope.includes(clientOf(state, document)))
			throw new Failure(`Unknown invoice: ${InvoiceId}`);
		if (document.states[0].State === 'Confirmed') return confirmedAgain(state, InvoiceId);
		if (state.settings.confirms === 'refused') throw new Failure(`The invoice ${InvoiceId} is locked.`);
		if (!state.queue.includes(document.id)) throw new Failure(`The invoice ${InvoiceId} is not released.`);
		move(document, 'Confirmed', state.clock.now());
		state.queue = state.queue.filter((id) => id !== document.id);
		return {};
	},
);

export const queueRoutes = [...downloadRoutes, confirmRoute];
