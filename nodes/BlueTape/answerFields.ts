import type { IDataObject } from 'n8n-workflow';
import { Failed } from '../shared/failure';
import { membersOf, letters } from '../shared/http/words';
import { cents } from '../shared/values/cents';
import { fieldsOf } from '../shared/run/outputItem';

const LINK = /^\s*https?:\/\/\S+\s*$/i;

/** A link as the whole of an answer, and not the web page of a proxy, which would go to the customer in its place. */
export const bareLink = LINK;

/** The fields of an answer; a text is the link or the status itself. */
const besides = (answer: unknown): IDataObject => (typeof answer === 'string' ? {} : fieldsOf(answer));

/** Names under which anything may stand; a text alone or in a list has none, or a number. */
const ANYTHING = ['url', 'link', 'href', 'uri', 'data', 'result', 'value', 'answer', 'body', ''];

/**
 * Reads the link of an answer, and gives it as `name` beside the answer as it came: pages and samples differ in name and shape
 * (bluetape.md C11). `names`, in lower case, say which link is meant; the first one counts. Throws `Failed` when there is none.
 */
export const linkReader =
	(name: string, names: string[], missing: [message: string, advice: string]) =>
	(answer: unknown): IDataObject => {
		const likely = [...names, ...ANYTHING];
		const links = membersOf(answer).flatMap(([from, value]) => {
			const rank = likely.indexOf(letters(from));
			return typeof value === 'string' && LINK.test(value) && rank >= 0 ? { rank, link: value.trim() } : [];
		});
		const [first] = links.sort((a, b) => a.rank - b.rank);
		if (!first) throw new Failed({ kind: 'unexpected', message: missing[0], advice: missing[1] });
		return { ...besides(answer), [name]: first.link };
	};

const STATUS = ['status', 'invoicestatus', 'quotestatus'];
/** These have a status of their own. */
const OTHERS = /credit|customer|company|project|loan|payment|payer|line/i;
/** What envelopes say of themselves. */
const OF_ENVELOPE = /^\s*(ok|okay|success|successful|true|error|fail|failure|\d*)\s*$/i;

/** The status in an answer, wherever it stands; undefined when there is none. */
export function statusIn(answer: unknown): string | undefined {
	const said = membersOf(answer, (name) => !OTHERS.test(name)).filter(
		(member): member is [string, string] => typeof member[1] === 'string' && !OF_ENVELOPE.test(member[1]),
	);
	return STATUS.flatMap((name) => said.filter(([from]) => letters(from) === name))[0]?.[1];
}

/** The total of the record in an answer, in cents, wherever it stands; undefined when there is none. */
export function totalIn(answer: unknown): number | undefined {
	const said = membersOf(answer, (name) => !OTHERS.test(name)).filter(
		([name]) => letters(name) === letters('totalAmount'),
	);
	return said.map(([, total]) => cents(total)).find((total) => total !== undefined);
}

/** The answer as it came, with the status that it tells under `status`. Throws `Failed` when it tells none. */
export function readStatus(answer: unknown): IDataObject {
	const status = statusIn(answer);
	if (status === undefined) {
		throw new Failed({
			kind: 'unexpected',
			message: 'BlueTape sent no status',
			advice: 'Run this again; if it stays so, ask BlueTape',
		});
	}
	return { ...besides(answer), status };
}
