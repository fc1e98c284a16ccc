import Big from 'big.js';
import type { Language } from './labels';

/** A printed number as a plain decimal, `1.234,50` as `1234.5`; undefined when it is none. */
export function number(text: string, language: Language): Big | undefined {
	const bare = text.replace(/\s/g, '');
	const plain = language === 'de' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
	return /^-?\d+(\.\d+)?$/.test(plain) ? Big(plain) : undefined;
}

/** An amount with two decimals, the `Value` format of bludelta.md 6.6; empty when it is none. */
export const amount = (text: string, language: Language): string => number(text, language)?.toFixed(2) ?? '';

/** A printed day as `YYYY-MM-DD`: `17.04.2024` in German, `04/17/2024` in English; empty when it is none. */
export function day(text: string, language: Language): string {
	const parts = /^(\d{2})[./](\d{2})[./](\d{4})$/.exec(text.trim());
	if (!parts) return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : '';
	const [, first, second, year] = parts;
	return language === 'de' ? `${year}-${second}-${first}` : `${year}-${first}-${second}`;
}

/** The same the other way round, for the printer. */
export function printDay(value: string, language: Language): string {
	const [year, month, date] = value.split('-');
	return language === 'de' ? `${date}.${month}.${year}` : `${month}/${date}/${year}`;
}

/** @param decimals at least so many */
export function printNumber(value: Big, language: Language, decimals = 2): string {
	const places = Math.max(decimals, value.toFixed().split('.')[1]?.length ?? 0);
	const [whole, fraction] = value.toFixed(places).split('.');
	const [group, point] = language === 'de' ? ['.', ','] : [',', '.'];
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
	return fraction === undefined ? grouped : grouped + point + fraction;
}
