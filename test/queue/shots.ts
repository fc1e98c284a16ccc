/** One notice of BlueTape (bluetape.md 7.1, 7.2); `id` is its quoteId or invoiceId. */
export interface Notice {
	id: string;
	/** The part of the URL that tells what it is. */
	path: 'quote/approval' | 'invoice/payment';
	body: Record<string, unknown>;
}

export interface Shot {
	notice: Notice;
	/** `none`: without the secret's header; `wrong`: with another value in it. */
	forged?: 'none' | 'wrong';
	/** The notice goes out once more: when, and is the same webhook process meant to get it? */
	repeat?: { when: 'at once' | 'later'; sameProcess: boolean };
	/** Index of the webhook process that is meant to get it. */
	process: number;
}

function payment(id: string, number: number): Notice {
	const paymentMethod = ['card', 'ach', 'loan'][number % 3];
	const status = number % 4 ? 'Paid' : 'PartiallyPaid';
	const body = { invoiceId: id, amount: 1100 + number / 100, fee: 0, paymentMethod, status };
	return { id, path: 'invoice/payment', body };
}

function approval(id: string, number: number): Notice {
	const creditInfo = { limit: 100_000, balance: 5000 + number, pastDueAmount: 450 };
	const body = { quoteId: id, result: number % 7 ? 'Approved' : 'Rejected', creditInfo };
	return { id, path: 'quote/approval', body };
}

/** Each block of 16 shots is 20 notices: 15 genuine ones, 4 of them repeated (20 %), and a forged one (5 %). */
const blockLength = 16;
const repeats: Record<number, Shot['repeat']> = {
	1: { when: 'at once', sameProcess: true },
	5: { when: 'at once', sameProcess: false },
	9: { when: 'later', sameProcess: true },
	13: { when: 'later', sameProcess: false },
};

/** Shots for `total` notices, a multiple of 20; each with an id of its own. */
export function shots(total: number): Shot[] {
	return Array.from({ length: (total / 20) * blockLength }, (_, number) => {
		const place = number % blockLength;
		const isForged = place === blockLength - 1;
		const id = `${isForged ? 'FORGED' : 'GENUINE'}-${String(number).padStart(4, '0')}`;
		const block = Math.floor(number / blockLength);
		return {
			notice: number % 3 ? payment(id, number) : approval(id, number),
			forged: isForged ? (block % 2 ? 'none' : 'wrong') : undefined,
			repeat: repeats[place],
			process: (number + block) % 2,
		};
	});
}
