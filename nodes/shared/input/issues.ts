import { closest, distance } from '../../bundled/levenshtein';
import type { z } from '../../bundled/zod';
import { labelOf, parameterOf, shapeOf, type Field, type Shape } from '../table/notes';
import { titleCase } from '../table/title';

const MOST_SENTENCES = 5;

/** The labels on the way to the field at `path`, as the editor shows them: `Due Date`, `Lines 2 > Quantity`. */
function wayTo(path: ReadonlyArray<string | number>, shape: Shape): string {
	const labels: string[] = [];
	let fields: Shape | undefined = shape;
	for (const step of path) {
		if (typeof step === 'number') {
			labels[labels.length - 1] += ` ${step + 1}`;
			continue;
		}
		const field: Field | undefined = fields?.[step];
		labels.push(field ? labelOf(step, field) : titleCase(step));
		fields = field && shapeOf(field);
	}
	return labels.join(' > ');
}

/** A field as the editor and as the API call it: `'Due Date' (dueDate)`. */
export function fieldAt(path: ReadonlyArray<string | number>, shape: Shape): string {
	const name = [...path].reverse().find((step) => typeof step === 'string');
	return `'${wayTo(path, shape)}' (${String(name)})`;
}

function shapeAt(path: ReadonlyArray<string | number>, shape: Shape): Shape {
	return path.reduce<Shape>(
		(fields, step) => (typeof step === 'number' ? fields : (shapeOf(fields[step]) ?? {})),
		shape,
	);
}

/** The known name that was probably meant: one that begins alike (`zip`, `zipCode`), else one that is spelt alike. */
function nearestName(name: string, known: string[]): string | undefined {
	const given = name.toLowerCase();
	const longer = known.find((candidate) => candidate.toLowerCase().startsWith(given));
	const alike = closest(name, known);
	return longer ?? (distance(given, alike.toLowerCase()) <= Math.max(2, name.length / 3) ? alike : undefined);
}

function unknownName(name: string, path: ReadonlyArray<string | number>, shape: Shape): string {
	const known = Object.keys(shapeAt(path, shape));
	const nearest = nearestName(name, known);
	const where = path.length ? ` in '${wayTo(path, shape)}'` : '';
	// What stands deeper inside could be sent so only with all that is around it.
	const more = path.length ? '' : "; any other goes by the option 'Extra Fields'";
	const advice = nearest ? `did you mean '${nearest}'?` : `known are ${known.join(', ')}${more}`;
	return `unknown field '${name}'${where}: ${advice}`;
}

/** The name among `left` under which the item probably has the field at `path`, if it is missing. */
function probably(path: ReadonlyArray<string | number>, shape: Shape, left: string[]): string | undefined {
	const [key] = path;
	if (path.length !== 1 || typeof key !== 'string' || !shape[key] || !left.length) return undefined;
	const called = [key, parameterOf(key, shape[key]), labelOf(key, shape[key])];
	return called.map((one) => nearestName(one, left)).find((name) => name !== undefined);
}

/** One text for all that is wrong with an item, at most five things, each naming its field. `left`: other names that the item has. */
export function issueSentences(error: z.ZodError, shape: Shape, left: string[]): string {
	const sentences = error.issues.flatMap((issue) => {
		if (issue.code === 'unrecognized_keys')
			return issue.keys.map((key) => unknownName(key, issue.path, shape));
		const near = issue.message.startsWith('is required') ? probably(issue.path, shape, left) : undefined;
		const advice = near ? `; the item has '${near}': call it '${String(issue.path[0])}'` : '';
		return [`${fieldAt(issue.path, shape)} ${issue.message}${advice}`];
	});
	const rest = sentences.length - MOST_SENTENCES;
	const shown = sentences.slice(0, MOST_SENTENCES).join('; ');
	return rest > 0 ? `${shown}; and ${rest} more` : shown;
}
