import { isGood } from '../answer';
import { put } from '../sending';
import { serviceAt, type Access, type Service } from '../service';
import { NotAsked } from '../world';
import { at } from './statements';

export interface BlueTapeKeys {
	baseUrl: string;
	apiKey: string;
	accountId: string;
}

/** BlueTape with the user's keys; invoices that are made are noted, to be cancelled in the end. */
export const blueTapeAt = (
	{ baseUrl, apiKey, accountId }: BlueTapeKeys,
	access: Pick<Access, 'world' | 'wait' | 'fetch' | 'pause'>,
): Service =>
	serviceAt({
		...access,
		...{ baseUrl, patience: 0, slowsDown: true },
		headers: () => ({ 'X-BlueTape-Key': apiKey, 'X-Integration-AccountId': accountId }),
		sent({ method, path, json }, answer, world) {
			const isCreate = method === 'POST' && /^\/integration\/invoice(\/simplify)?$/.test(path);
			const id = (json as { id?: string } | undefined)?.id;
			if (isCreate && isGood(answer) && id) world.invoices.add(id);
		},
	});

/** Cancels the run's invoices. Returns the ids of those that are left. */
export async function cancelAll({ world, send }: Service): Promise<string[]> {
	const left: string[] = [];
	for (const id of world.invoices) {
		if (!(await isCancelled(id, send))) left.push(id);
	}
	return left;
}

async function isCancelled(id: string, send: Service['send']): Promise<boolean> {
	try {
		const { status } = await send(put(at`/invoice/${id}/cancel`, {}));
		// 409: cancelled already, by a question, or not to be cancelled; its status tells.
		return status < 300 || (status === 409 && (await saysCancelled(id, send)));
	} catch (error) {
		if (error instanceof NotAsked) return false;
		throw error;
	}
}

async function saysCancelled(id: string, send: Service['send']): Promise<boolean> {
	const { json } = await send({ method: 'GET', path: at`/invoice/${id}/status` });
	return /^(canceled|cancelled|void)$/i.test(String((json as { status?: string } | undefined)?.status));
}
