import { claims, denies, hasStatusWord, sayings, tellsError, type Said } from '../shared/http/ownVerdict';
import { isPage } from '../shared/http/webPage';
import { isXml } from '../shared/http/xml';
import { knownSymbol } from './symbol';

const CODES = ['code', 'errorcode'];
/** Members that tell why something was refused. What the caller gave, and may come back, stands in others. */
const TELLING = [...CODES, 'reason', 'message', 'msg', 'title', 'type', 'detail', 'error', 'errors'];
/** The sentences of the vendor's samples (bluetape.md 9.2). */
const SENTENCE =
	/^\W*(company|customer|invoice|quote|project)( with [^.]{1,80}?)? (already (exists?|cancell?ed)|(was )?not (exists?|found)|does not exist)\b/i;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** The form of BlueTape's errors (bluetape.md C16): a code that is a symbol, and a reason. */
const isError = (said: Said[]): boolean =>
	said.some(([name, value]) => name === 'code' && isText(value) && /^[a-z]+(_[a-z]+)+$/i.test(value)) &&
	said.some(([name, value]) => name === 'reason' && isText(value));

/** What a write gives that went through (bluetape.md 5.1). */
const isResult = (said: Said[]): boolean =>
	said.some(([name, value]) => name === 'bluetapeid' && isText(value)) || hasStatusWord(said);

/**
 * Does the answer to a write say that it was refused, though its status is good: by a code of the contract, or in a way that leaves
 * open what happened? Undefined for all that may be a result.
 */
export function refusalIn(body: unknown): 'code' | 'unknown' | undefined {
	if (isPage(body) || isXml(body)) return undefined;
	const said = sayings(body);
	const known = (names: string[]) =>
		knownSymbol(said.filter(([name]) => names.includes(name)).map(([name, value]) => ({ [name]: value })));
	if (denies(said)) return known(TELLING) ? 'code' : 'unknown';
	if (claims(said)) return undefined;
	if (known(CODES)) return 'code';
	if (isResult(said)) return undefined;
	if (known(TELLING)) return 'code';
	const tells = said.some(
		([name, value]) => ['reason', 'message'].includes(name) && isText(value) && SENTENCE.test(value),
	);
	return tells || tellsError(said) || isError(said) ? 'unknown' : undefined;
}
