import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { actionsOf, badRequest, nothing, readControl } from '../shared/controlRequest';
import type { People } from './people';
import { settings } from './settings';
import { clientOf, current, type BluDeltaDocument, type BluDeltaState } from './state';

const corrections = z.object({ corrections: z.record(z.string()).optional() }).strict();
const moving = z.object({ client: z.string() }).strict();
const splitting = z.object({ into: settings.shape.splitInto.optional() }).strict();

/** People's actions and settings of BLU DELTA over HTTP, under /emulator/bludelta. A bad request gets 400. */
export function bluDeltaControl(state: BluDeltaState, people: People): FastifyPluginAsync {
	return async (app) => {
		app.setErrorHandler((error, _request, reply) => badRequest(error, reply));
		app.addHook('preHandler', async () => await state.seeding);
		const act = actionsOf(app);
		const document = (action: (id: string) => BluDeltaDocument) => (id: string) =>
			overview(state, action(id));

		app.get('/documents', async () => people.documents().map((one) => overview(state, one)));
		act('/documents/:id/validate', corrections, (id, options) =>
			overview(state, people.validate(id, options.corrections)),
		);
		act(
			'/documents/:id/error',
			nothing,
			document((id) => people.markError(id)),
		);
		act(
			'/documents/:id/delete',
			nothing,
			document((id) => people.delete(id)),
		);
		act(
			'/documents/:id/release',
			nothing,
			document((id) => people.release(id)),
		);
		act(
			'/documents/:id/reset-attempts',
			nothing,
			document((id) => people.resetAttempts(id)),
		);
		act(
			'/documents/:id/withdraw',
			nothing,
			document((id) => people.withdraw(id)),
		);
		act('/documents/:id/move', moving, (id, { client }) => overview(state, people.move(id, client)));
		act(
			'/documents/:id/archive',
			nothing,
			document((id) => people.archive(id)),
		);
		act(
			'/documents/:id/unlist',
			nothing,
			document((id) => people.unlist(id)),
		);
		act('/containers/:id/split', splitting, async (id, { into }) => {
			const { documentIds } = await people.split(id, into);
			return { documentIds };
		});
		app.get('/settings', async () => state.settings);
		app.post('/settings', async (request) =>
			Object.assign(state.settings, readControl(settings.partial(), request)),
		);
	};
}

/** A document for people and scripts. */
export function overview(state: BluDeltaState, document: BluDeltaDocument) {
	const { id, containerId, states, attempts, stateBeforeRelease, detection } = document;
	const found = (name: string) =>
		detection?.InvoiceDetailTypePredictions.find(({ TypeName }) => TypeName === name)?.Value ?? '';
	return {
		...{ id, containerId, state: current(document), stateBeforeRelease, attempts },
		client: clientOf(state, document),
		fileName: state.containers.get(containerId)?.fileName,
		invoiceId: found('InvoiceId'),
		sender: found('Sender'),
		total: `${found('GrandTotalAmount')} ${found('InvoiceCurrency')}`.trim(),
		states,
	};
}
