import { randomUUID } from 'node:crypto';
import type { N8nApi } from '../../runtime/api';
import type { Stage } from '../../runtime/stage';
import { row } from '../n8n/chain';
import { blueTapeTrigger, counting } from '../n8n/notices';

/** The triggers that the calls come to, by what is peculiar to their settings. */
const settings = {
	plain: {},
	deduplicate: { options: { deduplicate: true } },
	'when finished': { options: { respond: 'whenFinished' } },
	'verify status': { options: { verifyStatus: true } },
	'payments only': { events: ['invoice.payment'] },
	'no caller check': { callerCheck: 'none' },
	'callers from elsewhere': { options: { ipAllowlist: '203.0.113.0/24, 2001:db8::/32' } },
	// n8n then reads the body before it asks the trigger.
	'an expression': { callerCheck: '={{ "headerSecret" }}' },
};

export type Door = keyof typeof settings;
export const doors = Object.keys(settings) as Door[];

/**
 * Opens all doors: behind each is a workflow whose only work is to tell the counter which notice has come through. Gives each
 * one's path, without the event at its end.
 */
export async function openDoors(
	api: N8nApi,
	credentials: Stage['credentials'],
	counterUrl: string,
): Promise<Record<Door, string>> {
	const { blueTapeWebhookApi, blueTapeApi } = credentials;
	const paths = {} as Record<Door, string>;
	for (const door of doors) {
		const webhookId = randomUUID();
		const trigger = blueTapeTrigger(webhookId, { blueTapeWebhookApi, blueTapeApi }, settings[door]);
		const { id } = await api.createWorkflow(row(door, trigger, counting(counterUrl)));
		await api.activate(id);
		paths[door] = `/webhook/${webhookId}`;
	}
	return paths;
}
