import { withoutKeys, withoutSecrets } from '../../nodes/shared/http/secrets';
import type { Session } from '../../nodes/shared/http/session';

const session = (data: object, tokens: string[] = [], secrets = ['key', 'account']) =>
	({ vendor: { secrets }, credential: { data }, tokens: new Set(tokens) }) as unknown as Session;

const hidden = (text: unknown, data: object, tokens?: string[]) =>
	withoutSecrets(session(data, tokens), text);

describe('a secret that an answer quotes', () => {
	it.each([
		['the key', 'The key 0123456789 is unknown', { key: '0123456789' }, 'The key … is unknown'],
		['in the midst of words', 'x0123456789y', { key: '0123456789' }, 'x…y'],
		['of eight signs in the midst of words', 'x12345678y', { key: '12345678' }, 'x…y'],
		['twice', '0123456789 0123456789', { key: '0123456789' }, '… …'],
		['in another case', 'Key ABCDEFGHIJ', { key: 'abcdefghij' }, 'Key …'],
		['with blanks around it that no header keeps', 'Key abcdefghij!', { key: ' abcdefghij\n' }, 'Key …!'],
		['URL-encoded', 'Key ab%2Fcdefgh%3D', { key: 'ab/cdefgh=' }, 'Key …'],
		['with signs that mean something in patterns', 'Key a.c*(efgh', { key: 'a.c*(efgh' }, 'Key …'],
		['and not what only looks like it', 'Key abcxefghi', { key: 'abc.efghi' }, 'Key abcxefghi'],
		['the account', 'Account acc-000001 is closed', { account: 'acc-000001' }, 'Account … is closed'],
		['one that holds another', 'k-12345678-90', { key: 'k-12345678', account: 'k-12345678-90' }, '…'],
	])('is hidden: %s', (_name, text, data, told) => expect(hidden(text, data)).toBe(told));

	it('is hidden as a token too', () =>
		expect(hidden('Token 12345678-aaaa', {}, ['12345678-aaaa'])).toBe('Token …'));

	it('is hidden wherever it stands', () => {
		const body = { a: ['abcdefghij', 7, null, true], 'x abcdefghij': { b: 'abcdefghij' } };
		const clean = { a: ['…', 7, null, true], 'x …': { b: '…' } };
		expect(hidden(body, { key: 'abcdefghij' })).toEqual(clean);
	});
});

describe('a short one', () => {
	it.each([
		['No key k1 here, bad_k1, (K1)', 'k1', 'No key … here, bad_…, (…)'],
		['A web page was answered', 'a', '… web page was answered'],
		['invoice_already_exist', 'e', 'invoice_already_exist'],
		['Füllkä', 'k', 'Füllkä'],
		['Status 409 of 14099', '409', 'Status … of 14099'],
		['abcdefgx abcdefg', 'abcdefg', 'abcdefgx …'],
	])('does not blank out the text: %s', (text, key, told) => expect(hidden(text, { key })).toBe(told));
});

it.each([
	['no secrets', {}, []],
	['empty ones', { key: ' ', account: '' }, ['']],
	['others than texts', { key: 7, account: undefined }, []],
])('what has %s is told as it is', (_name, data, tokens) => {
	const body = { reason: 'Line 7 is too long', code: '' };
	expect(hidden(body, data, tokens)).toEqual(body);
});

it('a session without credential, tokens and secrets hides nothing', () =>
	expect(withoutSecrets({ vendor: {} } as unknown as Session, 'a')).toBe('a'));

it.each([undefined, {}])('a credential that holds nothing (%j) hides nothing', (credential) => {
	const vendor = { secrets: ['key'] };
	expect(withoutSecrets({ vendor, credential } as unknown as Session, 'a')).toBe('a');
});

describe('a good answer', () => {
	const answered = { link: '/acc-000001/x', note: 'My key 01234567', short: 'k123456' };
	const cleaned = (key: string, inLinks?: string[]) =>
		withoutKeys(
			{
				vendor: { secrets: ['key', 'account'], inLinks },
				credential: { data: { key, account: 'acc-000001' } },
			} as unknown as Session,
			answered,
		);

	it('is given without the key, and with the account that its links hold', () =>
		expect(cleaned('01234567', ['account'])).toEqual({ ...answered, note: 'My key …' }));

	it('is given without the account where no link holds it', () =>
		expect(cleaned('01234567')).toEqual({ ...answered, link: '/…/x', note: 'My key …' }));

	it('keeps what a short key would blank out', () =>
		expect(cleaned('k123456', ['account'])).toEqual(answered));

	it('of a vendor without secrets is given as it is', () =>
		expect(withoutKeys({ vendor: {} } as unknown as Session, answered)).toBe(answered));
});
