import type { BluDeltaOrder, BlueTapeOrder } from './order';
import { prompt } from './prompt';
import type { Topic } from './question';

/** How many questions end with somebody: with a message, or with a document to look at. */
export const reaching = (topics: Topic[]) =>
	topics.flatMap(({ questions }) => questions).filter(({ writes }) => writes).length;

/** Who gets what, and what stays, in words. */
export function whatHappens(order: BlueTapeOrder | BluDeltaOrder, topics: Topic[], prefix: string): string {
	const number = reaching(topics);
	if (order.vendor === 'bluetape') {
		return [
			`BlueTape at ${order.baseUrl} will write to ${order.name}: up to ${number} times, if it takes what it should`,
			'refuse, else less than half as often; each time by e-mail to',
			`${order.email} and by SMS to ${order.phone}, asking to register, to pay or to approve. Ask this person first.`,
			`It makes records whose IDs begin with ${prefix}. Invoices are cancelled in the end; companies,`,
			'customers, projects and quotes stay, for the API deletes none.',
		].join('\n');
	}
	const risks = topics.flatMap(({ questions }) => questions.flatMap(({ risk }) => risk ?? []));
	return [
		`${number} documents called ${prefix}.pdf go to BLU DELTA at ${order.baseUrl} for ${order.apiIdentifier}:`,
		'people who validate there will see them, and the API deletes none.',
		...(order.withRisks ? [...new Set(risks)].map((risk) => `A risk that was asked for: ${risk}.`) : []),
	].join('\n');
}

/** Goes on only if the user names who is reached: by --yes, or when asked. */
export async function agree(order: BlueTapeOrder | BluDeltaOrder, ask = prompt): Promise<void> {
	const who = order.vendor === 'bluetape' ? order.email : order.apiIdentifier;
	const said = order.yes ?? (await ask(`To go on, type ${who} once more:`));
	if (said !== who) throw new Error(`Not agreed: ${who} was not named. Nothing was sent.`);
}
