import * as fc from 'fast-check';
import type { NoticeEvent } from '../../nodes/BlueTape/webhook/notice';
import { writtenJson } from './notices';

type Fields = Record<string, unknown>;

/** Choices of somebody who sends a notice in his own way. */
export interface Writing {
	amounts: 'numbers' | 'texts' | 'dollars' | 'commas';
	names: 'documented' | 'Pascal' | 'UPPER' | 'snake_case' | 'kebab-case' | 'with blanks';
	/** Fields that are left out, by their place, or null. */
	left: number[];
	leftAs: 'absent' | 'null';
	around: 'nothing' | 'data' | 'text' | 'list' | 'list in data' | 'three objects' | 'text in text';
	as:
		| 'JSON'
		| 'form'
		| 'parts'
		| 'parts by .NET'
		| 'latin1'
		| 'utf-16'
		| 'marked'
		| 'unmarked latin1'
		| 'unknown';
	/** Is anything odd about it? */
	isOdd: (body: Fields, said: Fields, bytes: string | Buffer) => boolean;
}

const hasNumbers = (value: unknown): boolean =>
	typeof value === 'number' ||
	(typeof value === 'object' && value !== null && Object.values(value).some(hasNumbers));

export const writings: fc.Arbitrary<Writing> = fc
	.record({
		amounts: fc.constantFrom<Writing['amounts']>('numbers', 'numbers', 'texts', 'dollars', 'commas'),
		names: fc.constantFrom<Writing['names']>(
			...([
				'documented',
				'documented',
				'Pascal',
				'UPPER',
				'snake_case',
				'kebab-case',
				'with blanks',
			] as const),
		),
		left: fc.array(fc.nat(3), { maxLength: 3 }),
		leftAs: fc.constantFrom<Writing['leftAs']>('absent', 'null'),
		around: fc.constantFrom<Writing['around']>(
			...([
				'nothing',
				'nothing',
				'data',
				'text',
				'list',
				'list in data',
				'three objects',
				'text in text',
			] as const),
		),
		as: fc.constantFrom<Writing['as']>(
			...([
				'JSON',
				'JSON',
				'form',
				'parts',
				'parts by .NET',
				'latin1',
				'utf-16',
				'marked',
				'unmarked latin1',
				'unknown',
			] as const),
		),
	})
	.map((choices) => ({
		...choices,
		isOdd: (body, said, bytes) =>
			(choices.amounts !== 'numbers' && hasNumbers(said)) ||
			choices.names !== 'documented' ||
			Object.keys(said).length < Object.keys(body).length ||
			Object.values(said).includes(null) ||
			choices.around !== 'nothing' ||
			['form', 'parts', 'parts by .NET', 'unknown'].includes(choices.as) ||
			// Written as \u00df a letter is none beyond ASCII.
			(choices.as === 'unmarked latin1' && Buffer.from(bytes).some((byte) => byte > 0x7f)),
	}));

const dollars = (amount: number) => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
const amountsAs: Record<Writing['amounts'], (amount: number) => unknown> = {
	numbers: (amount) => amount,
	texts: (amount) => amount.toFixed(2),
	dollars,
	commas: (amount) => amount.toFixed(2).replace('.', ','),
};
const split = (name: string, by: string) => name.replace(/[A-Z]/g, (letter) => by + letter.toLowerCase());
const namesAs: Record<Writing['names'], (name: string) => string> = {
	documented: (name) => name,
	Pascal: (name) => name[0].toUpperCase() + name.slice(1),
	UPPER: (name) => name.toUpperCase(),
	snake_case: (name) => split(name, '_'),
	'kebab-case': (name) => split(name, '-'),
	'with blanks': (name) => split(name, ' '),
};

const rewritten = (value: unknown, { amounts, names }: Writing): unknown => {
	if (typeof value === 'number') return amountsAs[amounts](value);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, each]) => [
			namesAs[names](name),
			rewritten(each, { amounts, names } as Writing),
		]),
	);
};

const around: Record<Writing['around'], (value: unknown) => unknown> = {
	nothing: (value) => value,
	data: (value) => ({ attempt: 1, data: value }),
	text: (value) => ({ payload: JSON.stringify(value) }),
	list: (value) => [value],
	'list in data': (value) => ({ notices: [value] }),
	'three objects': (value) => ({ id: 'evt_1', event: { id: 7, data: [{ object: value }] } }),
	'text in text': (value) => JSON.stringify(value),
};

const asField = (value: unknown) =>
	typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
const fieldsOf = (value: unknown): Array<[string, string]> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.entries(value).map(([name, each]) => [name, asField(each)])
		: [['payload', typeof value === 'string' ? value : JSON.stringify(value)]];

/** A notice in this writing: its bytes and their type, and what it says in the end, in documented names and types. */
export function written(event: NoticeEvent, body: Fields, writing: Writing, taste: () => number) {
	const [idName, ...others] = Object.keys(body);
	const left = writing.left.map((at) => others[at]).filter(Boolean);
	// Without any of its own fields the id alone tells the event; it does.
	const said = Object.fromEntries(
		Object.entries(body)
			.filter(([name]) => name === idName || !left.includes(name) || writing.leftAs === 'null')
			.map(([name, value]) => [name, left.includes(name) ? null : value]),
	);
	const sent = around[writing.around](rewritten(said, writing));
	const json = writtenJson(sent, taste);
	const parts = () =>
		fieldsOf(sent)
			.map(([name, value]) => `--b1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
			.join('');
	const byDotNet = () =>
		fieldsOf(sent)
			.map(
				([name, value]) =>
					`--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=${/\s/.test(name) ? `"${name}"` : name}\r\n\r\n${value}\r\n`,
			)
			.join('');
	const ways: Record<Writing['as'], () => [string | Buffer, string]> = {
		JSON: () => [json, 'application/json'],
		form: () => [new URLSearchParams(fieldsOf(sent)).toString(), 'application/x-www-form-urlencoded'],
		parts: () => [`${parts()}--b1--\r\n`, 'multipart/form-data; boundary=b1'],
		'parts by .NET': () => [`${byDotNet()}--b1--\r\n`, 'multipart/form-data; boundary="b1"'],
		latin1: () => [Buffer.from(json, 'latin1'), 'application/json; charset=ISO-8859-1'],
		'utf-16': () => [Buffer.from(json, 'utf16le'), 'application/json; charset=utf-16'],
		marked: () => [Buffer.from(`\ufeff${json}`, 'utf16le'), 'application/json'],
		'unmarked latin1': () => [Buffer.from(json, 'latin1'), 'application/json'],
		unknown: () => [json, 'application/json; charset=x-unknown'],
	};
	const [bytes, contentType] = ways[writing.as]();
	// A form has no null: it says nothing there.
	const inForm = ['form', 'parts', 'parts by .NET'].includes(writing.as) && writing.around === 'nothing';
	return {
		event,
		bytes: Buffer.from(bytes as string),
		contentType,
		said: inForm ? withoutNulls(said) : said,
	};
}

const withoutNulls = (fields: Fields): Fields =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
