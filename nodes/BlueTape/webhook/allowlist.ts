import { ipaddr } from '../../bundled/ipaddr';

type Address = ReturnType<typeof ipaddr.parse>;
type Range = [Address, number];

/** An address like `203.0.113.7` or `2001:db8::1`; an IPv4 one inside IPv6 (`::ffff:203.0.113.7`) as IPv4. */
function address(text: string): Address | undefined {
	// The library also takes `127.1` and octal numbers, which others read differently.
	const plain = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
	return plain ? ipaddr.process(text) : undefined;
}

function range(entry: string): Range | undefined {
	const [text, bits, ...rest] = entry.split('/');
	const base = address(text);
	if (!base || rest.length || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined;
	const most = base.kind() === 'ipv4' ? 32 : 128;
	// `::ffff:10.0.0.0/104` counts the 96 bits before the IPv4 address.
	const before = most === 32 && text.includes(':') ? 96 : 0;
	const length = bits === undefined ? most : Number(bits) - before;
	return length >= 0 && length <= most ? [base, length] : undefined;
}

const entriesOf = (allowlist: string): string[] => allowlist.split(/[\s,;]/).filter(Boolean);

/** Entries that are neither an address nor a range. */
export const unreadableEntries = (allowlist: string): string[] =>
	entriesOf(allowlist).filter((entry) => !range(entry));

/**
 * May this address call? `allowlist` holds addresses and CIDR ranges of both kinds, with commas or blanks between; an empty
 * one lets everybody in. An unreadable entry lets nobody in, and an unreadable address gets in nowhere.
 */
export function isAllowed(allowlist: string, caller: string | undefined): boolean {
	const entries = entriesOf(allowlist);
	if (!entries.length) return true;
	const from = address(caller ?? '');
	if (!from) return false;
	return entries.some((entry) => {
		const to = range(entry);
		return to !== undefined && to[0].kind() === from.kind() && from.match(to[0], to[1]);
	});
}
