import type { Session } from './session';

/** A secret this short is hidden as a whole word only: as a part of other words it would blank out what is said. */
const SHORT = 8;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds a secret in any letter case, as it is or URL-encoded. */
function patternOf(secret: string): RegExp {
	const forms = [...new Set([secret, encodeURIComponent(secret)])].map(escaped).join('|');
	const whole = secret.length < SHORT;
	return new RegExp(whole ? `(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])` : forms, 'giu');
}

/** The session's key, account and tokens, without the blanks around them that no header keeps; the longest first. */
function secretsOf({
	vendor: { secrets = [] },
	credential,
	tokens,
}: Pick<Session, 'credential' | 'tokens'> & { vendor: Pick<Session['vendor'], 'secrets'> }): string[] {
	const stored = secrets.map((name) => credential?.data?.[name]);
	return [...stored, ...(tokens ?? [])]
		.filter((value) => typeof value === 'string')
		.map((value) => value.trim())
		.filter(Boolean)
		.sort((a, b) => b.length - a.length);
}

function hidden(answered: unknown, secrets: string[]): unknown {
	const patterns = secrets.map(patternOf);
	const hide = (text: string) => patterns.reduce((told, pattern) => told.replace(pattern, '…'), text);
	const clean = (value: unknown): unknown => {
		if (typeof value === 'string') return hide(value);
		if (Array.isArray(value)) return value.map(clean);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [hide(name), clean(inner)]));
	};
	return clean(answered);
}

/** What a service answered, without the secrets that it may quote: every text in it, names of members too. */
export const withoutSecrets = <T>(session: Session, answered: T): T =>
	hidden(answered, secretsOf(session)) as T;

/** A good answer without the key. A short one stays: data may hold the same letters, and are not to be changed. */
export function withoutKeys<T>({ vendor, credential }: Session, answered: T): T {
	const secrets = vendor.secrets?.filter((name) => !vendor.inLinks?.includes(name));
	const long = secretsOf({ vendor: { secrets }, credential }).filter(({ length }) => length >= SHORT);
	return long.length ? (hidden(answered, long) as T) : answered;
}
