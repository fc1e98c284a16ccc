import type { FastifyPluginAsync } from 'fastify';
import { actionsOf, badRequest, nothing, readControl } from '../shared/controlRequest';
import { findCustomer } from './customers';
import { findInvoice } from './invoiceRules';
import { findQuote } from './quotes';
import { shot, webhookTargets } from './notice';
import { checkoutPage, signUpPage } from './page';
import { approval, invoiceMove, payment, registration, type People } from './people';
import { Refusal } from './refusal';
import { settings } from './settings';
import type { BlueTapeState } from './state';
import type { Webhooks } from './webhooks';

/** People's actions, notices and settings of BlueTape over HTTP, under /emulator/bluetape. */
export function blueTapeControl(
	state: BlueTapeState,
	people: People,
	webhooks: Webhooks,
): FastifyPluginAsync {
	return async (app) => {
		app.setErrorHandler((error, _request, reply) =>
			error instanceof Refusal
				? reply.code(error.status).send({ error: error.reason })
				: badRequest(error, reply),
		);
		const act = actionsOf(app);

		act('/customers/:id/register', registration, (id, options) => people.register(id, options));
		act('/invoices/:id/pay', payment, async (id, options) => await people.pay(id, options));
		act('/invoices/:id/status', invoiceMove, (id, options) => people.setInvoiceStatus(id, options));
		act('/quotes/:id/approve', approval, async (id, options) => await people.approve(id, options));
		act('/quotes/:id/reject', nothing, async (id) => await people.reject(id));
		act('/quotes/:id/dismiss', nothing, (id) => people.dismiss(id));

		app.get('/webhooks', async () => ({ ...webhooks.targets, deliveries: webhooks.deliveries }));
		app.post('/webhooks', async (request) => {
			webhooks.configure(readControl(webhookTargets, request));
			return { ok: true };
		});
		app.post('/webhooks/fire', async (request) => await webhooks.fire(readControl(shot, request)));
		const show = (url: string, content: (id: string) => string) =>
			app.get<{ Querystring: { id?: string } }>(url, async (request, reply) => {
				reply.type('text/html; charset=utf-8');
				return content(request.query.id ?? '');
			});
		show('/checkout', (id) => checkoutPage(findInvoice(state, id)));
		show('/signup', (id) => signUpPage(findCustomer(state, id)));
		// Where a download leads that is a redirect (bluetape.md trap 26).
		const file = (url: string, find: (id: string) => { file?: { content: Buffer } }) =>
			app.get<{ Querystring: { id: string } }>(url, async (request, reply) => {
				reply.type('application/pdf');
				return find(request.query.id).file?.content;
			});
		file('/invoice-file', (id) => findInvoice(state, id));
		file('/quote-file', (id) => findQuote(state, id));
		app.post('/settings', async (request) =>
			Object.assign(state.settings, readControl(settings.partial(), request)),
		);
	};
}
