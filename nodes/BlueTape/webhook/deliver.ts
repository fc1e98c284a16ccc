import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { identityOf, withoutRepeats } from './repeat';
import { isOn, NEITHER, type Options, type Switch } from './settings';
import { verifier, type Verified } from './verify';

/** So many look-ups at a time where notices come in a list, as for the items of other nodes. */
const PARALLEL_REQUESTS = 10;

function remark(context: IExecuteFunctions, message: string, type: 'info' | 'warning'): void {
	context.addExecutionHints({ message, type, location: 'outputPane' });
}

/** A switch among the options. The notice has been taken over, so one that can't be read any more must not lose it. */
function option(context: IExecuteFunctions, name: Switch): boolean | string {
	try {
		const options: Options = context.getNodeParameter('options', 0, {});
		return isOn(options, name) ?? NEITHER;
	} catch (error) {
		return (error as Error).message;
	}
}

function tell(context: IExecuteFunctions, message: string): void {
	context.logger.warn(`${context.getNode().name}: ${message}`);
	remark(context, message, 'warning');
}

function withVerified(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	verified: Verified,
): INodeExecutionData {
	if (verified.matches !== true) {
		const found = verified.problem ?? `the status is ${verified.status}`;
		tell(context, `BlueTape's API does not confirm this notice: ${found}`);
	}
	return { ...item, json: { ...item.json, verified } };
}

/** As n8n expects it of a node: without what only travels between the two halves of this one. */
const asOutput = ({ notice: _, ...item }: INodeExecutionData): INodeExecutionData => item;

/** The notices that the workflow goes on with: repeats dropped and the status looked up, where the options say so. */
export async function deliver(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const notices = context.getInputData().filter(identityOf);
	if (!notices.length) {
		remark(
			context,
			'No notice has come: run the workflow in the editor, then have one sent to the Test URL',
			'info',
		);
		return [];
	}
	const [deduplicate, verifyStatus] = [option(context, 'deduplicate'), option(context, 'verifyStatus')];
	if (typeof deduplicate === 'string')
		tell(context, `'Deduplicate' can't be read, so the notice is delivered: ${deduplicate}`);
	const fresh = deduplicate === true ? await withoutRepeats(context, notices) : notices;
	if (!verifyStatus || !fresh.length) return fresh.map(asOutput);
	const verify =
		typeof verifyStatus === 'string'
			? async () => ({ matches: null, problem: `'Verify Status' can't be read: ${verifyStatus}` })
			: await verifier(context);
	const verified: Verified[] = [];
	while (verified.length < fresh.length) {
		const next = fresh.slice(verified.length, verified.length + PARALLEL_REQUESTS);
		verified.push(
			...(await Promise.all(next.map(async (item) => await verify(identityOf(item)!.event, item.json)))),
		);
	}
	return fresh.map((item, at) => asOutput(withVerified(context, item, verified[at])));
}
