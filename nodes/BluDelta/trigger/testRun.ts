import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { openSession } from '../../shared/http/session';
import { bluDelta } from '../api';
import { downloadNext } from '../queue/nextDocument';
import { documentItem } from '../queue/item';
import type { TriggerSettings } from './triggerFields';

/** A test in the editor takes one document off the queue's top, remembers nothing and confirms nothing; it says so. */
export async function testRun(
	context: IPollFunctions,
	settings: TriggerSettings,
): Promise<INodeExecutionData[]> {
	const next = await downloadNext(await openSession(context, bluDelta), settings);
	if (!next) return [];
	const testRunNotice =
		'This test used one of the three downloads of this document. It is not confirmed, so the active workflow gets it too';
	context.logger.warn(`BLU DELTA Trigger: ${testRunNotice} (${next.document.InvoiceId})`);
	return [documentItem(next, settings.output, 'data', { testRunNotice })];
}
