import type { Piece } from './read';
import { ids, type TypeName } from './typeIds';
import type { Box, DetailResponse, DetectionResponse } from './types';

const nowhere: Box = { X: 0, Y: 0, Width: 0, Height: 0 };
const box = ({ X, Y, Width, Height }: Box): Box => ({ X, Y, Width, Height });

/** A detail that was looked for in vain: listed, but empty (bludelta.md 6.2). */
export const unfound = (TypeName: TypeName): DetectionResponse => ({
	...{ Type: ids[TypeName], TypeName, Text: '', Value: '', Score: 0, ...nowhere, Confidence: -1 },
});

/** A single detail; unfound when there is no value. */
export function detail(TypeName: TypeName, Text: string, Value: string, where?: Piece): DetectionResponse {
	if (Value === '' || !where) return unfound(TypeName);
	return {
		...{ Type: ids[TypeName], TypeName, Text, Value, Score: 0.97 },
		...{ ...box(where), Confidence: 1 },
	};
}

/** A part of a line item or a contact (bludelta.md 6.4). */
export function part(Name: string, Text = '', Value = Text, where?: Box): DetailResponse {
	const found = Value !== '' && where !== undefined;
	return { Name, Text, Value, Score: found ? 0.95 : 0, ...(found ? box(where) : nowhere) };
}

/** The box around several. */
export function around(boxes: Box[]): Box {
	if (boxes.length === 0) return { ...nowhere };
	const X = Math.min(...boxes.map((one) => one.X));
	const Y = Math.min(...boxes.map((one) => one.Y));
	const right = Math.max(...boxes.map((one) => one.X + one.Width));
	const bottom = Math.max(...boxes.map((one) => one.Y + one.Height));
	return { X, Y, Width: right - X, Height: bottom - Y };
}
