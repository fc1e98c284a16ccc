import { inputFailure, type Failed } from '../failure';
import { notesOf } from '../table/notes';
import type { Call } from '../table/operation';
import { isWrite } from '../table/route';

/** As much of an item as says which record it writes, and what. */
type About = Pick<Call, 'operation' | 'input'>;

/** The record that a write is about: the first id of its path, or the new id in its body. Undefined for reads. */
export function recordOf({ operation, input }: About): string | undefined {
	if (!isWrite(operation.route)) return undefined;
	const [id] = [...Object.values(input.path), input.body.id];
	return typeof id === 'string' ? id : undefined;
}

/** Lets the work on one record go on in the order in which it was asked for; other records need not wait. */
export class Turns {
	private readonly latest = new Map<string, Promise<unknown>>();

	async after<T>(record: string | undefined, work: () => Promise<T>): Promise<T> {
		if (record === undefined) return await work();
		const before = this.latest.get(record);
		const mine = (async () => {
			await before;
			return await work();
		})();
		const ended = mine.catch(() => undefined);
		this.latest.set(record, ended);
		return await mine;
	}
}

/** What an item says of its record. When it last changed says nothing of the record itself. */
function saidBy({ operation, input }: About): string {
	const said = Object.entries({ ...input.body, ...input.extra }).filter(
		([key]) => !operation.body?.[key] || notesOf(operation.body[key]).kind !== 'dateTime',
	);
	return JSON.stringify(said);
}

/** Does a later one of these items change what an earlier one has made of the record? Rows of one customer mostly say the same. */
function isChanged(calls: Array<About | undefined>, indexes: number[]): boolean {
	const [first, ...others] = indexes.map((index) => calls[index]!);
	const { twins: advice, updates, files, body = {} } = first.operation;
	// Without fields each says the same, but a file, whose content is not known.
	if (advice !== undefined || files) return true;
	if (updates) return Object.keys(body).length > 0;
	const said = saidBy(first);
	return others.some((other) => saidBy(other) !== said);
}

/** The items of each record that several of them write whole, and a sentence that names these. */
function repeated(calls: Array<About | undefined>): Array<{ indexes: number[]; message: string }> {
	const items = new Map<string, number[]>();
	for (const [index, call] of calls.entries()) {
		const { twins: advice, updates, replaces } = call?.operation ?? {};
		const isWhole = call && (advice !== undefined || updates || replaces);
		const id = isWhole ? recordOf(call) : undefined;
		if (id) items.set(id, [...(items.get(id) ?? []), index]);
	}
	return [...items]
		.filter(([, indexes]) => indexes.length > 1 && isChanged(calls, indexes))
		.map(([id, indexes]) => {
			const named = indexes.slice(0, 5).map((index) => index + 1);
			const more = indexes.length > 5 ? ` and ${indexes.length - 5} more` : '';
			const message = `items ${named.join(', ')}${more} have the same ID "${id}", so each would replace the one before`;
			return { indexes, message };
		});
}

/** An ID without what people vary when they write it by hand: letter case, blanks and dashes. */
const plainId = (id: string): string => id.toLowerCase().replace(/[\s\p{Pd}]/gu, '');

/** Items that make new records under IDs that look alike, each with a sentence that names two: they may be one, made twice. */
function lookAlikes(calls: Array<About | undefined>): Array<{ index: number; message: string }> {
	const byPlain = new Map<string, Map<string, number>>();
	for (const [index, call] of calls.entries()) {
		if (!call || Object.keys(call.input.path).length > 0) continue;
		const id = recordOf(call);
		if (id === undefined) continue;
		const alike = byPlain.get(plainId(id)) ?? new Map<string, number>();
		if (!alike.has(id)) alike.set(id, index);
		byPlain.set(plainId(id), alike);
	}
	return [...byPlain.values()].flatMap((alike) => {
		const [[first, at], ...others] = alike;
		return others.map(([id, index]) => ({
			index,
			message: `The ID "${id}" is "${first}" of item ${at + 1} but for letter case, blanks or dashes: if they are one record, it is made twice`,
		}));
	});
}

/**
 * Looks for items that write the same record whole. Those that would make it are refused, each with the sentence that names them all;
 * those that replace it go out one after the other, which `hint` tells of each. It tells new records whose IDs look alike, too.
 */
export function twins(
	calls: Array<About | undefined>,
	hint: (message: string, itemIndex: number) => void,
): Map<number, Failed> {
	const refused = new Map<number, Failed>();
	for (const { index, message } of lookAlikes(calls)) hint(message, index);
	for (const { indexes, message } of repeated(calls)) {
		for (const index of indexes) {
			const { twins: advice } = calls[index]!.operation;
			if (advice === undefined) hint(`I${message.slice(1).replace('would replace', 'replaces')}`, index);
			else refused.set(index, inputFailure(message, advice));
		}
	}
	return refused;
}
