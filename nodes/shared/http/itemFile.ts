import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { inputFailure } from '../failure';
import { isObject } from '../values/object';

/** Where an item's JSON holds its files in workflows with `binaryMode: combined`; else they stand beside it. */
export const FILES = '_files';

/** A field that holds a file, or the file itself: what `$binary.data` or another node's item gives. */
export type FileReference = string | Partial<IBinaryData>;

type Files = Record<string, IBinaryData>;

/** Something that says of which type a file is, its content there or not, or holds content without a type. */
export const isFile = (value: unknown): value is Partial<IBinaryData> =>
	isObject(value) && (typeof value.mimeType === 'string' || typeof value.data === 'string');

/** n8n stores the content elsewhere, or it is here as base64. */
const hasContent = (file: Partial<IBinaryData>): file is IBinaryData =>
	Boolean(file.id) || typeof file.data === 'string';

/** All files of an item by name, of both of n8n's modes. */
function filesOf({ json, binary = {} }: INodeExecutionData): Files {
	const inJson = Object.entries(isObject(json[FILES]) ? json[FILES] : {});
	const files = inJson.filter((entry): entry is [string, IBinaryData] => isFile(entry[1]));
	return { ...Object.fromEntries(files), ...binary };
}

/** What stands at a path such as `_files.data` or `list[0].file`. */
const valueAt = (json: IDataObject, path: string): unknown =>
	path
		.split(/[.[\]]/)
		.filter(Boolean)
		.reduce<unknown>((at, step) => (isObject(at) || Array.isArray(at) ? own(at, step) : undefined), json);

const own = (from: object, key: string): unknown =>
	Object.hasOwn(from, key) ? (from as Record<string, unknown>)[key] : undefined;

/** The file that `reference` means. Throws `Failed` when there is none, and names those that there are. */
export function itemFile(item: INodeExecutionData, reference: FileReference): IBinaryData {
	const files = filesOf(item);
	const there = Object.keys(files);
	const advice = there.length
		? `Files of this item: ${there.join(', ')}`
		: 'This item has no file: put a node that reads or downloads one before this node';
	if (typeof reference === 'string') {
		const file = own(files, reference) ?? valueAt(item.json, reference);
		if (isFile(file) && hasContent(file)) return file;
		const none = `'Input Binary Field' names '${reference}', but the item has no file of that name`;
		throw inputFailure(none, advice);
	}
	if (hasContent(reference)) return reference;
	// `$binary` gives what is known of a file and, where n8n keeps files in memory, not the content.
	const about = Object.entries(reference);
	const alike = Object.values(files).filter((file) =>
		about.every(([key, value]) => own(file, key) === value),
	);
	if (alike.length && alike.every(({ data }) => data === alike[0].data)) return alike[0];
	throw inputFailure(
		alike.length
			? `'Input Binary Field' gives a file without its content, and the item has ${alike.length} files like it`
			: "'Input Binary Field' gives a file without its content, and the item has no file like it",
		`Enter the name of the field in place of the expression. ${advice}`,
	);
}
