import * as fc from 'fast-check';
import * as field from '../../nodes/shared/field';
import type { Field } from '../../nodes/shared/table/notes';
import { filled } from '../../nodes/shared/table/route';
import { visible } from '../../nodes/shared/values/visible';
import { calendarDays } from './bodies';
import { check } from './runs';
import { anything, written } from './values';

describe('fields', () => {
	const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
	const words = [
		{ name: 'A', value: 'Alpha' },
		{ name: 'B', value: 'beta' },
	];
	const isWord = (value: unknown) => /^(alpha|beta)$/i.test(String(value));
	const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
	const isMoment = (value: unknown) => new Date(String(value)).toISOString() === value;
	const factories: Array<[string, Field, (value: never) => boolean, fc.Arbitrary<unknown>]> = [
		['text', field.text(), isText, fc.string()],
		[
			'id',
			field.id('id'),
			(value: string) => isText(value) && value === value.trim() && !['.', '..'].includes(value),
			fc.string(),
		],
		[
			'guid',
			field.guid(),
			(value: string) => guid.test(value),
			fc.uuid().map((one) => `{${one.toUpperCase()}}`),
		],
		[
			'guids',
			field.guids(),
			(value: string[]) =>
				value.length > 0 && new Set(value).size === value.length && value.every((one) => guid.test(one)),
			fc.array(fc.uuid()).map((all) => all.join(', ')),
		],
		['email', field.email(), (value: string) => /^\S+@\S+\.\S+$/.test(value), fc.emailAddress()],
		[
			'phone',
			field.phone(),
			(value: string) => /^\D*(\d\D*){10,15}$/.test(value),
			fc.stringMatching(/^\+?[\d ()-]{1,5}\d{10}$/),
		],
		['decimal', field.decimal(), Number.isFinite, written.map(({ text }) => text)],
		['integer', field.integer(), (value: number) => Number.isSafeInteger(value) && value >= 0, fc.integer()],
		['date', field.date(), (value: string) => isMoment(`${value}T00:00:00.000Z`), calendarDays],
		['dayTimestamp', field.dayTimestamp(), isMoment, calendarDays],
		['dateTime', field.dateTime(), isMoment, calendarDays.map((day) => `${day}T10:00:00+02:00`)],
		['flag', field.flag(), (value: boolean) => typeof value === 'boolean', fc.constantFrom('true', 'false')],
		['choice', field.choice(words), isText, fc.constantFrom('ALPHA', 'Beta')],
		[
			'choices',
			field.choices(words),
			(value: string[]) =>
				value.length > 0 &&
				value.every((one) => ['Alpha', 'beta'].includes(one) || (isText(one) && !isWord(one))),
			fc.constantFrom('alpha, BETA', ['Alpha']),
		],
	];

	it.each(factories)(
		'%s: nothing makes it throw, and what passes has its one form',
		(_name, schema, isGood, likely) => {
			let passed = 0;
			check(
				300,
				fc.property(fc.oneof(anything, likely), (value) => {
					const { success, data } = schema.safeParse(value);
					if (!success) return;
					passed++;
					expect(isGood(data as never)).toBe(true);
					expect(schema.parse(data)).toEqual(data);
				}),
			);
			expect(passed).toBeGreaterThan(50);
		},
	);

	it('any id that passes can be read back from the path, and stays one segment of it', () =>
		check(
			1000,
			fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (given) => {
				const { success, data } = field.id('invoiceId').safeParse(given);
				if (!success) return;
				const { path } = filled('GET /integration/invoice/{invoiceId}/status', { invoiceId: data });
				const { pathname } = new URL(`https://api.example.com${path}?q#h`);
				const [, , , segment, ...rest] = pathname.split('/');
				expect([decodeURIComponent(segment), ...rest]).toEqual([visible(given), 'status']);
			}),
		));
});
