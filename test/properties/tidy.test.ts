import * as fc from 'fast-check';
import { resources } from '../../nodes/BlueTape/resources';
import { notesOf, shapeOf } from '../../nodes/shared/table/notes';
import { tidy, type Tidying } from '../../nodes/shared/input/tidy';
import { bodiesOf } from './bodies';
import { check, copyOf } from './runs';

const shape = resources.invoice.operations.createSimplified.body!;
const how = (changed: Partial<Tidying> = {}): Tidying => ({
	timeZone: 'America/New_York',
	keepEmpty: false,
	from: 'item',
	...changed,
});
const good = bodiesOf(shape).map(({ given }) => given as Record<string, unknown>);
const unfilled = fc.constantFrom<unknown>('', null, undefined, [], {});
const names = [...Object.keys(shape), 'lines', 'projectDetails', 'unknown'];
/** Bodies as they come out of workflows: some members good, some unfilled, some odd, some unknown. */
const raw = fc
	.tuple(
		good,
		fc.dictionary(fc.constantFrom(...names), fc.oneof(unfilled, fc.jsonValue().map(copyOf)), {
			noNullPrototype: true,
		}),
	)
	.map(([body, more]) => ({ ...body, ...more }));

/** Every value inside, with the path that leads there. */
function* inside(value: unknown, path = ''): Generator<[string, unknown]> {
	yield [path, value];
	if (typeof value !== 'object' || value === null) return;
	for (const [key, member] of Object.entries(value)) yield* inside(member, `${path}.${key}`);
}

describe('tidying', () => {
	it('leaves a good body as it is, but for places in time', () =>
		check(
			100,
			fc.property(good, (body) => {
				expect(tidy(shape, body, how())).toEqual(body);
			}),
		));

	it('a second time changes nothing, and what came in stays untouched', () =>
		check(
			200,
			fc.property(raw, fc.boolean(), (body, keepEmpty) => {
				const before = copyOf(body);
				const once = tidy(shape, body, how({ keepEmpty, unknown: [] }));
				expect(body).toEqual(before);
				expect(tidy(shape, once, how({ keepEmpty, unknown: [] }))).toEqual(once);
			}),
		));

	const group = { name: '', address: null, jobAddress: {} };
	const cleared = fc.record(
		Object.fromEntries(
			Object.keys(shape).map((key) => [
				key,
				key === 'projectDetails' ? fc.oneof(unfilled, fc.constant(group)) : unfilled,
			]),
		),
		{ requiredKeys: [] },
	);

	it('leaves out what is unfilled and nothing else', () =>
		check(
			200,
			fc.property(good, cleared, (body, empty) => {
				const filled = Object.entries(body).filter(([key]) => !(key in empty));
				expect(tidy(shape, { ...body, ...empty }, how())).toEqual(Object.fromEntries(filled));
			}),
		));

	it('in an update keeps an empty text or list of the editor, which clears what is stored', () =>
		check(
			200,
			fc.property(good, cleared, (body, empty) => {
				const expected = Object.entries({ ...body, ...empty }).flatMap(([key, value]) => {
					if (value === group) return [[key, { name: '' }]];
					const isText = key === 'invoiceNumber';
					const isList = shapeOf(shape[key]) !== undefined && key !== 'projectDetails';
					// The editor's empty list is an object, or nothing typed.
					if (key in empty && isList) {
						// Nobody has touched one that stands in front.
						const isCleared = value !== undefined && value !== null && !notesOf(shape[key]).upFront;
						return isCleared ? [[key, []]] : [];
					}
					const isKept = !(key in empty) || (isText && value === '') || Array.isArray(value);
					return isKept ? [[key, value]] : [];
				});
				const { id: _, ...typed } = { ...body, ...empty };
				const { id: __, ...kept } = Object.fromEntries(expected) as Record<string, unknown>;
				expect(tidy(shape, typed, how({ keepEmpty: true, from: 'editor' }))).toEqual(kept);
			}),
		));

	it('names each unknown field once for every place, and keeps none', () =>
		check(
			200,
			fc.property(
				raw,
				fc.array(fc.constantFrom('', 'lines', 'projectDetails', 'payersInfo'), { minLength: 1 }),
				(body, places) => {
					const changed = copyOf({
						...body,
						lines: [{ quantity: 1 }],
						projectDetails: { projectId: 'P' },
						payersInfo: [{ firstName: 'Ada' }],
						unknown: undefined,
					}) as unknown as Record<string, never>;
					const expected: string[] = [];
					for (const place of new Set(places)) {
						const within =
							place === '' ? changed : Array.isArray(changed[place]) ? changed[place][0] : changed[place];
						Object.assign(within, { quantty: 1 });
						expected.push(place ? `${place}.quantty` : 'quantty');
					}
					const unknown: string[] = [];
					const tidied = tidy(shape, changed, how({ unknown }));
					expect(unknown.sort()).toEqual(expected.sort());
					expect([...inside(tidied)].filter(([path]) => path.endsWith('quantty'))).toEqual([]);
				},
			),
		));

	it('without a list for them unknown fields stay, to be refused', () =>
		check(
			100,
			fc.property(
				good,
				fc.jsonValue().filter((value) => value !== null),
				(body, value) => {
					expect(tidy(shape, { ...body, quantty: value }, how({ from: 'json' }))).toHaveProperty(
						'quantty',
						value,
					);
				},
			),
		));
});
