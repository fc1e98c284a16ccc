import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Notice } from './notice';
import { withoutRepeats } from './repeat';
import type { Options } from './settings';
import { verify } from './verify';

function remark(context: IExecuteFunctions, message: string, type: 'info' | 'warning'): void {
	context.addExecutionHints({ message, type, location: 'outputPane' });
}

async function withVerified(
	context: IExecuteFunctions,
	item: INodeExecutionData,
): Promise<INodeExecutionData> {
	const verified = await verify(context, item.json as unknown as Notice);
	if (verified.matches !== true) {
		const found = verified.problem ?? `the status is ${verified.status}`;
		const message = `BlueTape's API does not confirm this notice: ${found}`;
		context.logger.warn(`${context.getNode().name}: ${message}`);
		remark(context, message, 'warning');
	}
	return { ...item, json: { ...item.json, verified } };
}

/** The notices that the workflow goes on with: repeats dropped and the status looked up, where the options say so. */
export async function deliver(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const notices = context.getInputData().filter(({ json }) => typeof json.eventId === 'string');
	if (!notices.length) {
		remark(
			context,
			'No notice has come: run the workflow in the editor, then have one sent to the Test URL',
			'info',
		);
	}
	const { deduplicate, verifyStatus } = context.getNodeParameter('options', 0, {}) as Options;
	const fresh = deduplicate ? await withoutRepeats(context, notices) : notices;
	if (!verifyStatus) return fresh;
	return await Promise.all(fresh.map(async (item) => await withVerified(context, item)));
}
