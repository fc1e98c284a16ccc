import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { z } from 'zod';
import { decode } from './base64';
import { settle } from './lifecycle';
import { partsOf } from './parts';
import { Failure, HttpRefusal } from './refusal';
import { on } from './route';
import type { BluDeltaState, Container, Entered } from './state';

const property = z
	.record(z.string())
	.refine((entry) => Object.keys(entry).length === 1, 'an entry has exactly one member');

const uploadInvoiceContainer = z
	.object({
		Name: z.string().optional(),
		Description: z.string().optional(),
		FileName: z.string().min(1),
		File: z.string(),
		ClientAccessIdentifier: z.string().optional(),
		AdditionalProperties: z.array(property).optional(),
	})
	.strict();

const listed = ['tif', 'gif', 'jpeg', 'png', 'pdf', 'bmp', 'ico'];
const common = [...listed, 'jpg', 'tiff'];

/** bludelta.md 5.2: takes a container in; when its documents are there is a matter of the setting `processing`. */
const uploadRoute = on(
	'POST /upload/invoiceContainer',
	{ access: 'either', accepts: uploadInvoiceContainer },
	async ({ state, scope, sent }) => {
		const extension = extname(sent.FileName).slice(1).toLowerCase();
		if (!(state.settings.extensions === 'listed' ? listed : common).includes(extension)) {
			throw new HttpRefusal(415, 'UnsupportedMediaType', `File type '${extension}' is not supported.`);
		}
		const client = clientFor(state, scope, sent.ClientAccessIdentifier);
		const content = decode(sent.File);
		const container = await readContainer(state, {
			...{ client, fileName: sent.FileName, content },
			additionalProperties: sent.AdditionalProperties ?? [],
		});
		state.containers.set(container.id, container);
		settle(state);
		return { InvoiceContainerId: container.id };
	},
);

/** Without a name it is the only client in reach, else the customer itself (bludelta.md 5.2). */
function clientFor(state: BluDeltaState, scope: string[], name = ''): string {
	const client = name === '' && scope.length === 1 ? scope[0] : name;
	if (client !== '' && !state.clients.includes(client))
		throw new Failure(`Unknown ClientAccessIdentifier: ${client}`);
	if (!scope.includes(client)) {
		throw new Failure(
			client === '' ? 'ClientAccessIdentifier is required.' : `No access to the client ${client}.`,
		);
	}
	return client;
}

type Incoming = Pick<Container, 'client' | 'fileName' | 'content' | 'additionalProperties'>;

/** A container of a file that has come in by whatever way, read and not yet stored. */
export async function readContainer(state: BluDeltaState, incoming: Incoming): Promise<Container> {
	const uploaded = state.clock.now();
	return {
		...incoming,
		...{ id: randomUUID(), uploaded, documentIds: [] },
		states: [{ State: 'New', Timestamp: uploaded }],
		parts: await partsOf(incoming.fileName, incoming.content, state.settings.splitInto),
	};
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** bludelta.md 5.7. Newest state first. */
const stateRoute = on(
	'GET /invoiceContainer/state',
	{ access: 'token', query: ['containerIds'] },
	({ state, scope, query }) => {
		const ids = (query.containerIds ?? '').split(',').filter((id) => id !== '');
		if (ids.length === 0) throw new Failure('ContainerIds is required.');
		if (ids.length > 100) throw new Failure('The maximum number of invoice containers is 100.');
		const bad = ids.find((id) => !guid.test(id));
		if (bad !== undefined) throw new HttpRefusal(400, 'FormatException', `'${bad}' is not a Guid.`);
		const found = ids.flatMap((id) => {
			const container = state.containers.get(id.toLowerCase());
			if (container?.archived) throw new Failure('Container is archived.');
			if (container && scope.includes(container.client)) return [container];
			if (state.settings.unknownContainers === 'omitted') return [];
			throw new Failure(`Unknown invoice container: ${id}`);
		});
		const InvoiceContainerStates = found.map((one) => history(state, one));
		return { InvoiceContainerStates, State: 0, Message: null };
	},
);

function history(state: BluDeltaState, container: Container) {
	const isOldestFirst = state.settings.stateOrder === 'oldestFirst';
	const ordered = <T>(entries: T[]): T[] => (isOldestFirst ? entries.reverse() : entries);
	return {
		DocumentContainerId: container.id,
		DocumentContainerStates: ordered(container.states.map(stamp)),
		DocumentStateReports: container.documentIds
			.map((id) => state.documents.get(id)!)
			.filter(({ unlisted }) => !unlisted)
			.map(({ id, states }) => ({
				DocumentId: id,
				DocumentStates: ordered(
					states.map((entered) => {
						const skewed = entered.State === 'New' && state.settings.timestamps === 'contradictory';
						const days = skewed ? 2 : 0;
						return stamp({
							...entered,
							Timestamp: new Date(entered.Timestamp.getTime() + days * 86_400_000),
						});
					}),
				),
			})),
	};
}

const stamp = <State>({ State, Timestamp }: Entered<State>) => ({ State, Timestamp: utc(Timestamp) });

/** ISO 8601 with two or three digits of the second's fraction, as in the samples. */
export const utc = (moment: Date) => moment.toISOString().replace(/0Z$/, 'Z');

export const containerRoutes = [uploadRoute, stateRoute];
