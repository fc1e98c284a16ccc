import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { FILES } from '../http/itemFile';
import type { Call } from '../table/operation';

type Own = (name: string, value?: unknown) => boolean;

/** What an item has from this operation or not at all: a status, a link or a line of an older answer would pass for one of this answer. */
function ownFields({ example, gives = [], makes, complete }: Call['operation']): Own {
	const own = [...Object.keys(example), ...gives, 'answeredError', ...(complete ? ['derived'] : [])];
	const names = new Set(own);
	// The user may have a field of that name, to switch dry runs by.
	return (name, value) => names.has(name) || makes?.(name) === true || (name === 'dryRun' && value === true);
}

const without = <T extends object>(members: T, isOwn: Own): T =>
	Object.fromEntries(Object.entries(members).filter(([name, value]) => !isOwn(name, value))) as T;

const isEmpty = (members: object): boolean => Object.keys(members).length === 0;

/** The files that n8n keeps in an item's JSON, without this operation's own; undefined where there are none. */
function filesIn(files: IDataObject[string], isOwn: Own): IDataObject[string] {
	if (typeof files !== 'object' || files === null || Array.isArray(files)) return files;
	const others = without(files as IDataObject, isOwn);
	return isEmpty(others) ? undefined : others;
}

/** What an output item keeps of its input item: fields and files but for those that are the operation's own. */
export function kept(
	{ operation, settings }: Pick<Call, 'operation' | 'settings'>,
	{ json, binary }: INodeExecutionData,
): INodeExecutionData {
	const ownFiles = operation.filesOut?.(settings) ?? [];
	const isOwnFile: Own = (name) => ownFiles.includes(name);
	// A top-level `error` would be taken for a failure of this node.
	const { error, [FILES]: inJson, ...fields } = without(json, ownFields(operation));
	const files = filesIn(inJson, isOwnFile);
	const beside = without(binary ?? {}, isOwnFile);
	return {
		json: {
			...fields,
			...(error !== undefined && { inputError: error }),
			...(files !== undefined && { [FILES]: files }),
		},
		...(!isEmpty(beside) && { binary: beside }),
	};
}
