import { createHash, randomBytes } from 'node:crypto';

/** Who gets what BlueTape writes. */
export interface Person {
	firstName: string;
	lastName: string;
	email: string;
	phone: string;
}

/** A question can't be asked, for it needs what an earlier one did not give. */
export class NotAsked extends Error {}

/** The service did not answer. */
export class NoAnswer extends NotAsked {}

const DAY = 86_400_000;

/** What the questions share: names of their own, days, and what earlier answers gave. */
export class World {
	/** Begins every id and number of this run. */
	readonly prefix = `contract-${randomBytes(4).toString('hex')}`;
	/** Begins what is made once for a person, who can be a customer only once (bluetape.md trap 4). */
	readonly personPrefix: string;
	/** Invoices that were made and may have to be cancelled. */
	readonly invoices = new Set<string>();
	private readonly known = new Map<string, string>();
	private readonly start = new Date();

	/** @param client whose documents they are to be, at BLU DELTA */
	constructor(
		readonly person: Person,
		readonly client = '',
	) {
		const { email, phone } = person;
		const mark = createHash('sha256').update(`${email} ${phone}`).digest('hex').slice(0, 8);
		this.personPrefix = `contract-${mark}`;
	}

	own = (name: string) => `${this.prefix}-${name}`;

	/** Keeps what an answer gave, if it gave a text. */
	learn(name: string, value: unknown): void {
		if (typeof value === 'string' && value !== '') this.known.set(name, value);
	}

	/** What was kept under a name. Throws NotAsked when nothing was. */
	the(name: string): string {
		const value = this.known.get(name);
		if (value === undefined) throw new NotAsked(`there is no ${name}`);
		return value;
	}

	/** Tokens that were given, which stand in no report. */
	tokens = () => [...this.known].filter(([name]) => name.endsWith('token')).map(([, value]) => value);

	/** `YYYY-MM-DD`, so many days from now. */
	day = (offset = 0) => this.moment(offset).slice(0, 10);

	/** A full UTC timestamp. */
	moment = (offset = 0) => new Date(this.start.getTime() + offset * DAY).toISOString();
}
