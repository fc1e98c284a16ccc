import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { notesOf, shapeOf, type Field, type Shape } from '../../nodes/shared/table/notes';
import { blueTapeStage, type BlueTapeStage } from '../engine/blueTape';
import { bodiesOf } from './bodies';
import { asFields, labelAt, pathIds, withBody, type WithBody } from './editor';
import { check, copyOf } from './runs';

let stage: BlueTapeStage;
beforeAll(async () => {
	stage = await blueTapeStage();
});
beforeEach(() => {
	stage.emulator.reset();
	stage.emulator.faults.add({ status: 201, body: '{"blueTapeId":"1"}', times: 1e9 });
});
afterAll(async () => await stage.emulator.stop());

/** Any amounts will do here: what fits together is the business of other tests. */
const unchecked = ({ options }: WithBody['operation']): IDataObject =>
	'checkAmounts' in options ? { checkAmounts: 'off' } : {};

/** Runs an operation on one item; a failure does not end the run. */
async function run({ resource, name, operation }: WithBody, parameters: IDataObject, json: unknown = {}) {
	stage.emulator.journal.clear();
	const { items, hints } = await stage.run(
		resource,
		name,
		{ ...pathIds(operation), ...parameters, options: unchecked(operation) },
		{ items: [{ json: json as IDataObject }], settings: { onError: 'continueRegularOutput' } },
	);
	const requests = stage.emulator.journal.entries.map(({ method, body }) => ({ method, body }));
	return { answer: items[0].json as { error?: string }, hints, requests };
}

describe('any good body gives the same request from fields, input item and JSON', () => {
	it.each(withBody)('$resource $name', async (one) => {
		const [method] = one.operation.route.split(' ');
		await check(
			3,
			fc.asyncProperty(bodiesOf(one.operation.body!), async ({ given, sent }) => {
				const sources: Array<[IDataObject, object?]> = [
					[{ bodySource: 'fields', ...asFields(one.operation, given) }],
					[{ bodySource: 'input' }, given],
					[{ bodySource: 'json', jsonBody: JSON.stringify(given) }],
				];
				for (const source of sources) {
					const { answer, requests } = await run(one, ...source);
					expect([answer.error, requests]).toEqual([undefined, [{ method, body: sent }]]);
				}
			}),
		);
	});
});

type Path = Array<string | number>;

/** Places in a body, with the field that stands there: its own, those in groups, those in list entries. */
function placesIn(shape: Shape, body: object, path: Path = []): Array<{ path: Path; field: Field }> {
	return Object.entries(body).flatMap(([key, value]: [string, unknown]) => {
		const [field, here, inner] = [shape[key], [...path, key], shapeOf(shape[key])];
		const entries = Array.isArray(value)
			? value.map((entry, index) => [entry, [...here, index]])
			: [[value, here]];
		const below = inner ? entries.flatMap(([entry, at]) => placesIn(inner, entry as object, at as Path)) : [];
		return [{ path: here, field }, ...below];
	});
}

/** Where a field that nobody knows may be put. */
const objectsIn = (shape: Shape, body: object): Path[] => [
	[],
	...placesIn(shape, body).flatMap(({ path, field }) => {
		const { kind } = notesOf(field);
		return kind === 'group' ? [path] : kind === 'list' ? [[...path, 0]] : [];
	}),
];

const at = (body: unknown, path: Path): any => path.reduce((inner: any, step) => inner[step], body);

/** A copy of `body` with `value` at `path`. */
function changed(body: object, path: Path, value: unknown): object {
	const copy = copyOf(body);
	Object.assign(at(copy, path.slice(0, -1)), { [path.at(-1)!]: value });
	return copy;
}

const odd = [true, [true], { a: 1 }];
const junk: Record<string, unknown[]> = {
	text: [...odd],
	decimal: ['much', '1,100', '1e3', '', ...odd],
	percent: ['much', '8,25', -1, 101, ...odd],
	integer: [-1, 1.5, '-1', '1.5', 'many', ...odd],
	date: ['next week', '2026-02-30', '31.03.2026', 20260331, ...odd],
	dateTime: ['now', '2026-02-30T10:00:00Z', 1774949400, ...odd],
	flag: ['maybe', 1, [], {}],
	group: ['text', 7, true, [{}]],
	list: ['text', 7, true, { a: 1 }, ['text'], [[]]],
};
const junkOf = (field: Field): unknown[] => {
	const { kind } = notesOf(field);
	// Some choices are open: any text may be the vendor's next word.
	if (kind === 'choice') return [7, '', ...odd];
	return junk[kind];
};

const anyPlace = fc.constantFrom(...withBody).chain((one) =>
	fc.tuple(bodiesOf(one.operation.body!), fc.nat()).chain(([{ given, sent }, roll]) => {
		const places = placesIn(one.operation.body!, given);
		const { path, field } = places[roll % places.length];
		return fc.constantFrom(...junkOf(field)).map((value) => ({ one, given, sent, path, value }));
	}),
);

it('a value that no field takes is refused by the name that the editor shows, and nothing is sent', async () =>
	await check(
		60,
		fc.asyncProperty(anyPlace, async ({ one, given, path, value }) => {
			const jsonBody = JSON.stringify(changed(given, path, value));
			const { answer, requests } = await run(one, { bodySource: 'json', jsonBody });
			const label = labelAt(one, path);
			expect(requests).toEqual([]);
			expect(answer).toMatchObject({
				error: expect.stringMatching(/must be|is required|needs/),
				details: { kind: 'input', hint: 'Nothing was sent for this item' },
			});
			// Of a list the entry may be named.
			const [, named] = /^'(.*?)' /.exec(answer.error!)!;
			expect([label, `${label} 1`]).toContain(named);
		}),
	));

const strange = fc.oneof(
	fc.string({ minLength: 1, maxLength: 10 }).map((name) => `~${name}`),
	fc.constantFrom(
		'constructor',
		'toString',
		'hasOwnProperty',
		'valueOf',
		'__proto__',
		'ID',
		'Lines',
		'quantty',
	),
);
const withUnknown = fc.constantFrom(...withBody).chain((one) =>
	fc.tuple(bodiesOf(one.operation.body!), strange, fc.nat()).map(([{ given, sent }, name, roll]) => {
		const places = objectsIn(one.operation.body!, given);
		return { one, given, sent, name, place: places[roll % places.length] };
	}),
);

/** A copy of `body` with one more member, whatever its name means to JavaScript. */
function withMember(body: object, place: Path, name: string): object {
	const copy = copyOf(body);
	Object.defineProperty(at(copy, place), name, {
		value: 1,
		enumerable: true,
		configurable: true,
		writable: true,
	});
	return copy;
}

it('an unknown field is refused in JSON, by its name and place', async () =>
	await check(
		40,
		fc.asyncProperty(withUnknown, async ({ one, given, place, name }) => {
			const jsonBody = JSON.stringify(withMember(given, place, name));
			const { answer, requests } = await run(one, { bodySource: 'json', jsonBody });
			const where = place.length ? ` in '${labelAt(one, place)}'` : '';
			expect(requests).toEqual([]);
			expect(answer.error!.split(/: (did|known)/)[0]).toBe(`unknown field '${name}'${where}`);
		}),
	));

it('an unknown field of an input item is left out and named in a hint; the rest is sent', async () =>
	await check(
		40,
		// n8n itself loses a member of this name when it copies items; and an item may write fields in another letter case.
		fc.asyncProperty(
			withUnknown.filter(({ name }) => !['__proto__', 'ID', 'Lines'].includes(name)),
			async ({ one, given, sent, place, name }) => {
				const { answer, requests, hints } = await run(
					one,
					{ bodySource: 'input' },
					withMember(given, place, name),
				);
				const path = [...place.filter((step) => typeof step === 'string'), name].join('.');
				expect(answer.error).toBeUndefined();
				expect(requests.map(({ body }) => body)).toEqual([sent]);
				expect(hints.filter((hint) => hint.endsWith(`does not know were left out: ${path}`))).toHaveLength(1);
			},
		),
	));

const item = fc.record({
	delayMs: fc.nat(25),
	status: fc.constantFrom(200, 200, 200, 400, 404, 409),
	// An id that is refused before anything is sent.
	bad: fc.constantFrom(false, false, false, '..', '', ' ', '\ud83d'),
});

it('answers come in input order and paired, each bad item is named, and nothing is sent for a refused one', async () =>
	await check(
		12,
		fc.asyncProperty(
			fc.array(item, { minLength: 2, maxLength: 25 }),
			fc.integer({ min: 1, max: 12 }),
			async (plan, parallelRequests) => {
				stage.emulator.faults.clear();
				stage.emulator.journal.clear();
				const ids = plan.map(({ bad }, index) => (bad === false ? `INV/${index} é?#%2F` : bad));
				plan.forEach(({ delayMs, status, bad }, index) => {
					const path = `/invoice/${encodeURIComponent(bad === false ? ids[index] : 'none')}/cancel$`;
					stage.emulator.faults.add({
						match: { path: path.replace('?', '\\?') },
						delayMs,
						status,
						body: '{}',
					});
				});
				const { items } = await stage.run(
					'invoice',
					'cancel',
					{ invoiceId: '={{ $json.id }}', options: { parallelRequests } },
					{ items: ids.map((id) => ({ json: { id } })), settings: { onError: 'continueRegularOutput' } },
				);
				expect(items.map(({ pairedItem }) => pairedItem)).toEqual(plan.map((_, index) => ({ item: index })));
				items.forEach(({ json }, index) => {
					const { bad, status } = plan[index];
					if (bad === false && status === 200) return expect(json).toEqual({ invoiceId: ids[index] });
					const details = bad === false ? { status } : { kind: 'input' };
					expect(json).toMatchObject({ error: expect.stringContaining(` [item ${index + 1}`), details });
				});
				const sent = stage.emulator.journal.entries.map(({ path }) =>
					decodeURIComponent(path.split('/').at(-2)!),
				);
				expect(sent.sort()).toEqual(ids.filter((_, index) => plan[index].bad === false).sort());
			},
		),
	));
