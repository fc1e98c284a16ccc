import type { INodeExecutionData } from 'n8n-workflow';
import { dryRunItem } from '../../shared/run/outputItem';
import { sendCall } from '../../shared/run/call';
import { operation, resource, type Call } from '../../shared/table/operation';
import { integer, optional, optionalText } from '../../shared/field';
import { clientNames, ownClients } from '../clients';
import { timeoutOf, tokenIn, tokenRequest } from '../token';

/** The validation UI stands beside the API, which lives under /api (bludelta.md 1). */
const uiAddress = (baseUrl: string) => baseUrl.replace(/\/api$/i, '');

type Body = { clients?: string; timeoutSeconds?: number; name?: string; description?: string };

async function create(call: Call): Promise<INodeExecutionData> {
	const { clients, timeoutSeconds, name, description } = call.input.body as Body;
	const seconds = timeoutOf(timeoutSeconds);
	// The credential says whose documents its user works with: a link opens no more than that unless told.
	const named = clientNames(clients);
	const names = named.length ? named : ownClients(call.session);
	const body = tokenRequest(names, seconds, name, description);
	const changed = { body, withCredential: true, repeat: 'yes' as const };
	if (call.options.dryRun) return dryRunItem(call, {}, changed);
	const accessToken = tokenIn(await sendCall(call, changed));
	const validationUrl = `${uiAddress(call.session.baseUrl)}?at=${encodeURIComponent(accessToken)}`;
	call.hint(
		'Access token and validation link are secrets: whoever has one can see and change documents',
		'warning',
	);
	return { json: { accessToken, validationUrl, timeoutSeconds: seconds } };
}

/** Access tokens to hand on; the node's own stay behind the scenes. */
export const accessToken = resource({
	name: 'Access Token',
	description: 'Opens the validation page for people',
	operations: {
		create: operation({
			name: 'Create',
			action: 'Create access token',
			description: 'Get a link to the validation page, to open or embed it without a login',
			route: 'POST /create/accesstoken',
			body: {
				clients: optionalText({
					upFront: true,
					placeholder: 'e.g. Client1, Client2',
					description:
						'Names of the clients that the token opens, with commas between them. Empty opens those of the credential, or all when it names none.',
				}),
				timeoutSeconds: optional(
					integer({
						upFront: true,
						label: 'Timeout (Seconds)',
						default: 900,
						minValue: 1,
						description: 'How long the token stays good without being used',
					}),
				),
				name: optionalText({ label: 'Log Name', description: 'Shown in the log of BLU DELTA' }),
				description: optionalText({ label: 'Log Description', description: 'Shown in the log of BLU DELTA' }),
			},
			effects: 'Token and link are secrets: whoever has one can see and change documents',
			execute: create,
			example: {
				accessToken: '00000000-0000-0000-0000-000000000000',
				validationUrl: 'https://validation.bludelta.ai?at=00000000-0000-0000-0000-000000000000',
				timeoutSeconds: 900,
			},
		}),
	},
});
