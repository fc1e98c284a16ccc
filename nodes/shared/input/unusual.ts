import type { IDataObject } from 'n8n-workflow';
import { labelOf, notesOf, shapeOf, type Shape } from '../table/notes';

/** Words that are none of those known for a field are sent, for the vendor may have more by now. */
function unlisted(value: string, { kind, options = [] }: ReturnType<typeof notesOf>): string | undefined {
	if (kind !== 'choice') return undefined;
	// An empty one says in the editor that nothing is sent.
	const known = options.flatMap((option) => option.value || []);
	if (known.some((one) => one.toLowerCase() === value.toLowerCase())) return undefined;
	return `is sent as "${value}", which is none of the known ${known.join(', ')}`;
}

/** Tells of values that are taken, and out of the ordinary for their fields. */
export function tellUnusual(
	shape: Shape,
	values: IDataObject,
	hint: (message: string, type: 'warning') => void,
): void {
	for (const [key, value] of Object.entries(values)) {
		const notes = notesOf(shape[key]);
		const inner = shapeOf(shape[key]);
		if (inner) [value].flat().forEach((entry) => tellUnusual(inner, entry as IDataObject, hint));
		if (typeof value !== 'string') continue;
		const told = unlisted(value, notes) ?? notes.remark?.(value);
		if (told) hint(`'${labelOf(key, shape[key])}' ${told}`, 'warning');
	}
}
