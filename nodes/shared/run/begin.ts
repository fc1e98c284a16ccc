import type { IExecuteFunctions } from 'n8n-workflow';
import { inputFailure } from '../failure';
import { openSession, type Session, type Vendor } from '../http/session';
import type { Operation, Resource } from '../table/operation';

/** n8n puts this entry into the lists by itself, for every node whose credential it could use. */
const CUSTOM = '__CUSTOM_API_CALL__';

function chosen<T>(among: Record<string, T>, what: string, value: unknown, vendor: Vendor): T {
	if (typeof value === 'string' && Object.hasOwn(among, value)) return among[value];
	if (value === CUSTOM) {
		throw inputFailure(
			"'Custom API Call' is an entry of n8n's own, which this node can't run",
			`Use the HTTP Request node: Authentication → Predefined Credential Type → ${vendor.name} API`,
		);
	}
	const known = Object.keys(among).join(', ');
	throw inputFailure(`'${what}' is "${String(value)}", which this node does not have; it has ${known}`);
}

/** What a whole run goes by. */
export interface Begun {
	operation: Operation;
	session: Session;
	/** Name of the operation that makes the same records and takes those that are there: Create or Update beside Create. */
	repeatable?: string;
}

/** The settings of a run. Throws whatever is wrong with them: it is wrong for every item. */
export async function begin(
	context: IExecuteFunctions,
	resources: Record<string, Resource>,
	vendor: Vendor,
	stopped: () => boolean,
): Promise<Begun> {
	const resource = chosen(resources, 'Resource', context.getNodeParameter('resource', 0), vendor);
	const wanted = context.getNodeParameter('operation', 0);
	const operation = chosen(resource.operations, 'Operation', wanted, vendor);
	const session = await openSession(context, vendor, {
		signal: context.getExecutionCancelSignal(),
		requests: operation.route !== '',
	});
	const repeatable = Object.values(resource.operations).find(
		({ replaces, route }) => replaces && !operation.replaces && route === operation.route,
	);
	return { operation, session: { ...session, stopped }, repeatable: repeatable?.name };
}
