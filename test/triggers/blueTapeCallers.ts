import type { INodeType } from 'n8n-workflow';
import { noticeSecret } from '../../runtime/noticeSecret';
import { StoredCredentials } from '../engine/credentials';
import {
	openTrigger,
	payment,
	PAYMENT,
	post,
	secretHeader,
	type TriggerStage,
	type Wishes,
} from './blueTapeStage';

/** The notices that got past the trigger. */
export const ran = ({ executions }: TriggerStage) =>
	executions.flatMap(({ after = [] }) => after.map(({ json }) => json.invoiceId ?? json.quoteId));

/** A gate that stays shut until `open`; `reached` is when the first one comes to it. */
function gate() {
	let open = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	let come = () => {};
	const reached = new Promise<void>((resolve) => (come = resolve));
	const pass = async () => {
		come();
		await opened;
	};
	return { pass, reached, open };
}

/** Sends a payment and hangs up, unanswered, when `reached` is. */
async function hangUp(trigger: TriggerStage, reached: Promise<void>): Promise<void> {
	const caller = new AbortController();
	const unanswered = fetch(trigger.url(PAYMENT), {
		method: 'POST',
		headers: secretHeader,
		body: JSON.stringify(payment),
		signal: caller.signal,
	});
	await reached;
	caller.abort();
	await expect(unanswered).rejects.toThrow();
}

/** A caller hangs up while n8n, which has read its notice, looks the secret up; then it sends the notice again. */
export async function repeatOfHungUpEarly() {
	const { pass, reached, open } = gate();
	// n8n reads the body itself where a parameter holds an expression.
	const options = { deduplicate: true, ipAllowlist: '={{ "127.0.0.1" }}' };
	const trigger = await openApart({ parameters: { options } });
	jest.spyOn(StoredCredentials.prototype, 'getDecrypted').mockImplementationOnce(async () => {
		await pass();
		return { ...noticeSecret };
	});
	await hangUp(trigger, reached);
	// The server is told of it by the network.
	await new Promise((resolve) => setTimeout(resolve, 100));
	open();
	while (!trigger.executions.length) await new Promise(setImmediate);
	const repeat = await post(trigger.url(PAYMENT), payment);
	await trigger.idle();
	return { repeat, ran: ran(trigger) };
}

/** A trigger as another process of the same n8n has it: the same table, a memory of its own. */
function otherProcess(): INodeType {
	let node: INodeType | undefined;
	jest.isolateModules(() => {
		const path = '../../nodes/BlueTape/BlueTapeTrigger.node';
		const { BlueTapeTrigger } =
			jest.requireActual<typeof import('../../nodes/BlueTape/BlueTapeTrigger.node')>(path);
		node = new BlueTapeTrigger();
	});
	return node!;
}

/** A trigger with deduplicate on, in a process of its own. */
export const openApart = async (wishes: Wishes = {}): Promise<TriggerStage> =>
	await openTrigger({ parameters: { options: { deduplicate: true } }, ...wishes, node: otherProcess() });

/**
 * A caller hangs up when n8n comes to `pass`, and sends the notice again before n8n goes on. Gives the answer to that, and what
 * ran in the end.
 */
export async function repeatOfHungUp(wishes: (pass: () => Promise<void>) => Wishes) {
	const { pass, reached, open } = gate();
	const trigger = await openApart(wishes(pass));
	await hangUp(trigger, reached);
	const repeat = await post(trigger.url(PAYMENT), payment);
	open();
	await trigger.idle();
	return { repeat, ran: ran(trigger) };
}
