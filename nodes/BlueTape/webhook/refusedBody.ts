import type { Body } from './noticeBody';
import type { NoticeEvent } from './fields';
import { isFields } from './names';

/** Ids are told whole, if they are of a usual length. */
const LONGEST = 80;
const MOST_NAMES = 20;

const shown = (text: string): string => JSON.stringify(text.slice(0, LONGEST));

/** As a broken body still has it: `"invoiceId": "INV-7`, or `invoiceId=INV-7` in a form. */
const RECORD =
	/(?:"(invoice|quote)[\s_-]?id\\?"\s*:\s*\\?"?|(?:^|&)(invoice|quote)[\s_-]?id=)(?!(?:null|true|false)\b)([\p{L}\p{N}][^"\\&\s,}]*)/iu;

function namesIn({ value, text }: Body): string[] {
	const [entry] = [value].flat() as unknown[];
	if (isFields(entry)) return Object.keys(entry);
	return [...text.matchAll(/"([A-Za-z][\w -]{0,40})"\s*:/g)].map(([, name]) => name);
}

/** A refused body for the log, so that the record can be found again: ids and field names, never values. */
export function refusedBody(body: Body, address: NoticeEvent | undefined): string {
	const { text } = body;
	const [, inJson, inForm, id] = RECORD.exec(text.slice(0, 100_000)) ?? [];
	const names = [...new Set(namesIn(body))];
	const more = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} more` : '';
	return [
		address ? `it came to the address for ${address}` : 'its event is unknown',
		id ? `it may be about ${(inJson ?? inForm).toLowerCase()} ${shown(id)}` : 'it names no record',
		names.length
			? `its fields: ${names.slice(0, MOST_NAMES).map(shown).join(', ')}${more}`
			: 'it has no fields',
	].join('; ');
}
