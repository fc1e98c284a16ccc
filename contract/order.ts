import { Command } from 'commander';
import { z } from 'zod';

const vendors = ['bluetape', 'bludelta'] as const;
export type Vendor = (typeof vendors)[number];

const url = z
	.string({ required_error: '--base-url is missing' })
	.url('--base-url is no web address')
	.transform((text) => text.replace(/\/+$/, ''));
const text = (option: string) =>
	z.string({ required_error: `--${option} is missing` }).min(1, `--${option} is empty`);

const common = { yes: z.string().optional(), reports: z.string() };
const blueTape = z.object({
	...{ ...common, vendor: z.literal('bluetape') },
	baseUrl: url.refine(
		(address) => new URL(address).hostname !== 'api.bluetape.com',
		'That is the production of BlueTape, where an invoice is a demand: take the sandbox',
	),
	accountId: text('account-id'),
	name: text('name').regex(/\S\s+\S/, '--name is a first and a last name'),
	email: text('email').email('--email is no e-mail address'),
	phone: text('phone').regex(/^\+[1-9]\d{7,14}$/, '--phone is no number like +14155550123'),
});
const bluDelta = z.object({
	...{ ...common, vendor: z.literal('bludelta'), baseUrl: url, apiIdentifier: text('api-identifier') },
	...{ client: z.string().optional(), withRisks: z.boolean().optional() },
	patience: z.coerce.number().nonnegative('--patience is a number of minutes'),
});
const emulator = z.object({ ...common, emulator: z.literal(true), vendor: z.enum(vendors).optional() });
export type BlueTapeOrder = z.infer<typeof blueTape>;
export type BluDeltaOrder = z.infer<typeof bluDelta>;
export type EmulatorOrder = z.infer<typeof emulator>;
export type Order = BlueTapeOrder | BluDeltaOrder | EmulatorOrder;

/** Names under which somebody may try to hand over a key. */
const keyLike = /^--?(api-?|x-?)*(bluetape-?|access-?)?(key|token|secret|password|bearer)\b/i;

function command(): Command {
	return new Command('npm run contract --')
		.description(
			"Asks a vendor's service, or the emulator, what docs/contract says, and tells where it differs.",
		)
		.option('--emulator', 'ask the emulator on this machine')
		.option('--vendor <name>', vendors.join(' or '))
		.option('--base-url <url>', 'where the service is')
		.option('--account-id <id>', 'BlueTape: the integrator’s account')
		.option('--name <name>', 'BlueTape: who will get e-mail and SMS')
		.option('--email <address>', 'BlueTape: their e-mail address, which no customer has yet')
		.option('--phone <number>', 'BlueTape: their mobile number, which no customer has yet')
		.option('--api-identifier <name>', 'BLU DELTA: <customer>.<client>')
		.option('--client <name>', 'BLU DELTA: whose documents they are to be')
		.option('--patience <minutes>', 'BLU DELTA: how long to wait for a document', '10')
		.option('--with-risks', 'BLU DELTA: use the download queue and the master data')
		.option('--yes <who>', 'agree without being asked: the e-mail address, or the identifier, once more')
		.option('--reports <folder>', 'where the reports go', 'reports');
}

/** What the command's arguments ask for. Throws an Error that says what is amiss. */
export function readOrder(args: string[]): Order {
	if (args.some((arg) => keyLike.test(arg))) {
		throw new Error(
			'A key is never an argument: others on this machine can read it, and the shell keeps it. ' +
				'Put it into BLUETAPE_API_KEY or BLUDELTA_API_KEY, or leave it out and be asked for it.',
		);
	}
	const options = command().parse(args, { from: 'user' }).opts<Record<string, unknown>>();
	const { vendor } = options;
	if (!options.emulator && !vendors.some((name) => name === vendor)) {
		throw new Error('Say --emulator, --vendor bluetape or --vendor bludelta.');
	}
	const schema = options.emulator ? emulator : vendor === 'bluetape' ? blueTape : bluDelta;
	const read = schema.safeParse(options);
	if (read.success) return read.data;
	throw new Error(read.error.issues.map(({ message }) => `${message}.`).join('\n'));
}
