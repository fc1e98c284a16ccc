import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { answerItem, dryRunItem } from '../shared/run/outputItem';
import { outgoing, sendCall } from '../shared/run/call';
import { Failed, tried, type Failure } from '../shared/failure';
import { ownTry } from '../shared/http/earlierTry';
import type { Call, Operation } from '../shared/table/operation';
import { refused } from '../shared/http/requestFailure';
import { filled } from '../shared/table/route';
import type { Answer } from '../shared/http/request';
import { hasAdvice, isAboutAnother, isMissing, isSilent, isThere } from './refusal';
import { symbolOf } from './symbol';

/** What is to be minded about an update (bluetape.md 4.4). */
export const REPLACES = 'BlueTape replaces the whole record: fill in all of it, not only what changes';
/** The same for what has lines. */
export const REPLACES_LINES = REPLACES.replace('all of it', 'all of it, lines too');
const REPLACED = 'A record that exists is replaced as a whole: fill in all of it';

/** Whether a PUT without lines drops those that are there, BlueTape does not say (bluetape.md 4). Lines that are sent empty are meant so. */
export function tellMissingLines(body: IDataObject, hint: Call['hint']): void {
	if (body.lines !== undefined) return;
	hint(
		'No lines were given: an update replaces the record, so BlueTape may drop the lines that it has, or keep them beside a total that is not theirs',
		'warning',
	);
}

/** What to do about a conflict where an update found nothing. "It exists already, use Update" would lead in a circle. */
const ABOUT_ANOTHER =
	'It is about another record, for there is none with this ID to update. Look in BlueTape which record it is';

/** The same where the update was answered by a conflict without a word. */
const ABOUT_EITHER =
	'The update was refused, too, without a reason: look up in BlueTape whether there is a record with this ID whose state forbids changes, or another one that has what this one must have for itself';

const MAYBE_CREATED =
	'created is false, but an earlier try of this run failed on its way and may have made the record just before: look it up if that matters';

/** How one kind of record is created or updated. */
interface Rules {
	/** What a new record has where the item says nothing. */
	ofNew?: IDataObject;
	/** What is read of an existing record before it is changed, and what a dry run shows of that. */
	keep?: {
		changes: (call: Call, id: string, changes: IDataObject) => Promise<IDataObject>;
		shown: (call: Call, id: string, changes: IDataObject) => IDataObject;
	};
}

/**
 * "Create or Update" from the two operations: POST, and PUT when the record is there already. Every 409 leads to the
 * PUT but those that are known to be about another record, and so does any refusal that says that it exists.
 * Fields that an update can't carry are left out of the PUT and told in a hint.
 */
export function upsert(create: Operation, update: Operation, { ofNew, keep }: Rules = {}): Operation {
	const [idName] = Object.keys(update.path);
	const record = idName.slice(0, -'Id'.length);
	const hasLines = 'lines' in update.body!;
	const replaced = hasLines ? `${REPLACED}, lines too` : REPLACED;
	const execute = async (call: Call): Promise<INodeExecutionData> => {
		const { id, ...fields } = call.input.body as IDataObject & { id: string };
		const post = { body: { ...ofNew, ...call.input.body, ...call.input.extra } };
		const known = Object.entries(fields).filter(([key]) => Object.hasOwn(update.body!, key));
		const changes: IDataObject = { ...Object.fromEntries(known), ...call.input.extra };
		const put = filled(update.route, { [idName]: id });
		const tellLines = () => hasLines && tellMissingLines(changes, call.hint);
		if (call.options.dryRun) {
			tellLines();
			const url = call.session.baseUrl + put.path;
			const first = keep?.shown(call, id, changes);
			return dryRunItem(call, { whenItExists: { ...put, url, body: changes, ...first } }, post);
		}
		const answer = await sendCall(call, { ...post, accept: (refusal) => isThere(refusal, record) });
		if (!isThere(answer, record)) return answerItem(call, answer.body, { created: true });
		const maybeOwn = call.maybeDone || answer.maybeDone;
		const failed = (failure: Failure) =>
			new Failed(maybeOwn ? ownTry({ ...failure, maybeDone: true }) : failure);
		// Where there is nothing to update, the conflict was about another record: the one with this phone, for example.
		const conflict = (advice = ABOUT_ANOTHER) => {
			const failure = refused(call.session, outgoing(call), answer, true);
			return new Failed({ ...failure, ...(!hasAdvice(failure.code) && { advice }) });
		};
		// Unless BlueTape has said in so many words that it is this record that is there.
		const isSure = symbolOf(answer.body) === `${record}_already_exist`;
		const kept = await tried(keep ? keep.changes(call, id, changes) : Promise.resolve(changes));
		if (kept.failure) {
			const { kind, code } = kept.failure;
			const isGone =
				code === `${record}_does_not_exist` || (kind === 'notFound' && !isAboutAnother({ code }, record));
			throw isGone && !isSure ? conflict() : failed(kept.failure);
		}
		// Or has told its status.
		const isKnown = isSure || kept.value !== changes;
		const accept = (refusal: Answer) => !isKnown && (isMissing(refusal, record) || isSilent(refusal));
		const { value: replaced, failure } = await tried(sendCall(call, { ...put, body: kept.value, accept }));
		if (failure) throw failed(failure);
		if (accept(replaced)) throw conflict(isSilent(replaced) ? ABOUT_EITHER : undefined);
		if (maybeOwn) call.hint(MAYBE_CREATED);
		tellLines();
		const left = Object.keys(fields).filter((key) => !(key in changes));
		if (left.length)
			call.hint(`Updated; an update can't change ${left.join(', ')}, so that was left out`, 'warning');
		return answerItem(call, replaced.body, { created: false });
	};
	return {
		...create,
		name: 'Create or Update',
		action: create.action.replace('Create', 'Create or update'),
		description: `Create a new record, or update the current one if it already exists (upsert)`,
		effects: create.effects ? `${create.effects}. ${replaced}` : replaced,
		replaces: true,
		execute,
		example: { ...create.example, created: true },
	};
}
