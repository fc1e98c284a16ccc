import { inputFailure } from '../shared/failure';
import type { Session } from '../shared/http/session';

/** Throws `Failed` for an identifier without a client: leaving it out would open all clients. */
function clientName(identifier: string): string {
	const name = identifier.split('.').at(-1)!.trim();
	if (name) return name;
	throw inputFailure(
		`"${identifier}" names no client: nothing stands after its last dot`,
		'Write the client, such as Client1 or Customer1.Client1',
	);
}

/** Client names as the API wants them, from text with commas: the part after the last dot (bludelta.md 2). Throws `Failed`. */
export const clientNames = (given: string | undefined): string[] =>
	(given ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean)
		.map(clientName);

/** The clients whose documents the user of a session's credential works with; none means all. Throws `Failed`. */
export const ownClients = ({ credential }: Pick<Session, 'credential'>): string[] =>
	clientNames(credential?.data?.clients as string | undefined);

/** The one client that a document is for, if it is told. Throws `Failed` for several: the others would get nothing. */
function oneClient(given: string | undefined): string | undefined {
	const clients = [...new Set(clientNames(given))];
	if (clients.length < 2) return clients[0];
	throw inputFailure(
		`'Client Access Identifier' names ${clients.length} clients, and a document is for one: ${clients.join(', ')}`,
		'Name one of them, or upload the file once for each',
	);
}

/**
 * The client of an upload: the one that is told, else the only one of the credential, to whose user a document of no client would
 * never come. None of several can be chosen: `hint` is told. Where the credential lists the customer itself (bludelta.md 5.6), those
 * of no client come. Throws `Failed`.
 */
export function clientFor(
	session: Pick<Session, 'credential'>,
	given: string | undefined,
	hint: (message: string, type: 'warning') => void,
): string | undefined {
	const told = oneClient(given);
	const own = [...new Set(ownClients(session))];
	const [customer] = ((session.credential?.data?.apiIdentifier ?? '') as string).split('.');
	const isCustomer = (name: string) => name.toLowerCase() === customer.trim().toLowerCase();
	if (told || own.some(isCustomer)) return told;
	if (own.length > 1) {
		hint(
			`The credential has ${own.length} clients (${own.join(', ')}) and 'Client Access Identifier' names none: unless BLU DELTA finds ` +
				'out the client, the document belongs to none of them, and neither trigger nor Download Next gets it with this credential',
			'warning',
		);
	}
	return own.length === 1 ? own[0] : undefined;
}
