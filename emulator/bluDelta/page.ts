import { button, code, html, page, table, type Html } from '../shared/page';
import { isOpen, openByToken } from './access';
import { overview } from './control';
import type { People } from './people';
import { prefix } from './plugin';
import { clientOf, current, type BluDeltaDocument, type BluDeltaState } from './state';

const control = '/emulator/bludelta';

function buttons(document: BluDeltaDocument): Html[] {
	const act = (label: string, action: string) =>
		button(label, `${control}/documents/${document.id}/${action}`);
	const tired = document.attempts > 0 && current(document) === 'Downloaded';
	switch (current(document)) {
		case 'NeedForAction':
			return [act('Validate', 'validate'), act('Mark as error', 'error'), act('Delete', 'delete')];
		case 'Error':
			return [act('Validate', 'validate'), act('Release', 'release'), act('Delete', 'delete')];
		case 'Deleted':
			return [act('Release', 'release')];
		default:
			return tired ? [act('Forget downloads', 'reset-attempts')] : [];
	}
}

function documentTable(state: BluDeltaState, title: string, documents: BluDeltaDocument[]): Html {
	const rows = documents.map((document) => {
		const { fileName, client, invoiceId, sender, total, attempts } = overview(state, document);
		const place = state.queue.indexOf(document.id);
		return [
			...[code(document.id), fileName, client, invoiceId, sender, total],
			...[current(document), attempts, place === -1 ? '' : place + 1, buttons(document)],
		];
	});
	const columns = ['Id', 'File', 'Client', 'Invoice', 'Sender', 'Total', 'State', 'Downloads', 'Queue', ''];
	return table(title, columns, rows);
}

/** BLU DELTA's part of the status page. */
export function bluDeltaSections(state: BluDeltaState, people: People): Html[] {
	const documents = people.documents();
	const waiting = [...state.containers.values()].filter(({ states }) => states[0].State === 'New');
	const { autoValidate, autoprocess } = state.settings;
	const byHand = autoValidate === 'manual' && !autoprocess;
	return [
		table(
			'BLU DELTA',
			['Credential field', 'Value'],
			[
				['Base URL', code(state.origin + prefix)],
				['API Key', code(state.apiKey)],
				['API Identifier', code(state.apiIdentifier)],
				['Clients', code(state.clients.join(','))],
			],
		),
		html`<p>
			${
				byHand
					? button('From now on, documents go by themselves', `${control}/settings`, {
							...{ autoValidate: 'immediately', autoprocess: true },
						})
					: button('From now on, people validate every document', `${control}/settings`, {
							...{ autoValidate: 'manual', autoprocess: false },
						})
			}
		</p>`,
		documentTable(state, 'Documents', documents),
		table(
			'Files that wait to be split',
			['Id', 'File', 'Client', ''],
			waiting.map(({ id, fileName, client }) => [
				...[code(id), fileName, client],
				[1, 2].map((into) => button(`Split into ${into}`, `${control}/containers/${id}/split`, { into })),
			]),
		),
		table(
			'Master data',
			['Type', 'File', 'Rows'],
			[...state.resources].map(([type, { fileName, rows }]) => [type, fileName, rows.length]),
		),
	];
}

/** The validation view behind `?at=<access token>` (bludelta.md 1). Opening it counts as a use of the token. */
export function validationPage(state: BluDeltaState, people: People, token: string): string {
	if (!isOpen(state, token))
		return page('Validation', html`<p>Please log in: the access token is not valid.</p>`);
	const scope = openByToken(state, { 'x-accesstoken': token });
	const waiting = people
		.documents()
		.filter((one) => ['NeedForAction', 'Error'].includes(current(one)))
		.filter((one) => scope.includes(clientOf(state, one)));
	return page('Validation', documentTable(state, 'Documents that need action', waiting));
}
