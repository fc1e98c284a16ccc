import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { answerItem, dryRunItem } from '../shared/run/outputItem';
import { outgoing, sendCall } from '../shared/run/call';
import { Failed } from '../shared/failure';
import type { Call, Operation } from '../shared/table/operation';
import { refused } from '../shared/http/requestFailure';
import { filled } from '../shared/table/route';
import type { Answer } from '../shared/http/request';
import { notesOf } from '../shared/table/notes';
import { alreadyExists, symbolOf } from './refusal';

/** Is this about the record itself, and not about one that it refers to? */
const isMissing = ({ status, body }: Answer): boolean => status === 404 && symbolOf(body) === undefined;

/**
 * "Create or Update" from the two operations: POST, and PUT when the record is there already. Only the refusal
 * `existsCode` (or a 409 without a code) leads to the PUT: other conflicts are about other records.
 * Fields that an update can't carry are left out of the PUT and told in a hint.
 */
export function upsert(create: Operation, update: Operation, existsCode?: string): Operation {
	const [idName] = Object.keys(update.path);
	const execute = async (call: Call): Promise<INodeExecutionData> => {
		const { id, ...fields } = call.input.body as IDataObject & { id: string };
		const known = Object.entries(fields).filter(([key]) => Object.hasOwn(update.body!, key));
		const changes: IDataObject = Object.fromEntries(known);
		const put = { ...filled(update.route, { [idName]: id }), body: changes };
		if (call.options.dryRun)
			return dryRunItem(call, { whenItExists: { ...put, url: call.session.baseUrl + put.path } });
		const answer = await sendCall(call, { accept: (refusal) => alreadyExists(refusal, existsCode) });
		if (answer.status !== 409) return answerItem(call, answer.body, { created: true });
		const { body, status } = await sendCall(call, { ...put, accept: isMissing });
		// There is nothing to update, so the conflict was about another record: the one with this phone, for example.
		if (status === 404) throw new Failed(refused(call.session, outgoing(call), answer, true));
		const left = Object.keys(fields).filter((key) => !(key in changes));
		if (left.length)
			call.hint(`Updated; an update can't change ${left.join(', ')}, so that was left out`, 'warning');
		return answerItem(call, body, { created: false });
	};
	return {
		...create,
		name: 'Create or Update',
		action: create.action.replace('Create', 'Create or update'),
		description: `Create a new record, or update the current one if it already exists (upsert)`,
		execute,
		example: { ...create.example, created: true, [notesOf(create.body!.id).parameter!]: 'INV-1001' },
	};
}
